import type { Outcome } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { OutcomeMark, toneOfOutcome } from '@junheng/evaluation-ui';
import { Notice, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ComparisonOfRuns } from '../../server/evaluations.ts';

/** First of all: does the verdict on the reported data hold after verification? */
export function VerdictHolds({ compared }: { readonly compared: ComparisonOfRuns }) {
  const { t } = useTranslation('consolidate');
  const { language } = useLanguage();
  const { before, after, comparison, unlistedIndicators } = compared;
  const verdicts: readonly (readonly [string, Outcome, Outcome])[] = [
    [t('verdict.county'), before.county, after.county],
    [t('verdict.resource'), before.resourceAllocation, after.resourceAllocation],
    ...before.stages.flatMap(({ stage, outcome }) => {
      const other = after.stages.find((each) => each.stage === stage);
      const name = t('verdict.stage', { stage: words(language, `stage.${stage}`) });
      return other === undefined ? [] : [[name, outcome, other.outcome] as const];
    }),
  ];
  const holds = verdicts.every(([, was, is]) => was === is);
  const changed = comparison.indicators.length;
  return (
    <>
      <Notice
        tone={!holds ? 'danger' : changed > 0 ? 'warning' : 'success'}
        title={t(holds ? 'verdict.holds' : 'verdict.holdsNot')}
      >
        {holds ? (changed === 0 ? t('verdict.noNumbers') : t('verdict.numbers', { count: changed })) : null}{' '}
        {unlistedIndicators === 0 ? null : t('verdict.unlisted', { count: unlistedIndicators })}
      </Notice>
      <dl className="jc-surface jc-padded cs-verdicts">
        {verdicts.map(([name, was, is]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className="ev-muted">{t('verdict.reported')}</span> <OutcomeMark tone={toneOfOutcome(was)} />
            </dd>
            <dd>
              <span className="ev-muted">{t('verdict.verified')}</span> <OutcomeMark tone={toneOfOutcome(is)} />
            </dd>
          </div>
        ))}
        <div>
          <dd>
            <Link to="/rectifications">{t('verdict.ledger')}</Link>
          </dd>
          <dd>
            <Link to={`/rounds/${before.roundId}/evaluations/${before.id}`}>{t('verdict.whyReported')}</Link>
          </dd>
          <dd>
            <Link to={`/rounds/${after.roundId}/evaluations/${after.id}`}>{t('verdict.why')}</Link>
          </dd>
        </div>
      </dl>
    </>
  );
}
