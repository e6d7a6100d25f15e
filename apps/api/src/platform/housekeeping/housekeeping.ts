import { describeError, type Logger } from '../logging/logger.ts';

/** Something that removes what is no longer needed. Several processes may do it at once. */
export interface Forgetting {
  /** @returns rows removed, by table */
  forget(): Promise<Readonly<Record<string, number>>>;
}

const FIRST_AFTER_MILLISECONDS = 60_000;
const EVERY_MILLISECONDS = 60 * 60_000;

/** Forgets once an hour, beginning a minute after the start, so that starting is not slowed. A failure waits for the next time. */
export class Housekeeping {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly forgetting: readonly Forgetting[],
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.schedule(FIRST_AFTER_MILLISECONDS);
  }

  /** Waits for what is in progress. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  async forgetAll(): Promise<void> {
    for (const one of this.forgetting) {
      try {
        const removed = await one.forget();
        if (Object.values(removed).some((rows) => rows > 0)) this.logger.info('housekeeping.forgotten', removed);
      } catch (error) {
        this.logger.error('housekeeping.failed', { error: describeError(error) });
      }
    }
  }

  private schedule(after: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.forgetAll().finally(() => this.schedule(EVERY_MILLISECONDS));
    }, after);
    this.timer.unref();
  }
}
