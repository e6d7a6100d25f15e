import { isReachable, onReachChange } from '../api/reach.ts';

const WORKER = '/service-worker.js';
/** How often an open page asks for a new version. */
const ASK_EVERY_MS = 30 * 60_000;
/** A new version that does not take over by then is left for later. */
const TAKE_OVER_MS = 5_000;

let registration: ServiceWorkerRegistration | null = null;
let newVersion = false;
let reloading = false;
const listeners = new Set<() => void>();

function found(): void {
  newVersion = true;
  for (const listener of listeners) listener();
}

export const isNewVersionThere = (): boolean => newVersion;

export function onNewVersion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether this page is being left for its newer version on purpose: nothing is asked any more. */
export const isReloading = (): boolean => reloading;

/** The type says that every navigator has service workers; over plain http none has. */
function container(): ServiceWorkerContainer | undefined {
  const lent: Partial<Navigator> | undefined = globalThis.navigator;
  return lent?.serviceWorker;
}

/**
 * Keeps the program on this device, so that it opens without a network, and watches for a new version. Browsers lend this only
 * to pages over https and on the computer itself.
 */
export async function installPage(): Promise<void> {
  const workers = container();
  if (workers === undefined || registration !== null) return;
  const hadVersion = workers.controller !== null;
  registration = await workers.register(WORKER, { updateViaCache: 'none' });
  const current = registration;
  const watch = (worker: ServiceWorker | null): void => {
    if (worker === null) return;
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' && workers.controller !== null) found();
    });
  };
  if (current.waiting !== null && hadVersion) found();
  watch(current.installing);
  current.addEventListener('updatefound', () => watch(current.installing));
  workers.addEventListener('controllerchange', () => {
    // Another window has moved on: the chunks of this version are gone from this device.
    if (hadVersion) found();
  });
  const ask = (): void => void current.update().catch(() => undefined);
  setInterval(ask, ASK_EVERY_MS);
  // A server that was away may have come back as another release.
  onReachChange(() => {
    if (isReachable()) ask();
  });
}

/** Reloads into the newest version there is. A plain reload would stay at the old one while another window has it open. */
export async function reloadToNewest(): Promise<void> {
  reloading = true;
  try {
    await takeOver();
  } finally {
    location.reload();
  }
}

async function takeOver(): Promise<void> {
  const workers = container();
  const current = registration ?? (await workers?.getRegistration()) ?? null;
  if (workers === undefined || current === null) return;
  await current.update().catch(() => undefined);
  const next = current.waiting ?? current.installing;
  if (next === null) return;
  await new Promise<void>((resolve) => {
    const activate = (): void => {
      if (next.state === 'installed') next.postMessage('activate');
    };
    setTimeout(resolve, TAKE_OVER_MS);
    workers.addEventListener('controllerchange', () => resolve(), { once: true });
    next.addEventListener('statechange', activate);
    activate();
  });
}
