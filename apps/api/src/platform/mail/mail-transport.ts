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

  async send(mail: Mail): Promise<MailOutcome> {
    if (this.transporter === null) return { kind: 'unreachable', detail: 'no mail server is configured' };
    try {
      await this.transporter.sendMail({ ...mail, headers: { 'Auto-Submitted': 'auto-generated' } });
      return { kind: 'sent' };
    } catch (error) {
      return { kind: isFinal(error) ? 'refused' : 'unreachable', detail: detailOf(error) };
    }
  }

  onModuleDestroy(): void {
    this.transporter?.close();
  }
}

/** 5xx to the recipient or the contents stays so; a refused sign-in is the installation's fault and may be mended. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown };
  return code !== 'EAUTH' && typeof responseCode === 'number' && responseCode >= 500;
}

function detailOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(/\s+/g, ' ').slice(0, 300);
}
