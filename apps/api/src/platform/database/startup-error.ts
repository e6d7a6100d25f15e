/** The server cannot start, and why, in one clear line for the person at the console. */
export class StartupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartupError';
  }
}

/** The operating system's code of an error (`ENOSPC`, `EADDRINUSE`, …) or PostgreSQL's, else null. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'driverError' in error ? errorCode(error.driverError) : null;
}
