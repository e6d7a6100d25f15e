import type { FeedbackLetter, FeedbackLetterReading, ListedFeedbackLetter } from '@junheng/api-contract';
import { storable } from '../../../platform/http/storable-text.ts';
import { presentRow } from '../rectifications.presenter.ts';
import type { CheckedLetter, LetterInFull, LetterRecord, ListedLetterRecord } from './letters.types.ts';

/** More are counted, but not shown: nobody mends a thousand cells one by one. */
const MOST_FINDINGS = 500;

export function particularsOf({ id, county, document, issuer, addressee, datedOn, dueOn, ...rest }: LetterRecord) {
  const entered = { at: rest.enteredAt.toISOString(), by: rest.enteredByName };
  return { id, county: { ...county }, document, issuer, addressee, datedOn, dueOn, entered };
}

export function presentListedLetter(letter: ListedLetterRecord): ListedFeedbackLetter {
  const { problems, total, closed, overdue, withoutMeasure } = letter;
  return { ...particularsOf(letter), problems, rows: { total, closed, overdue, withoutMeasure } };
}

export function presentLetter(letter: LetterInFull, today: string): FeedbackLetter {
  return {
    ...particularsOf(letter),
    revision: letter.revision,
    corrections: letter.corrections.map(({ at, by, reason, changes }) => ({
      at: at.toISOString(),
      by,
      reason,
      changes: changes.map((change) => ({ ...change, rows: change.rows.map((row) => ({ ...row })) })),
    })),
    problems: letter.problems.map(({ id, text, deadline, rows }) => ({
      id,
      text,
      deadline,
      rows: rows.map(({ row, known }) => ({ ...presentRow(row, today), known })),
    })),
  };
}

/** With an error, nothing that could be taken over. */
export function presentReading(
  fileName: string,
  { rows, particulars, problems, findings }: CheckedLetter,
): FeedbackLetterReading {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const taken = errors > 0 ? [] : problems;
  const words = (text: string | null): string | null => (text === null ? null : storable(text));
  return {
    fileName,
    particulars: {
      document: words(particulars.document),
      issuer: words(particulars.issuer),
      addressee: words(particulars.addressee),
      datedOn: particulars.datedOn,
      dueOn: particulars.dueOn,
    },
    problems: taken.map(({ text, deadline, rowIds, measures }) => ({
      text: storable(text),
      deadline,
      rowIds: [...rowIds],
      measures: measures.map((measure) => ({
        ...measure,
        description: storable(measure.description),
        rowIds: [...measure.rowIds],
      })),
    })),
    counts: {
      rows,
      problems: problems.length,
      measures: problems.reduce((sum, problem) => sum + problem.measures.length, 0),
      errors,
      warnings: findings.length - errors,
    },
    findings: findings.slice(0, MOST_FINDINGS).map((finding) => ({ ...finding, facts: { ...finding.facts } })),
  };
}
