import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { actorPersonId, systemActor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { describeError, Logger } from '../../platform/logging/logger.ts';
import type { Scope } from '../access/access.scope.ts';
import { HeldRights } from '../access/held-rights.service.ts';
import { DataSetsService } from '../data-sets/data-sets.service.ts';
import { CoreThreads } from './computing/core-threads.service.ts';
import { EvaluationRunsService } from './evaluation-runs.service.ts';
import type { ClaimedJob } from './evaluations.types.ts';
import { EvaluationJobQueue } from './persistence/evaluation-job-queue.ts';

const LOOK_EVERY_MILLISECONDS = 10_000;
const BEAT_EVERY_MILLISECONDS = 5_000;
const PROCESS = systemActor('evaluation-jobs');

/** Thrown inside a transaction so that nothing of it is stored. */
class JobLost extends Error {}

/**
 * Works off the evaluations of many counties, several counties at a time, one job after the other. A county's run and the note that
 * it is done are one transaction: however often the server is killed, each county is evaluated once.
 */
@Injectable()
export class EvaluationJobRunner implements OnModuleDestroy {
  private readonly owner = randomUUID();
  private timer: NodeJS.Timeout | null = null;
  private working: Promise<void> | null = null;
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly queue: EvaluationJobQueue,
    private readonly runs: EvaluationRunsService,
    private readonly dataSets: DataSetsService,
    private readonly rights: HeldRights,
    private readonly core: CoreThreads,
    private readonly logger: Logger,
  ) {}

  /** From now on looks by itself for what another process left behind. */
  start(): void {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MILLISECONDS);
    this.timer.unref();
    void this.look();
  }

  /** There is something to do. @returns when there is nothing left to do for this process */
  async wake(): Promise<void> {
    this.working ??= this.workOff().finally(() => {
      this.working = null;
    });
    return this.working;
  }

  /** Lets the counties in hand finish; what is left of the job waits for the next process. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    if (this.timer !== null) clearInterval(this.timer);
    await this.working;
  }

  private async look(): Promise<void> {
    try {
      if (this.working === null && (await this.queue.anyWaits(this.database))) await this.wake();
    } catch (error) {
      this.logger.error('evaluation-jobs.failed', { error: describeError(error) });
    }
  }

  private async workOff(): Promise<void> {
    try {
      while (!this.stopping) {
        const job = await this.transactions.run(PROCESS, (tx) => this.queue.claim(tx, this.owner));
        if (job === null) return;
        await this.work(job);
      }
    } catch (error) {
      this.logger.error('evaluation-jobs.failed', { error: describeError(error) });
    } finally {
      await this.transactions
        .run(PROCESS, (tx) => this.queue.release(tx, this.owner))
        .catch((error: unknown) => this.logger.error('evaluation-jobs.failed', { error: describeError(error) }));
    }
  }

  private async work(job: ClaimedJob): Promise<void> {
    const personId = actorPersonId(job.actor);
    // Whoever asked may have lost the role since, by the time a restarted server goes on.
    const scope = personId === null ? null : await this.rights.scopeOf(personId, 'evaluations.run-many');
    if (scope === null || !scope.coversRegionPath(job.regionPath)) return this.finish(job, 'permission.denied');
    const hand = { alive: true };
    const heart = setInterval(() => {
      void this.transactions
        .run(PROCESS, (tx) => this.queue.beat(tx, this.owner, job.id))
        .then((held) => {
          hand.alive &&= held;
        })
        .catch((error: unknown) => this.logger.warning('evaluation-jobs.silent', { error: describeError(error) }));
    }, BEAT_EVERY_MILLISECONDS);
    try {
      const left = job.parts[Symbol.iterator]();
      await Promise.all(
        // One more than there are threads, so that none waits for the database.
        Array.from({ length: this.core.atOnce + 1 }, async () => {
          for (const part of left) {
            if (!hand.alive || this.stopping) return;
            if (!(await this.evaluate(scope, job, part.roundId))) hand.alive = false;
          }
        }),
      );
    } finally {
      clearInterval(heart);
    }
    if (hand.alive && !this.stopping) await this.finish(job, null);
  }

  /** @returns false where the job is not this process's any more: cancelled, or given to another */
  private async evaluate(scope: Scope, job: ClaimedJob, roundId: string): Promise<boolean> {
    const settle = async (evaluationId: string | null, refusal: string | null): Promise<boolean> =>
      this.transactions.run(PROCESS, (tx) =>
        this.queue.settlePart(tx, this.owner, job.id, { roundId, evaluationId, refusal }),
      );
    try {
      const dataSet = job.data === 'frozen' ? await this.dataSets.newest(scope, roundId) : null;
      const request = {
        ...(dataSet === null ? {} : { dataSetId: dataSet.id }),
        ...(job.editionId === null ? {} : { editionId: job.editionId }),
      };
      await this.runs.run(scope, job.actor, roundId, request, async (tx, evaluationId) => {
        const part = { roundId, evaluationId, refusal: null };
        if (!(await this.queue.settlePart(tx, this.owner, job.id, part))) throw new JobLost();
      });
      return true;
    } catch (error) {
      if (error instanceof JobLost) return false;
      if (error instanceof DomainError) return settle(null, error.code);
      this.logger.error('evaluation-jobs.county-failed', { roundId, error: describeError(error) });
      return settle(null, 'server.internal');
    }
  }

  private async finish(job: ClaimedJob, failure: string | null): Promise<void> {
    await this.transactions.run(PROCESS, (tx) => this.queue.finish(tx, this.owner, job.id, failure));
  }
}
