import { text as words } from '@junheng/evaluation-messages';
import { OutcomeMark, toneOfOutcome } from '@junheng/evaluation-ui';
import type { Outcome } from '@junheng/evaluation-core';
import { EmptyState, Notice, useLanguage } from '@junheng/ui/plain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparisonOfRuns } from '../../server/evaluations.ts';
import { ChangedCoefficients } from './changed-coefficients.tsx';
import { ChangedIndicators } from './changed-indicators.tsx';

/** What changed from one run to the other, in words: what they were made of, the verdicts, the numbers, and because of what. */
export function ComparisonView({ compared }: { readonly compared: ComparisonOfRuns }) {
  const { t } = useTranslation('compare');
  const { language } = useLanguage();
  const { comparison, before, after } = compared;
  const names = new Map(compared.schools.map(({ schoolId, name }) => [schoolId, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const sameHash = before.resultHash === after.resultHash;
  if (comparison.same) {
    return (
      <Notice tone="success" title={t('same')}>
        {t('sameHelp')}
      </Notice>
    );
  }
  const verdicts: readonly (readonly [string, Outcome, Outcome, string | null])[] = [
    ...[[t('county'), comparison.county] as const, [t('resource'), comparison.resourceAllocation] as const].flatMap(
      ([title, change]) =>
        change === null ? [] : [[title, change.before.outcome, change.after.outcome, null] as const],
    ),
    ...comparison.stages.map(
      (change) =>
        [
          t('stage', { stage: words(language, `stage.${change.stage}`) }),
          change.before?.outcome ?? 'not-applicable',
          change.after?.outcome ?? 'not-applicable',
          t('stageSchools', {
            before: `${change.before?.metCount ?? 0}/${change.before?.schoolStageCount ?? 0}`,
            after: `${change.after?.metCount ?? 0}/${change.after?.schoolStageCount ?? 0}`,
          }),
        ] as const,
    ),
  ];
  return (
    <div className="jc-stack">
      <Notice tone={sameHash ? 'success' : 'info'} title={t(sameHash ? 'same' : 'differs')}>
        {sameHash ? t('sameHash') : null}
        {compared.causesKnown ? null : ` ${t('noCauses')}`}
      </Notice>
      <Part title={t('basis')}>
        {comparison.basis.length === 0 ? (
          <p className="ev-muted">{t('basisSame')}</p>
        ) : (
          <ul className="jc-plainlist jc-surface jc-padded">
            {comparison.basis.map((each) => (
              <li key={each.what}>
                {words(language, `comparison-basis.${each.what}`)}{' '}
                <span className="ev-muted">
                  {t('arrow', { before: shortened(each.before), after: shortened(each.after) })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t('verdicts')}>
        {verdicts.length === 0 ? (
          <p className="ev-muted">{t('noVerdicts')}</p>
        ) : (
          <ul className="jc-plainlist jc-surface jc-padded jc-compare__verdicts">
            {verdicts.map(([title, was, is, note]) => (
              <li key={title}>
                <b className="ev-stage">{title}</b>
                <span>
                  <OutcomeMark tone={toneOfOutcome(was)} /> → <OutcomeMark tone={toneOfOutcome(is)} />
                </span>
                {note === null ? null : <span className="ev-muted">{note}</span>}
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t('cvs')}>
        {comparison.cvs.length === 0 ? (
          <EmptyState title={t('noCvs')} />
        ) : (
          <ChangedCoefficients changes={comparison.cvs} nameOf={nameOf} />
        )}
      </Part>
      <Part title={t('indicators')}>
        {comparison.indicators.length === 0 ? (
          <p className="ev-muted">{t('noIndicators')}</p>
        ) : (
          <ChangedIndicators changes={comparison.indicators} nameOf={nameOf} />
        )}
        {compared.unlistedIndicators === 0 ? null : (
          <p className="ev-muted">{t('unlisted', { count: compared.unlistedIndicators })}</p>
        )}
      </Part>
      {comparison.schools.length === 0 ? null : (
        <Part title={t('schools')}>
          <ul className="jc-plainlist jc-surface jc-padded">
            {comparison.schools.map((change) => {
              const ids = [...new Set([...change.before, ...change.after].map(({ schoolId }) => schoolId))];
              return (
                <li key={`${change.kind} ${ids.join(' ')}`}>
                  {words(language, `school-change.${change.kind}`)} · {ids.map(nameOf).join(' · ')}
                </li>
              );
            })}
          </ul>
        </Part>
      )}
      {comparison.requirements.length === 0 ? null : (
        <Part title={t('requirements')}>
          <ul className="jc-plainlist jc-surface jc-padded jc-compare__verdicts">
            {comparison.requirements.map(({ requirementId, before: was, after: is }) => (
              <li key={requirementId}>
                <b>{words(language, `requirement.${requirementId}`)}</b>
                <span>
                  <OutcomeMark tone={toneOfOutcome(was?.outcome ?? 'not-applicable')} /> →{' '}
                  <OutcomeMark tone={toneOfOutcome(is?.outcome ?? 'not-applicable')} />
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  );
}

/** A fingerprint is told by its beginning; everything else is short. */
function shortened(value: string | null): string {
  if (value === null) return '—';
  return /^[0-9a-f]{40,}$/.test(value) ? value.slice(0, 12) : value;
}

function Part(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{props.title}</h2>
      {props.children}
    </section>
  );
}
