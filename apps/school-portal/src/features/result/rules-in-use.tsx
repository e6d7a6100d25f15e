import type { SpecialRuleUse } from '@junheng/evaluation-core';
import { useTexts } from '@junheng/ui/plain';
import { useResultWords } from './use-result-words.ts';

/** The special rules that counted for the school, with the evidence and the follow-up it owes. */
export function RulesInUse({ rules }: { readonly rules: readonly SpecialRuleUse[] }) {
  const { t } = useTexts('portal');
  const words = useResultWords();
  if (rules.length === 0) return null;
  return (
    <section className="result__part" aria-labelledby="result-rules">
      <h2 className="result__title" id="result-rules">
        {t('result.rulesTitle')}
      </h2>
      <ul className="result__list">
        {rules.map((rule) => (
          <li key={[rule.ruleId, rule.stage, rule.indicatorId, rule.requirementId, rule.part].join(' ')}>
            <strong>{words.of(`special-rule.${rule.ruleId}`)}</strong>
            <p>
              {words.list([
                ...(rule.stage === null ? [] : [words.of(`stage.${rule.stage}`)]),
                ...(rule.indicatorId === null ? [] : [words.of(`indicator.${rule.indicatorId}`)]),
                t(rule.state === 'applied' ? 'result.ruleApplied' : 'result.ruleOpen'),
                ...(rule.decisive ? [t('result.ruleDecisive')] : []),
              ])}
            </p>
            {rule.evidence.length === 0 ? null : (
              <p>
                {t('result.ruleEvidence', {
                  list: words.list(rule.evidence.map((each) => words.of(`special-rule-evidence.${each}`))),
                })}
              </p>
            )}
            {rule.followUp === null ? null : (
              <p>{t('result.ruleFollowUp', { text: words.of(`special-rule-follow-up.${rule.followUp}`) })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
