import type { Edition } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { Editing } from './editing.ts';
import { NumberInput } from './number-input.tsx';
import { SourceText } from './source-text.tsx';

/** What every school must reach and how far schools may differ. */
export function CountyRules({ edition, editing }: { readonly edition: Edition; readonly editing: Editing | null }) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const { schoolRule, balanceRule } = edition;
  if (schoolRule === null && balanceRule === null) return null;
  const shown = (label: string, value: string, onChange: (value: string, editing: Editing) => void) => (
    <div key={label}>
      <dt>{label}</dt>
      <dd>
        {editing === null ? (
          value
        ) : (
          <NumberInput label={label} value={value} onChange={(next) => onChange(next, editing)} />
        )}
      </dd>
    </div>
  );
  return (
    <section className="jc-standard">
      <h2>{t('rules')}</h2>
      <div className="jc-surface jc-chain">
        <dl className="jc-chain__facts">
          {schoolRule?.kind === 'at-least-m-of-n' ? (
            <>
              {shown(t('minimumMet'), String(schoolRule.minimumMet), (next, { change, source }) =>
                change({
                  ...schoolRuleOf(schoolRule),
                  kind: 'school-rule',
                  minimumMet: Math.trunc(Number(next)),
                  source,
                }),
              )}
              {shown(t('floorShare'), schoolRule.floorShare ?? '', (next, { change, source }) =>
                change({ ...schoolRuleOf(schoolRule), kind: 'school-rule', floorShare: next, source }),
              )}
            </>
          ) : null}
          {balanceRule?.kind === 'cv-limit'
            ? Object.entries(balanceRule.limits).map(([stage, limit]) =>
                shown(t('cvLimit', { stage: words(language, `stage.${stage}`) }), limit, (next, { change, source }) =>
                  change({ kind: 'cv-limit', stage, value: next, source }),
                ),
              )
            : null}
        </dl>
        {schoolRule === null ? null : <SourceText source={schoolRule.source} />}
        {balanceRule === null ? null : <SourceText source={balanceRule.source} />}
      </div>
    </section>
  );
}

function schoolRuleOf(rule: { readonly minimumMet: number; readonly floorShare: string | null }) {
  return { minimumMet: rule.minimumMet, floorShare: rule.floorShare };
}
