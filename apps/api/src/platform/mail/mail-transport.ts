import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { APP_CONFIG, type AppConfig } from '../config/config.ts';

/** A mail of plain text to one address. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for each attempt, so that a mail that arrives twice is known to be one. */
  readonly messageId: string;
}

/** `refused`: the server will not take it, now or later; `unreachable`: it may be tried again. `detail`: what the server said. */
export type MailOutcome =
  { readonly kind: 'sent' } | { readonly kind: 'refused' | 'unreachable'; readonly detail: string };

const CONNECT_MILLISECONDS = 10_000;
const SILENCE_MILLISECONDS = 30_000;
/** Of one attempt, from connecting to the server's last word: one that answers in drops is never silent. */
export const ATTEMPT_MILLISECONDS = 45_000;

/** The mail server of the installation (SMTP), if there is one. */
@Injectable()
export class MailTransport implements OnModuleDestroy {
  private readonly transporter: ReturnType<typeof createTransport> | null;

  constructor(@Inject(APP_CONFIG) config: AppConfig) {
    this.transporter =
      config.mail === null
        ? null
        : createTransport(
            {
              url: config.mail.url,
              pool: true,
              maxConnections: 2,
              connectionTimeout: CONNECT_MILLISECONDS,
              greetingTimeout: CONNECT_MILLISECONDS,
              socketTimeout: SILENCE_MILLISECONDS,
              disableFileAccess: true,
              disableUrlAccess: true,
            },
            { from: config.mail.from },
          );
  }

  get configured(): boolean {
    return this.transporter !== null;
  }

  /** @param giveUp ends the attempt at once; the mail may have arrived all the same */
  async send(mail: Mail, giveUp: AbortSignal): Promise<MailOutcome> {
    if (this.transporter === null) return { kind: 'unreachable', detail: 'no mail server is configured' };
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(ATTEMPT_MILLISECONDS), giveUp]);
      await this.transporter.sendMail({ ...mail, headers: { 'Auto-Submitted': 'auto-generated' }, signal });
      return { kind: 'sent' };
    } catch (error) {
      return { kind: isFinal(error) ? 'refused' : 'unreachable', detail: detailOf(error, mail.to) };
    }
  }

  onModuleDestroy(): void {
    this.transporter?.close();
  }
}

/** A refused sign-in, sender or greeting is the installation's fault and may be mended; so is a wrong order of commands (503). */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { command, responseCode } = error as Error & { command?: unknown; responseCode?: unknown };
  const isAboutTheMail = command === 'RCPT TO' || command === 'DATA';
  return isAboutTheMail && typeof responseCode === 'number' && responseCode >= 500 && responseCode !== 503;
}

/** What the server said, without the address that it likes to repeat: that is kept with the person and nowhere else. */
function detailOf(error: unknown, address: string): string {
  const text = error instanceof Error ? error.message : String(error);
  const literally = address.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return text.replaceAll(new RegExp(literally, 'gi'), '…').replaceAll(/\s+/g, ' ').slice(0, 300);
}
