import { Injectable } from '@nestjs/common';
import type { MeasuredNumber } from '@junheng/evaluation-core';
import { Database } from '../../../platform/database/database.ts';
import type { MeasureRecord, RectificationStanding } from '../rectifications.types.ts';
import { MEASURE } from './rectification.sql.ts';

/** What approved data said of a row when a letter named it. */
export interface BeforeLetter {
  readonly problemId: string;
  readonly rowId: string;
  readonly measured: MeasuredNumber | null;
  readonly standing: RectificationStanding | null;
  readonly year: number | null;
}
export interface NoteOfRow {
  readonly rowId: string;
  readonly at: Date;
  readonly by: string;
  readonly text: string;
}
export interface RowFile {
  readonly rowId: string;
  readonly id: string;
  readonly name: string;
}
/** Decimals of 万元. */
export interface MoneyOfLetter {
  readonly measures: number;
  readonly measuresDone: number;
  readonly money: string;
  readonly spent: string;
}

const ROWS = `(SELECT x.rectification_id FROM feedback_letter_rows x JOIN feedback_letter_problems o ON o.id = x.problem_id
  WHERE o.letter_id = $1)`;
const FOR_ROWS = `m.removed_at IS NULL AND EXISTS (SELECT FROM rectification_measure_rows y
  WHERE y.measure_id = m.id AND y.rectification_id IN ${ROWS})`;

/** What a report says of a letter's rows. Asked only of a letter that was found within scope. */
@Injectable()
export class LetterReportsRepository {
  constructor(private readonly database: Database) {}

  async findBefore(letterId: string): Promise<readonly BeforeLetter[]> {
    return this.database.query<BeforeLetter>(
      `SELECT x.problem_id AS "problemId", x.rectification_id AS "rowId", x.measured, x.standing, x.year
         FROM feedback_letter_rows x JOIN feedback_letter_problems o ON o.id = x.problem_id WHERE o.letter_id = $1`,
      [letterId],
    );
  }

  async findMeasures(letterId: string): Promise<readonly MeasureRecord[]> {
    return this.database.query<MeasureRecord>(
      `SELECT ${MEASURE} FROM rectification_measures m WHERE ${FOR_ROWS} ORDER BY m.ordinal`,
      [letterId],
    );
  }

  /** Oldest first. */
  async findNotes(letterId: string): Promise<readonly NoteOfRow[]> {
    return this.database.query<NoteOfRow>(
      `SELECT e.rectification_id AS "rowId", e.at, e.by_name AS by, e.details ->> 'text' AS text FROM rectification_events e
        WHERE e.rectification_id IN ${ROWS} AND e.kind IN ('note', 'reported') ORDER BY e.id`,
      [letterId],
    );
  }

  async findFiles(letterId: string): Promise<readonly RowFile[]> {
    return this.database.query<RowFile>(
      `SELECT f.rectification_id AS "rowId", f.id, f.name FROM rectification_files f
        WHERE f.rectification_id IN ${ROWS} AND f.removed_at IS NULL ORDER BY f.added_at, f.id`,
      [letterId],
    );
  }

  /** A measure for several rows counts once. */
  async sumMoney(letterId: string): Promise<MoneyOfLetter> {
    const [row] = await this.database.query<MoneyOfLetter>(
      `SELECT count(*)::int AS measures, count(m.done_on)::int AS "measuresDone",
              trim_scale(COALESCE(sum(m.money), 0))::text AS money, trim_scale(COALESCE(sum(m.spent), 0))::text AS spent
         FROM rectification_measures m WHERE ${FOR_ROWS}`,
      [letterId],
    );
    return row ?? { measures: 0, measuresDone: 0, money: '0', spent: '0' };
  }
}
