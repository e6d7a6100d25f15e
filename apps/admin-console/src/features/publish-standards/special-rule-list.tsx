import type { Edition } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { StatusTag, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { Editing } from './editing.ts';
import { SourceText } from './source-text.tsx';

/** The special rules: on or off, from when to when, what proves them and what follows. */
export function SpecialRuleList({ edition, editing }: { readonly edition: Edition; readonly editing: Editing | null }) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  if (edition.specialRules.length === 0) return null;
  return (
    <section className="jc-standard">
      <h2>{t('specialRules')}</h2>
      <ul className="jc-surface jc-rules">
        {edition.specialRules.map((rule) => {
          const name = words(language, `special-rule.${rule.id}`);
          const { enabled, validFrom, validUntil } = rule;
          const change = (
            changes: Partial<{ enabled: boolean; validFrom: string | null; validUntil: string | null }>,
          ) => editing?.change({ kind: 'special-rule', rule: rule.id, enabled, validFrom, validUntil, ...changes });
          return (
            <li key={rule.id}>
              <div className="jc-rules__line">
                {editing === null ? (
                  <StatusTag tone={enabled ? 'success' : 'neutral'}>{t(enabled ? 'on' : 'off')}</StatusTag>
                ) : (
                  <label className="jc-check">
                    <input
                      type="checkbox"
                      checked={enabled}
                      aria-label={name}
                      onChange={(event) => change({ enabled: event.target.checked })}
                    />
                    {t(enabled ? 'on' : 'off')}
                  </label>
                )}
                <b>{name}</b>
              </div>
              {editing === null ? (
                <span className="ev-muted">{t('window', { from: validFrom ?? '—', until: validUntil ?? '—' })}</span>
              ) : (
                <div className="jc-filters">
                  {(['validFrom', 'validUntil'] as const).map((name_) => (
                    <label key={name_} className="jc-inline">
                      {t(name_)}
                      <input
                        className="jh-input jc-filters__select"
                        type="date"
                        aria-label={`${name} ${t(name_)}`}
                        value={rule[name_] ?? ''}
                        onChange={(event) => change({ [name_]: event.target.value === '' ? null : event.target.value })}
                      />
                    </label>
                  ))}
                </div>
              )}
              {rule.evidence.length === 0 ? null : (
                <span>
                  {t('evidenceOf', {
                    list: rule.evidence.map((each) => words(language, `special-rule-evidence.${each}`)).join('；'),
                  })}
                </span>
              )}
              {rule.followUp === null ? null : (
                <span>{words(language, `special-rule-follow-up.${rule.followUp}`)}</span>
              )}
              <SourceText source={rule.source} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
