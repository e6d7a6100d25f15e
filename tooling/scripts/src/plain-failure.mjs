/** A failure that is told to the person at the keyboard as its one-line message, without a stack trace. */
export class PlainFailure extends Error {
  /**
   * @param {string} message one line: what happened and how to mend it
   * @param {{ exitCode?: number, detail?: string }} [options] `detail` is printed above the line (the tail of a tool's output)
   */
  constructor(message, { exitCode = 1, detail = '' } = {}) {
    super(message);
    this.name = 'PlainFailure';
    this.exitCode = exitCode;
    this.detail = detail;
  }
}

/** Wrong usage of a command (BSD sysexits EX_USAGE). */
export const WRONG_USAGE = 64;
