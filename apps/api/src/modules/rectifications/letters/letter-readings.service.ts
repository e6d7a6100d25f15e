import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FeedbackLetterReading } from '@junheng/api-contract';
import { AuditLog } from '../../../platform/audit/audit-log.ts';
import { calendarDay } from '../../../platform/clock/calendar-day.ts';
import { Clock } from '../../../platform/clock/clock.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import { Database, Transactions } from '../../../platform/database/database.ts';
import { storable } from '../../../platform/http/storable-text.ts';
import { readWorkbook } from '../../../platform/workbooks/read-workbook.ts';
import type { Scope } from '../../access/access.scope.ts';
import { FeedbackLettersRepository } from '../persistence/feedback-letters.repository.ts';
import { RectificationsRepository } from '../persistence/rectifications.repository.ts';
import { rectificationErrors } from '../rectifications.errors.ts';
import { checkLetter } from './check-letter.ts';
import { letterErrors } from './letters.errors.ts';
import { presentReading } from './letters.presenter.ts';

/** The list of problems of a letter (问题清单) as a sheet: read, checked against the ledger, and shown. Nothing of it is kept. */
@Injectable()
export class LetterReadingsService {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly rows: RectificationsRepository,
    private readonly letters: FeedbackLettersRepository,
  ) {}

  /** @throws region.not-found, import.file-refused */
  async read(
    scope: Scope,
    actor: Actor,
    countyId: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<FeedbackLetterReading> {
    if ((await this.rows.findCounty(this.database, scope, countyId)) === null) {
      throw rectificationErrors.regionNotFound();
    }
    const reading = await readWorkbook(file.bytes);
    if (!reading.ok) throw letterErrors.fileRefused(file.name, reading.refusal);
    const checked = checkLetter(reading.workbook.sheets, {
      ledger: await this.letters.findKnownRows(this.database, countyId),
      documents: (await this.letters.findDocuments(this.database, countyId)).map(({ document }) => document),
      today: calendarDay(this.clock.now()),
    });
    const fileName = storable(file.name.slice(0, 200));
    await this.transactions.run(actor, (tx) =>
      this.audit.append(tx, {
        countyId,
        action: 'feedback-letter.sheet-read',
        subject: { kind: 'region', id: countyId },
        details: {
          fileName,
          sha256: createHash('sha256').update(file.bytes).digest('hex'),
          rows: checked.rows,
          problems: checked.problems.length,
        },
      }),
    );
    return presentReading(fileName, checked);
  }
}
