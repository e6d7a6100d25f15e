import type { Language } from '@junheng/evaluation-messages';
import { mailText as text } from '@junheng/evaluation-messages/mail';
import type { MailOutcome } from '../../platform/mail/mail-transport.ts';
import type { DueMail, MailSettlement } from './messages.types.ts';

const MINUTE = 60_000;
/** How long after the first, second ... failure it is tried again; then it is given up. */
const PATIENCE = [1, 5, 30, 120, 480].map((minutes) => minutes * MINUTE);

/** What becomes of a mail after an attempt. */
export function settlementOf(outcome: MailOutcome, attempts: number, now: Date): MailSettlement {
  if (outcome.kind === 'sent') return { state: 'sent', problem: null, detail: null, nextAt: null };
  const pause = PATIENCE[attempts - 1];
  const again = outcome.kind === 'unreachable' && pause !== undefined;
  return {
    state: again ? 'waiting' : 'failed',
    problem: outcome.kind,
    detail: outcome.detail,
    nextAt: again ? new Date(now.getTime() + pause) : null,
  };
}

/** Subject and text of a mail in its reader's language. @param portalUrl where one signs in; null where nobody said */
export function wordsOf(mail: DueMail, portalUrl: string | null): { readonly subject: string; readonly text: string } {
  const language: Language = mail.language ?? 'zh-CN';
  const kind = text(language, `mail.kind.${mail.kind}`);
  const subject =
    mail.roundYear === null || mail.roundKind === null
      ? text(language, 'mail.subject', { kind })
      : text(language, 'mail.subject-of-round', {
          kind,
          year: mail.roundYear,
          round: text(language, `mail.round-kind.${mail.roundKind}`),
        });
  const at = new Intl.DateTimeFormat(language, {
    timeZone: mail.timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(mail.at);
  return {
    subject,
    text: [
      mail.schools.join(language === 'zh-CN' ? '、' : ', '),
      '',
      mail.text,
      '',
      text(language, 'mail.by', { by: mail.by, county: mail.countyName, at }),
      ...(portalUrl === null ? [] : [text(language, 'mail.portal', { url: portalUrl })]),
      '',
      text(language, 'mail.foot'),
    ].join('\n'),
  };
}
