export type LogLevel = 'info' | 'warning' | 'error';
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One line an event: a stable dotted name and flat fields. Never passwords, tokens, cookies or cell values. */
export class Logger {
  constructor(
    private readonly format: 'json' | 'text' | 'off',
    private readonly write: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
  ) {}

  info(event: string, fields: LogFields = {}): void {
    this.line('info', event, fields);
  }

  warning(event: string, fields: LogFields = {}): void {
    this.line('warning', event, fields);
  }

  error(event: string, fields: LogFields = {}): void {
    this.line('error', event, fields);
  }

  private line(level: LogLevel, event: string, fields: LogFields): void {
    if (this.format === 'off') return;
    const at = new Date().toISOString();
    if (this.format === 'json') {
      this.write(JSON.stringify({ at, level, event, ...fields }));
      return;
    }
    const rest = Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${typeof value === 'string' ? JSON.stringify(value) : String(value)}`)
      .join(' ');
    this.write(`${at} ${level === 'info' ? '' : `${level.toUpperCase()} `}${event}${rest === '' ? '' : ` ${rest}`}`);
  }
}

/** What a log line may say of something thrown: name and message, the stack only for the unexpected. */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
