import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import { InvariantError } from '../../../platform/errors/domain-error.ts';
import type { CoreAnswer, CoreAnswers, CoreWork } from './core-work.ts';

interface Waiting {
  readonly resolve: (answer: CoreAnswer) => void;
  readonly reject: (error: Error) => void;
}
type Reply = { readonly id: number; readonly answer: CoreAnswer } | { readonly id: number; readonly failure: string };

/** The core in a thread of its own, so that nobody's save waits for a large county. Started by the first who asks. */
@Injectable()
export class CoreThread implements OnModuleDestroy {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  /** @throws InvariantError where the core refuses, or the thread dies: what is asked for again starts another */
  async ask<Work extends CoreWork>(work: Work): Promise<CoreAnswers[Work['kind']]> {
    const answer = await new Promise<CoreAnswer>((resolve, reject) => {
      this.lastId += 1;
      this.waiting.set(this.lastId, { resolve, reject });
      this.started().postMessage({ id: this.lastId, work });
    });
    return answer as CoreAnswers[Work['kind']];
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.terminate();
  }

  private started(): Worker {
    if (this.worker !== null) {
      this.worker.ref();
      return this.worker;
    }
    const worker = startThread();
    this.worker = worker;
    worker.on('message', (reply: Reply) => {
      const asked = this.waiting.get(reply.id);
      this.waiting.delete(reply.id);
      // An idle thread keeps no command line alive.
      if (this.waiting.size === 0) worker.unref();
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
    const failed = [...this.waiting.values()];
    this.waiting.clear();
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
  });
}
