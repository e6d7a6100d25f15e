import type { Plugin } from 'vite';

/** Builds a service worker beside the built app, once that is written, with the list of its files as `PRECACHED`. */
export function builtServiceWorker(options: {
  /** Absolute path of the worker's source. */
  readonly entry: string;
  /** What the worker is called in the built app. */
  readonly fileName: string;
  /** Where the app is served, with a slash at both ends. */
  readonly base: string;
  /** Files, by their path in the built app, that are useless without a network. */
  readonly leftOut: RegExp;
}): Plugin;
