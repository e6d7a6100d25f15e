/** A text or a fact of it is missing: a fault of the programme. */
export class MissingTextError extends Error {
  constructor(message: string) {
    super(`evaluation-messages: ${message}`);
    this.name = 'MissingTextError';
  }
}

/**
 * A missing text or fact is found by tests, not by a person filling in a form: under test it throws. Read without Node's
 * types, because this package also runs in the browser.
 */
const environment = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env;

export function reportFault(message: string): void {
  if (environment?.['NODE_ENV'] === 'test') throw new MissingTextError(message);
}
