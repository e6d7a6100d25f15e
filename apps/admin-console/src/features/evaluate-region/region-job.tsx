import type { EvaluationJob, Region, Round } from '@junheng/api-contract';
import { Button } from '@junheng/ui/plain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../display/use-may.ts';
import { evaluationJobsQuery, evaluationKeys } from '../../server/evaluations.ts';
import { JobForm } from './job-form.tsx';
import { JobOutcome } from './job-outcome.tsx';
import { JobProgress } from './job-progress.tsx';
import { isUnderWay } from './model/job-choices.ts';

export interface RegionJobProps {
  readonly region: Pick<Region, 'id'>;
  /** The kind of round the page shows. */
  readonly kind: Round['kind'];
}

/** Evaluates every county of the region: asked for here, with its progress while it runs and what came of it afterwards. */
export function RegionJob({ region, kind }: RegionJobProps) {
  const { t } = useTranslation('regionJobs');
  const may = useMay();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { data } = useQuery(evaluationJobsQuery(region.id));
  const job: EvaluationJob | undefined = data?.jobs.find((each) => each.kind === kind);
  const underWay = job !== undefined && isUnderWay(job);
  const wasUnderWay = useRef(false);
  useEffect(() => {
    // The overview below shows what the job has stored.
    if (wasUnderWay.current && !underWay) void client.invalidateQueries({ queryKey: evaluationKeys.allStandings });
    wasUnderWay.current = underWay;
  }, [client, underWay]);
  const mayRun = may('evaluations.run-many');
  if (!mayRun && job === undefined) return null;
  return (
    <section className="jc-surface jc-padded jc-job" aria-label={t('title')}>
      {job === undefined ? null : underWay ? <JobProgress job={job} mayCancel={mayRun} /> : <JobOutcome job={job} />}
      {!mayRun || underWay ? null : asking ? (
        <JobForm region={region} kind={kind} onClose={() => setAsking(false)} />
      ) : (
        <div>
          <Button onClick={() => setAsking(true)}>{t('open')}</Button>
        </div>
      )}
    </section>
  );
}
