import { PageHeader } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { CountyPage } from '../../features/evaluate-county/county-page.tsx';
import { OutdatedNotice } from '../../features/evaluate-county/outdated-notice.tsx';
import { ReleaseControl } from '../../features/evaluate-county/release-control.tsx';
import { RunAgain } from '../../features/evaluate-county/run-again.tsx';
import { sameResults } from '../../features/evaluate-county/model/same-result.ts';
import { CountyRecognition } from '../../features/recognise-counties/county-recognition.tsx';
import { evaluationQuery, evaluationsQuery } from '../../server/evaluations.ts';
import { schoolsQuery } from '../../server/organisations.ts';

export function EvaluationRoute() {
  const { roundId = '', evaluationId = '' } = useParams();
  const { t } = useTranslation(['evaluate', 'frame']);
  const navigate = useNavigate();
  const evaluation = useQuery(evaluationQuery(evaluationId));
  const runs = useQuery(evaluationsQuery(roundId));
  const schools = useQuery(schoolsQuery());
  const names = useMemo(() => {
    const known = new Map((schools.data?.schools ?? []).map((school) => [school.id, school.name]));
    // The name at the time of the evaluation wins over today's.
    for (const each of evaluation.data?.result.schoolStages ?? []) known.set(each.schoolId, each.name);
    return known;
  }, [schools.data, evaluation.data]);
  const ofRound = runs.data?.evaluations ?? [];
  const run = ofRound.find((each) => each.id === evaluationId);
  const sameAs = sameResults(ofRound).get(evaluationId)?.ranAt ?? null;
  return (
    <Loaded query={evaluation}>
      {(data) => (
        <>
          <title>{`${t('county.title', { county: data.result.countyName })} · ${t('product', { ns: 'frame' })}`}</title>
          <CountyPage
            evaluation={data}
            names={names}
            sameAs={sameAs}
            control={
              run === undefined ? null : (
                <>
                  {run.outdated === null ? null : (
                    <OutdatedNotice outdated={run.outdated} roundId={roundId} version={run.dataSet.version} />
                  )}
                  <ReleaseControl run={run} inForce={ofRound.find(({ release }) => release !== null) ?? null} />
                  <CountyRecognition countyId={run.dataSet.regionId} />
                </>
              )
            }
            head={
              <PageHeader
                above={<Link to={`/rounds/${roundId}/evaluations`}>{t('county.all')}</Link>}
                title={t('county.title', { county: data.result.countyName })}
                actions={
                  <RunAgain
                    evaluation={data}
                    compareHref={`/rounds/${roundId}/compare?after=${evaluationId}`}
                    onRan={(again) =>
                      void navigate(`/rounds/${roundId}/compare?before=${evaluationId}&after=${again.id}`)
                    }
                  />
                }
              />
            }
          />
        </>
      )}
    </Loaded>
  );
}
