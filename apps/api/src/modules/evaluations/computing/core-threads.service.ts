import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { InvariantError } from '../../../platform/errors/domain-error.ts';
import type { CoreAnswer, CoreAnswers, CoreWork } from './core-work.ts';

interface Waiting {
  readonly resolve: (answer: CoreAnswer) => void;
  readonly reject: (error: Error) => void;
}
type Reply = { readonly id: number; readonly answer: CoreAnswer } | { readonly id: number; readonly failure: string };

/** Up to so many schools a county is evaluated in less time than a thread takes to be told of it. */
export const AT_ONCE = 20;
const MOST_THREADS = 4;
/** Counties leave much short-lived data behind: with the usual 16 MB a fifth of the time goes into clearing it away. */
const YOUNG_GENERATION_MB = 64;

/**
 * The core in threads of its own, so that nobody's save waits for a large county. Started as they are needed, as many as there are
 * processors, at most four.
 */
@Injectable()
export class CoreThreads implements OnModuleDestroy {
  /** So many pieces of work at a time are worth asking for. */
  readonly atOnce = Math.min(MOST_THREADS, availableParallelism());
  private readonly threads: CoreThread[] = [];

  /** @throws InvariantError where the core refuses, or the thread dies: what is asked for again starts another */
  async ask<Work extends CoreWork>(work: Work): Promise<CoreAnswers[Work['kind']]> {
    return (await this.leastBusy().ask(work)) as CoreAnswers[Work['kind']];
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.end()));
  }

  private leastBusy(): CoreThread {
    const least = this.threads.reduce<CoreThread | null>(
      (best, each) => (best === null || each.waiting < best.waiting ? each : best),
      null,
    );
    if (least !== null && (least.waiting === 0 || this.threads.length >= this.atOnce)) return least;
    const another = new CoreThread();
    this.threads.push(another);
    return another;
  }
}

class CoreThread {
  private worker: Worker | null = null;
  private readonly asked = new Map<number, Waiting>();
  /** Hashes of those the thread was given. */
  private readonly editions = new Set<string>();
  private lastId = 0;

  get waiting(): number {
    return this.asked.size;
  }

  async ask(work: CoreWork): Promise<CoreAnswer> {
    return new Promise<CoreAnswer>((resolve, reject) => {
      this.lastId += 1;
      this.asked.set(this.lastId, { resolve, reject });
      const worker = this.started();
      worker.postMessage({ id: this.lastId, work: this.withoutWhatItHolds(work) });
    });
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
  }

  private withoutWhatItHolds(work: CoreWork): CoreWork {
    if (work.kind !== 'evaluate' && work.kind !== 'explain') return work;
    if (this.editions.has(work.editionHash)) return { ...work, edition: null };
    this.editions.add(work.editionHash);
    return work;
  }

  private started(): Worker {
    if (this.worker !== null) {
      this.worker.ref();
      return this.worker;
    }
    const worker = startThread();
    this.worker = worker;
    worker.on('message', (reply: Reply) => {
      const asked = this.asked.get(reply.id);
      this.asked.delete(reply.id);
      // An idle thread keeps no command line alive.
      if (this.asked.size === 0) worker.unref();
      if ('failure' in reply) asked?.reject(new InvariantError(reply.failure));
      else asked?.resolve(reply.answer);
    });
    worker.on('error', (error) => this.fail(worker, error.message));
    worker.on('exit', () => this.fail(worker, 'the thread ended'));
    return worker;
  }

  private fail(worker: Worker, message: string): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.editions.clear();
    const failed = [...this.asked.values()];
    this.asked.clear();
    for (const { reject } of failed) reject(new InvariantError(message));
  }
}

/** As `readWorkbook` starts its own: from source the thread must load the compiler hook itself. */
function startThread(): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = new URL(fromSource ? './core-thread.ts' : './core-thread.js', import.meta.url);
  const hook = new URL('../../../../swc-register.js', import.meta.url).href;
  return new Worker(entry, {
    execArgv: fromSource ? ['--conditions=@junheng/source', '--import', hook] : [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
}
