import { Injectable } from '@nestjs/common';
import type { OwnMessages } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import { MailTransport } from '../../platform/mail/mail-transport.ts';
import { Scope } from '../access/access.scope.ts';
import { messageErrors } from './messages.errors.ts';
import type { NewMessage, SentMessage } from './messages.types.ts';
import { MailsRepository } from './persistence/mails.repository.ts';
import { MessagesRepository } from './persistence/messages.repository.ts';

/** What the bureau tells its schools (通知, 催报): shown on the first screen of the portal until it is read. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly repository: MessagesRepository,
    private readonly mails: MailsRepository,
    private readonly transport: MailTransport,
    private readonly audit: AuditLog,
  ) {}

  /** To the schools of it that are in scope; nothing where none is. Mails of it go out later, where a mail server is configured. */
  async send(tx: Transaction, scope: Scope, message: NewMessage): Promise<void> {
    const id = await this.repository.insert(tx, scope, message);
    if (id === null) return;
    if (this.transport.configured) await this.mails.enqueue(tx, id, calendarDay(tx.at));
    const { countyId, roundId, kind, text, schoolIds } = message;
    await this.audit.append(tx, {
      countyId,
      action: 'message.sent',
      subject: { kind: 'message', id },
      details: { roundId, kind, text, schoolIds },
    });
  }

  /** Whether messages go out by mail, too. */
  get byMail(): boolean {
    return this.transport.configured;
  }

  async sentIn(reader: Reader, scope: Scope, roundId: string): Promise<readonly SentMessage[]> {
    return this.repository.findSent(reader, scope, roundId);
  }

  /** Of the schools the person was granted themselves. */
  async own(scope: Scope): Promise<OwnMessages> {
    const messages = await this.repository.findOfSchools(this.database, ownSchools(scope), scope.personId ?? '');
    return {
      messages: messages.map((message) => ({
        ...message,
        at: message.at.toISOString(),
        readAt: message.readAt?.toISOString() ?? null,
      })),
    };
  }

  /** @throws message.not-found */
  async read(scope: Scope, actor: Actor, messageId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const schools = await this.repository.markRead(tx, ownSchools(scope), messageId, scope.personId ?? '');
      const [first] = schools;
      if (first === undefined) throw messageErrors.notFound(messageId);
      const read = schools.filter((school) => school.first).map(({ schoolId }) => schoolId);
      if (read.length === 0) return;
      await this.audit.append(tx, {
        countyId: first.countyId,
        action: 'message.read',
        subject: { kind: 'message', id: messageId },
        details: { schoolIds: read },
      });
    });
  }
}

/** Without the grants at regions and areas: what a school is told is read by the school. */
function ownSchools(scope: Scope): Scope {
  return Scope.of(
    scope.personId ?? '',
    scope.grants.filter(({ place }) => place.kind === 'school'),
  );
}
