import { Injectable } from '@nestjs/common';
import type { RectificationReport } from '@junheng/api-contract';
import type { Scope } from '../../access/access.scope.ts';
import { LetterReportsRepository } from '../persistence/letter-reports.repository.ts';
import { RectificationsRepository } from '../persistence/rectifications.repository.ts';
import { RectificationsService } from '../rectifications.service.ts';
import { presentReport } from './letter-report.presenter.ts';
import { LettersService } from './letters.service.ts';

/** The report on rectification (整改报告) that a letter asks for: written by the ledger. */
@Injectable()
export class LetterReportsService {
  constructor(
    private readonly letters: LettersService,
    private readonly ledger: RectificationsService,
    private readonly rows: RectificationsRepository,
    private readonly reports: LetterReportsRepository,
  ) {}

  /** @throws feedback-letter.not-found */
  async report(scope: Scope, letterId: string): Promise<RectificationReport> {
    const letter = await this.letters.letter(scope, letterId);
    return presentReport(
      letter,
      {
        before: await this.reports.findBefore(letterId),
        measures: await this.reports.findMeasures(letterId),
        notes: await this.reports.findNotes(letterId),
        files: await this.reports.findFiles(letterId),
        bases: await this.rows.findBases(scope, letter.county.id),
        money: await this.reports.sumMoney(letterId),
      },
      this.ledger.today(),
    );
  }
}
