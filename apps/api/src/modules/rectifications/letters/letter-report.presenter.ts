import type { RectificationReport } from '@junheng/api-contract';
import type { BeforeLetter, MoneyOfLetter, NoteOfRow, RowFile } from '../persistence/letter-reports.repository.ts';
import { overdueDays, statusOn } from '../rectifications.rules.ts';
import { presentMeasure, presentRow } from '../rectifications.presenter.ts';
import type { FollowedBase, LedgerRow, MeasureRecord } from '../rectifications.types.ts';
import { particularsOf } from './letters.presenter.ts';
import type { LetterInFull } from './letters.types.ts';

export interface FactsOfReport {
  readonly before: readonly BeforeLetter[];
  readonly measures: readonly MeasureRecord[];
  readonly notes: readonly NoteOfRow[];
  readonly files: readonly RowFile[];
  readonly bases: readonly FollowedBase[];
  readonly money: MoneyOfLetter;
}

type RowOfReport = RectificationReport['problems'][number]['rows'][number];

export function presentReport(letter: LetterInFull, facts: FactsOfReport, today: string): RectificationReport {
  const rows = [
    ...new Map(letter.problems.flatMap((problem) => problem.rows.map(({ row }) => [row.id, row] as const))).values(),
  ];
  const having = (status: string) => rows.filter((row) => statusOn(row, today) === status).length;
  return {
    letter: particularsOf(letter),
    asOf: today,
    counts: {
      problems: letter.problems.length,
      rows: rows.length,
      open: having('open'),
      toVerify: having('to-verify'),
      closed: having('closed'),
      excepted: having('excepted'),
      overdue: rows.filter((row) => overdueDays(row, today) > 0).length,
      ...facts.money,
    },
    problems: letter.problems.map((problem) => ({
      id: problem.id,
      text: problem.text,
      deadline: problem.deadline,
      rows: problem.rows.map(({ row }) => presentRowOfReport(problem.id, row, facts, today)),
    })),
  };
}

function presentRowOfReport(problemId: string, row: LedgerRow, facts: FactsOfReport, today: string): RowOfReport {
  const before = facts.before.find((each) => each.problemId === problemId && each.rowId === row.id);
  const base = facts.bases.find(({ editionId }) => editionId === row.editionId);
  return {
    ...presentRow(row, today),
    before: {
      standing: before?.standing ?? 'none',
      number: before?.measured ?? null,
      year: before?.year ?? null,
    },
    now: { standing: row.standing, number: row.measured, year: base?.year ?? null },
    measureList: facts.measures.filter(({ rows }) => rows.some(({ id }) => id === row.id)).map(presentMeasure),
    notes: facts.notes
      .filter(({ rowId }) => rowId === row.id)
      .map(({ at, by, text }) => ({ at: at.toISOString(), by, text })),
    files: facts.files.filter(({ rowId }) => rowId === row.id).map(({ id, name }) => ({ id, name })),
  };
}
