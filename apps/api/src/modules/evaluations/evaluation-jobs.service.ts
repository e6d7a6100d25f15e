import { Injectable } from '@nestjs/common';
import type { EvaluationJob, EvaluationJobDetails, runEvaluationJobRequestSchema } from '@junheng/api-contract';
import type { z } from 'zod';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { EvaluationJobRunner } from './evaluation-job-runner.service.ts';
import { evaluationErrors } from './evaluations.errors.ts';
import type { EvaluationJobRecord } from './evaluations.types.ts';
import { EvaluationJobsRepository } from './persistence/evaluation-jobs.repository.ts';

/** Evaluating all counties of a region at once: asked for here, watched here, done by the runner. */
@Injectable()
export class EvaluationJobsService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly repository: EvaluationJobsRepository,
    private readonly runner: EvaluationJobRunner,
    private readonly organisations: OrganisationsService,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
  ) {}

  /** Newest first. A region above one's own place has none to show. @throws region.not-found */
  async list(scope: Scope, regionId: string): Promise<readonly EvaluationJob[]> {
    await this.organisations.region(scope, regionId);
    return (await this.repository.findOf(this.database, scope, regionId)).map(presentJob);
  }

  /** @throws evaluation-job.not-found */
  async read(scope: Scope, jobId: string): Promise<EvaluationJobDetails> {
    const job = await this.repository.findById(this.database, scope, jobId);
    if (job === null) throw evaluationErrors.jobNotFound(jobId);
    return { ...presentJob(job), parts: [...(await this.repository.findParts(this.database, scope, jobId))] };
  }

  /** @throws region.not-found, edition.not-found, evaluation-job.no-rounds, evaluation-job.under-way */
  async ask(
    scope: Scope,
    actor: Actor,
    regionId: string,
    request: z.infer<typeof runEvaluationJobRequestSchema>,
  ): Promise<EvaluationJobDetails> {
    const { kind, year, data, editionId = null } = request;
    if (editionId !== null) await this.standards.read(scope, editionId);
    const jobId = await this.transactions.run(actor, async (tx) => {
      const job = await this.repository.insert(tx, scope, { regionId, kind, year, editionId, data });
      if (job === null) throw evaluationErrors.regionOutOfReach(regionId);
      if (job.parts === 0) throw evaluationErrors.noRounds(kind, year);
      await this.note(tx, scope, job.id, 'evaluation-job.asked', { kind, year, editionId, data, counties: job.parts });
      return job.id;
    });
    const answer = await this.read(scope, jobId);
    void this.runner.wake();
    return answer;
  }

  /** What is stored stays; the counties left are not evaluated. @throws evaluation-job.not-found, evaluation-job.ended */
  async cancel(scope: Scope, actor: Actor, jobId: string): Promise<EvaluationJobDetails> {
    await this.read(scope, jobId);
    await this.transactions.run(actor, async (tx) => {
      if (!(await this.repository.cancel(tx, scope, jobId))) throw evaluationErrors.jobEnded(jobId);
      await this.note(tx, scope, jobId, 'evaluation-job.cancelled', {});
    });
    return this.read(scope, jobId);
  }

  /** In the county's own log where the job is of one county; a job over several belongs to none of them. */
  private async note(
    tx: Transaction,
    scope: Scope,
    jobId: string,
    action: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const job = await this.repository.findById(tx, scope, jobId);
    if (job === null) throw evaluationErrors.jobNotFound(jobId);
    await this.audit.append(tx, {
      countyId: job.region.level === 'county' ? job.region.id : null,
      action,
      subject: { kind: 'evaluation-job', id: jobId },
      details: { regionId: job.region.id, ...details },
    });
  }
}

function presentJob({ regionPath: _path, ...job }: EvaluationJobRecord): EvaluationJob {
  return {
    ...job,
    askedAt: job.askedAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    endedAt: job.endedAt?.toISOString() ?? null,
  };
}
