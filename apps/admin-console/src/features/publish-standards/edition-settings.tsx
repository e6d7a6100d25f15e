import { settingValues, type Edition } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { Editing } from './editing.ts';
import { NumberInput } from './number-input.tsx';

const methods = ['weighted', 'reported-by-stage'] as const;

/** What the instrument leaves to the bureau: open numbers, private schools, how a school of several stages is divided. */
export function EditionSettings({ edition, editing }: { readonly edition: Edition; readonly editing: Editing | null }) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const { includePrivate } = edition.scope;
  const { method } = edition.splitting;
  const settings = [...settingValues(edition)];
  const judgesSchools = edition.indicators.length > 0;
  if (settings.length === 0 && !judgesSchools) return null;
  return (
    <section className="jc-standard">
      <h2>{t('settings')}</h2>
      <div className="jc-surface jc-chain">
        <dl className="jc-chain__facts">
          {settings.map(([setting, [value]]) => {
            const label = words(language, `setting.${setting}`);
            return (
              <div key={setting}>
                <dt>{label}</dt>
                <dd>
                  {editing === null ? (
                    (value ?? t('toBeSet'))
                  ) : (
                    <NumberInput
                      label={label}
                      value={value ?? ''}
                      onChange={(next) =>
                        editing.change({ kind: 'setting', setting, value: next, source: editing.source })
                      }
                    />
                  )}
                </dd>
              </div>
            );
          })}
          {judgesSchools ? (
            <>
              <div>
                <dt>{t('privateSchools')}</dt>
                <dd>
                  {editing === null ? (
                    t(includePrivate ? 'privateIn' : 'privateOut')
                  ) : (
                    <label className="jc-check">
                      <input
                        type="checkbox"
                        checked={includePrivate}
                        onChange={({ target: { checked } }) =>
                          editing.change({ kind: 'include-private', includePrivate: checked })
                        }
                      />
                      {t('privateIn')}
                    </label>
                  )}
                </dd>
              </div>
              <div>
                <dt>{t('splitting')}</dt>
                <dd>
                  {editing === null ? (
                    t(`split.${method}`)
                  ) : (
                    <select
                      className="jh-input"
                      aria-label={t('splitting')}
                      value={method}
                      onChange={({ target: { value } }) =>
                        editing.change({
                          kind: 'splitting',
                          method: methods.find((each) => each === value) ?? edition.splitting.method,
                        })
                      }
                    >
                      {methods.map((each) => (
                        <option key={each} value={each}>
                          {t(`split.${each}`)}
                        </option>
                      ))}
                    </select>
                  )}
                </dd>
              </div>
            </>
          ) : null}
        </dl>
      </div>
    </section>
  );
}
