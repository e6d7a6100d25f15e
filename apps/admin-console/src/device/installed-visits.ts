const WORKER = '/admin/visit-worker.js';
const SCOPE = '/admin/visit/';

/** The type says that every navigator has service workers; over plain http none has. */
function container(): ServiceWorkerContainer | undefined {
  const lent: Partial<Navigator> | undefined = globalThis.navigator;
  return lent?.serviceWorker;
}

/** Whether a closed visit page can open again without a network: browsers lend that only over https and on the computer itself. */
export const canInstall = (): boolean => container() !== undefined;

/** Keeps the program of the visit pages on this device. Nothing else of the console is served by the worker. */
export async function installVisits(): Promise<void> {
  await container()?.register(WORKER, { scope: SCOPE, updateViaCache: 'none' });
}
