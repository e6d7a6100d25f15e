import pg from 'pg';
import type { MovedSchool, TypedSchool } from './endurance-load.ts';

/** What the database holds beside what was acknowledged. */
export interface RowCount {
  readonly acknowledged: number;
  /** Acknowledged and not there, or there with another value. */
  readonly lost: readonly string[];
  /** There more often than acknowledged. */
  readonly doubled: readonly string[];
}

/** Counts the rows of every report, by PostgreSQL and not by the server that wrote them. */
export async function countRows(
  url: string,
  typed: readonly TypedSchool[],
  moved: readonly MovedSchool[],
): Promise<RowCount> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const lost: string[] = [];
  const doubled: string[] = [];
  let acknowledged = 0;
  const compare = (what: string, there: number, wanted: number) => {
    if (there < wanted) lost.push(`${what}: ${there} of ${wanted}`);
    if (there > wanted) doubled.push(`${what}: ${there} of ${wanted}`);
  };
  const count = async (sql: string, values: readonly unknown[]): Promise<number> => {
    const { rows } = await client.query<{ count: number }>(sql, [...values]);
    return Number(rows[0]?.count ?? 0);
  };
  try {
    for (const { school, acknowledged: saves } of typed) {
      acknowledged += saves.length;
      const { reportId, start } = school;
      const name = `report ${reportId}`;
      const { rows: receipts } = await client.query<{ key: string; revision: number }>(
        'SELECT key, revision FROM saves WHERE self_report_id = $1 AND revision > $2',
        [reportId, start.revision],
      );
      compare(`${name}, receipts`, receipts.length, saves.length);
      const revisionOf = new Map(receipts.map(({ key, revision }) => [key, revision]));
      for (const { request, revision } of saves) {
        if (revisionOf.get(request.key) !== revision) lost.push(`${name}, save ${request.key}`);
      }
      const { rows: history } = await client.query<{ cell: string; after: string | null; revision: number }>(
        'SELECT cell, after, revision FROM cell_revisions WHERE self_report_id = $1 AND revision > $2 ORDER BY revision',
        [reportId, start.revision],
      );
      const wanted = saves.flatMap(({ request, revision }) =>
        request.changes.map(({ cell, value }) => ({ cell, after: value, revision })),
      );
      compare(`${name}, cell revisions`, history.length, wanted.length);
      wanted.forEach((one, index) => {
        if (JSON.stringify(history[index]) !== JSON.stringify(one))
          lost.push(`${name}, ${one.cell} in ${one.revision}`);
      });
      const { rows: now } = await client.query<{ cells: Record<string, string>; revision: number }>(
        'SELECT cells, revision FROM self_reports WHERE id = $1',
        [reportId],
      );
      compare(`${name}, revision`, now[0]?.revision ?? 0, start.revision + saves.length);
      const last = new Map(wanted.map(({ cell, after }) => [cell, after]));
      for (const [cell, value] of last) if (now[0]?.cells[cell] !== value) lost.push(`${name}, value of ${cell}`);
      const entries = await count(
        `SELECT count(*) FROM audit_entries WHERE subject_id = $1 AND action = 'self-report.cells-saved'`,
        [reportId],
      );
      // The first one filled the form.
      compare(`${name}, audit entries`, entries - 1, saves.length);
    }
    for (const { school, submitted, withdrawn } of moved) {
      acknowledged += submitted + withdrawn;
      for (const [kind, times] of [
        ['submitted', submitted],
        ['withdrawn', withdrawn],
      ] as const) {
        const there = await count('SELECT count(*) FROM report_events WHERE self_report_id = $1 AND kind = $2', [
          school.reportId,
          kind,
        ]);
        compare(`report ${school.reportId}, ${kind}`, there, times);
      }
    }
  } finally {
    await client.end();
  }
  return { acknowledged, lost, doubled };
}
