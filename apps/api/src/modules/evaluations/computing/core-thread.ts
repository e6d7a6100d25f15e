import { parentPort } from 'node:worker_threads';
import { doCoreWork, type CoreWork } from './core-work.ts';

// The entry of the thread that CoreThreads starts; one piece of work after the other.

parentPort?.on('message', ({ id, work }: { readonly id: number; readonly work: CoreWork }) => {
  try {
    parentPort?.postMessage({ id, answer: doCoreWork(work) });
  } catch (error) {
    parentPort?.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
});
