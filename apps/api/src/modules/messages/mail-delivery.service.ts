import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import { describeError, Logger } from '../../platform/logging/logger.ts';
import { ATTEMPT_MILLISECONDS, MailTransport } from '../../platform/mail/mail-transport.ts';
import { settlementOf, wordsOf } from './mail-delivery.rules.ts';
import type { DueMail, MailSettlement } from './messages.types.ts';
import { MailsRepository } from './persistence/mails.repository.ts';

const LOOK_EVERY_MILLISECONDS = 5_000;
const BATCH = 20;
/** Longer than a batch may take, all attempts at their limit: a process that dies in between leaves its mails to the next. */
const LEASE_MILLISECONDS = BATCH * ATTEMPT_MILLISECONDS + 5 * 60_000;
/** So long the process waits for the mail that is on its way when it is to stop. */
const PARTING_MILLISECONDS = 3_000;
const PROCESS = systemActor('mail-delivery');

/**
 * Sends the mails of messages in the background: no act of anybody waits for the mail server, and its failure fails no act. A mail
 * goes out at least once; one that arrives twice bears one Message-ID.
 */
@Injectable()
export class MailDelivery implements OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private working: Promise<void> | null = null;
  private stopping = false;
  private readonly hurry = new AbortController();

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly transport: MailTransport,
    private readonly mails: MailsRepository,
    private readonly logger: Logger,
  ) {}

  /** Looks regularly from now on, where a mail server is configured. */
  start(): void {
    if (!this.transport.configured) return;
    this.timer = setInterval(() => void this.deliver(), LOOK_EVERY_MILLISECONDS);
    this.timer.unref();
  }

  /** Sends what is due. @returns when nothing is due any more */
  async deliver(): Promise<void> {
    this.working ??= this.workOff()
      .catch((error: unknown) => this.logger.error('mail.failed', { error: describeError(error) }))
      .finally(() => {
        this.working = null;
      });
    return this.working;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    if (this.timer !== null) clearInterval(this.timer);
    const parting = setTimeout(() => this.hurry.abort(), PARTING_MILLISECONDS);
    await this.working;
    clearTimeout(parting);
  }

  private async workOff(): Promise<void> {
    if (!this.transport.configured) return;
    while (!this.stopping) {
      const now = this.clock.now();
      const leaseEnds = new Date(now.getTime() + LEASE_MILLISECONDS);
      const due = await this.transactions.run(PROCESS, (tx) =>
        this.mails.claim(tx, BATCH, leaseEnds, calendarDay(now)),
      );
      if (due.length === 0) return;
      await this.sendAll(due);
    }
  }

  /** Until the process is to stop: what it has not tried by then is anybody's again. */
  private async sendAll(due: readonly DueMail[]): Promise<void> {
    for (const [index, mail] of due.entries()) {
      if (this.stopping) {
        const untried = due.slice(index).map(({ id }) => id);
        await this.transactions.run(PROCESS, (tx) => this.mails.release(tx, untried));
        return;
      }
      const settlement = await this.attempt(mail);
      await this.transactions.run(PROCESS, (tx) => this.mails.settle(tx, mail.id, settlement));
    }
  }

  private async attempt(mail: DueMail): Promise<MailSettlement> {
    // Taken out since: whoever removes their address wants no mail.
    if (mail.email === null) return { state: 'failed', problem: 'no-address', detail: null, nextAt: null };
    if (mail.schools.length === 0) return { state: 'failed', problem: 'no-role', detail: null, nextAt: null };
    const outcome = await this.transport.send(
      { to: mail.email, ...wordsOf(mail, this.config.publicUrl), messageId: `<${mail.id}@junheng.invalid>` },
      this.hurry.signal,
    );
    return settlementOf(outcome, mail.attempts, this.clock.now());
  }
}
