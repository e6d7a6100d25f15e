/** The contract's minimum (`newPasswordSchema`), repeated so that Zod stays out of the entrance; a test compares them. */
export const SHORTEST_PASSWORD = 10;

const LINK_PATH = /^\/one-time-link\/([A-Za-z0-9_-]+)\/?$/;

/** The token of a one-time link, null on any other page. */
export function oneTimeTokenIn(path: string): string | null {
  return LINK_PATH.exec(path)?.[1] ?? null;
}
