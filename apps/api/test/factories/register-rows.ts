import type { Transaction } from '../../src/platform/database/transaction.ts';

/** A bare row, straight into the tables. */
export async function createRegisterRow(
  tx: Transaction,
  { countyId, schoolId }: { readonly countyId: string; readonly schoolId: string },
  mark: string,
): Promise<string> {
  const details = { kind: 'safety', case: 'hazard', severity: 'minor', facts: mark, putRightOn: null };
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO register_rows (county_id, kind, school_id, starts_on, details, revision, changed_at, changed_by_name)
     VALUES ($1, 'safety', $2, '2026-09-01', $3::jsonb, 1, $4, $5) RETURNING id`,
    [countyId, schoolId, JSON.stringify(details), tx.at, mark],
  );
  const id = row?.id ?? '';
  await tx.execute(
    'INSERT INTO register_row_versions (row_id, revision, at, by_name, content) VALUES ($1, 1, $2, $3, $4::jsonb)',
    [
      id,
      tx.at,
      mark,
      JSON.stringify({
        schoolId,
        startsOn: '2026-09-01',
        endsOn: null,
        details,
        evidence: null,
        withdrawalReason: null,
      }),
    ],
  );
  return id;
}
