import { EvaluationJobRunner } from '../../src/modules/evaluations/evaluation-job-runner.service.ts';
import { systemActor } from '../../src/platform/database/actor.ts';
import type { Answer, TestApi, TestBrowser } from '../harness/test-api.ts';

/** Lets a job end, puts it back among those that wait, and gives the way to cancel it. */
export async function jobToCancel(api: TestApi, by: TestBrowser, jobId: string): Promise<() => Promise<Answer>> {
  await api.app.get(EvaluationJobRunner).wake();
  await api.transactions.run(systemActor('test'), (tx) =>
    tx.execute(`UPDATE evaluation_jobs SET state = 'waiting', ended_at = NULL WHERE id = $1`, [jobId]),
  );
  return () => by.post(`/evaluation-jobs/${jobId}/cancellation`);
}
