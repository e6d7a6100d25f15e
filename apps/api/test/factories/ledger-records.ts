import type { Transaction } from '../../src/platform/database/transaction.ts';

/** A row of the ledger that a school is responsible for, with a measure, a file and a letter that names it; and a target of the year. */
export async function createLedger(
  tx: Transaction,
  of: { readonly countyId: string; readonly schoolId: string; readonly sha256: string; readonly mark: string },
): Promise<{
  readonly rectificationId: string;
  readonly measureId: string;
  readonly fileId: string;
  readonly feedbackLetterId: string;
  readonly annualTargetId: string;
}> {
  const { countyId, schoolId, sha256, mark } = of;
  const one = async (sql: string, parameters: readonly unknown[]): Promise<string> =>
    (await tx.query<{ id: string }>(sql, parameters))[0]?.id ?? '';
  const rectificationId = await one(
    `INSERT INTO rectifications (county_id, number, kind, title, standing, school_id, responsible_school_id, unit_id, raised_at)
     VALUES ($1, 1, 'other', $2, 'none', $3, $3, NULL, $4) RETURNING id`,
    [countyId, mark, schoolId, tx.at],
  );
  const measureId = await one(
    `INSERT INTO rectification_measures (county_id, kind, description, effects, added_at, added_by_name)
     VALUES ($1, 'training', $2, '[]', $3, $2) RETURNING id`,
    [countyId, mark, tx.at],
  );
  await tx.execute('INSERT INTO rectification_measure_rows (measure_id, rectification_id) VALUES ($1, $2)', [
    measureId,
    rectificationId,
  ]);
  const fileId = await one(
    `INSERT INTO rectification_files (rectification_id, sha256, size, media_type, name, added_at, added_by_name)
     VALUES ($1, $2, 4, 'application/pdf', $3, $4, $3) RETURNING id`,
    [rectificationId, sha256, mark, tx.at],
  );
  const feedbackLetterId = await one(
    `INSERT INTO feedback_letters (county_id, document, document_key, issuer, addressee, dated_on, due_on, entered_at, entered_by_name)
     VALUES ($1, $2, $2, $2, $2, '2026-09-01', '2026-12-01', $3, $2) RETURNING id`,
    [countyId, mark, tx.at],
  );
  const problemId = await one(
    `INSERT INTO feedback_letter_problems (letter_id, position, text, text_key, deadline)
     VALUES ($1, 1, $2, $2, '2026-12-01') RETURNING id`,
    [feedbackLetterId, mark],
  );
  await tx.execute('INSERT INTO feedback_letter_rows (problem_id, rectification_id, known) VALUES ($1, $2, false)', [
    problemId,
    rectificationId,
  ]);
  const annualTargetId = await one(
    `INSERT INTO annual_targets (county_id, year, edition_id, problem_key, place, comparator, value, due_on, document, added_at,
       added_by_name)
     VALUES ($1, 2026, 'cn-2017-quality-balance', 'x', '{"kind": "composite-cv", "stage": "primary"}', 'at-most', 0.5,
       '2026-12-01', $2, $3, $2) RETURNING id`,
    [countyId, mark, tx.at],
  );
  return { rectificationId, measureId, fileId, feedbackLetterId, annualTargetId };
}
