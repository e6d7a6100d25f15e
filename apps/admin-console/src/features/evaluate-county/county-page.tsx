import type { Edition } from '@junheng/evaluation-core';
import {
  ObstacleList,
  OutOfScopeList,
  percent,
  RequirementList,
  VerdictBanner,
  type SchoolRow,
} from '@junheng/evaluation-ui';
import { ErrorState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { editionQuery } from '../../server/editions.ts';
import type { EvaluationWithResult } from '../../server/evaluations.ts';
import { CountySchools } from './county-schools.tsx';
import { IndicatorCloseup } from './indicator-closeup.tsx';
import { NearLimits } from './near-limits.tsx';
import { RulesInUse } from './rules-in-use.tsx';
import { NEAR } from './model/near-limits.ts';
import { RunFacts } from './run-facts.tsx';
import { StageCoefficients } from './stage-coefficients.tsx';
import { WhyPanel } from './why-panel.tsx';

/** Below the fold and only where there are areas: its code and words come when the page stands. */
const ByGrouping = lazy(async () => ({ default: (await import('./by-grouping.tsx')).ByGrouping }));

export interface CountyPageProps {
  readonly evaluation: EvaluationWithResult;
  /** Names by school id, those out of scope included. */
  readonly names: ReadonlyMap<string, string>;
  readonly sameAs: string | null;
  /** The page's head; it stands beside the panel, not above it. */
  readonly head: ReactNode;
  /** What may be done with the run as a whole. */
  readonly control: ReactNode;
}

/** Verdict first, then what stands in the way, then the numbers; any of them explains itself beside. */
export function CountyPage(props: CountyPageProps) {
  const { t } = useTranslation('evaluate');
  const query = useQuery(editionQuery(props.evaluation.editionId));
  if (query.isError) return <ErrorState description={t('gone', { id: props.evaluation.editionId })} />;
  return <Loaded query={query}>{(edition) => <KnownCounty {...props} edition={edition} />}</Loaded>;
}

function KnownCounty({
  evaluation,
  names,
  sameAs,
  head,
  control,
  edition,
}: CountyPageProps & { readonly edition: Edition }) {
  const { t } = useTranslation('evaluate');
  const [query, setQuery] = useSearchParams();
  const { result } = evaluation;
  const path = query.get('why');
  const why = (next: string | null) => {
    const changed = new URLSearchParams(query);
    if (next === null || next === path) changed.delete('why');
    else changed.set('why', next);
    setQuery(changed, { preventScrollReset: true });
  };
  const rows = useMemo(() => {
    const register = new Map(evaluation.schools.map((school) => [school.schoolId, school]));
    return result.schoolStages.map((school): SchoolRow => {
      const registered = register.get(school.schoolId);
      return { evaluation: school, townName: registered?.townName ?? null, type: registered?.type ?? null };
    });
  }, [evaluation.schools, result.schoolStages]);
  const notApproved = useMemo(
    () => new Map(evaluation.dataSet.missingSchools.map((school) => [school.schoolId, school.name])),
    [evaluation.dataSet],
  );
  const stages = result.resourceAllocation.stages;
  // A framework may ask nothing of single schools, or nothing of the differences between them.
  const withCvs = stages.filter((stage) => stage.cvs.length > 0);
  return (
    <div className={path === null ? undefined : 'jc-with-panel'}>
      <div className="jc-stack">
        {head}
        <RunFacts evaluation={evaluation} sameAs={sameAs} />
        <VerdictBanner result={result} onWhy={why} />
        {control}
        {edition.indicators.length === 0 ? null : (
          <Part title={t('county.obstacles')}>
            <div className="jc-surface jc-padded">
              <ObstacleList result={result} edition={edition} notApproved={notApproved} onWhy={why} />
            </div>
          </Part>
        )}
        {edition.indicators.length === 0 ? null : (
          <Part title={t('near.title')} note={t('near.help', { share: percent(NEAR) })}>
            <NearLimits evaluationId={evaluation.id} result={result} edition={edition} onWhy={why} />
          </Part>
        )}
        <Part title={t('rules.title')}>
          <div className="jc-surface jc-padded">
            <RulesInUse evaluation={evaluation} names={names} onWhy={why} />
          </div>
        </Part>
        {withCvs.length === 0 ? null : (
          <Part title={t('county.cvs')}>
            {withCvs.map((stage) => (
              <StageCoefficients key={stage.stage} stage={stage} edition={edition} onWhy={why} />
            ))}
          </Part>
        )}
        {withCvs.length === 0 ? null : (
          <Part title={t('closeup.title')}>
            <IndicatorCloseup result={result} edition={edition} onWhy={why} />
          </Part>
        )}
        {edition.indicators.length === 0 ? null : (
          <Suspense fallback={null}>
            <ByGrouping rows={rows} />
          </Suspense>
        )}
        {edition.indicators.length === 0 ? null : (
          <Part title={t('county.schools')}>
            <CountySchools
              rows={rows}
              edition={edition}
              stages={stages.map((stage) => stage.stage)}
              openPath={path}
              onWhy={why}
            />
          </Part>
        )}
        <Part title={t('county.requirements')} note={t('county.requirementsHelp')}>
          <div className="jc-surface jc-padded">
            <RequirementList requirements={result.county.requirements} edition={edition} names={names} onWhy={why} />
          </div>
        </Part>
        <Part title={t('county.scope')}>
          <div className="jc-surface jc-padded">
            <OutOfScopeList result={result} names={names} />
          </div>
        </Part>
      </div>
      {path === null ? null : (
        <WhyPanel
          evaluationId={evaluation.id}
          path={path}
          result={result}
          edition={edition}
          schoolName={(id) => names.get(id) ?? null}
          onOpen={why}
          onClose={() => why(null)}
        />
      )}
    </div>
  );
}

function Part(props: { readonly title: string; readonly note?: string; readonly children: ReactNode }) {
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{props.title}</h2>
      {props.note === undefined ? null : <p className="ev-muted">{props.note}</p>}
      {props.children}
    </section>
  );
}
