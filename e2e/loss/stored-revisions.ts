import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

interface Revision {
  readonly report: string;
  readonly cell: string;
  readonly revision: number;
  readonly before: string | null;
  readonly after: string | null;
}

/** What PostgreSQL holds of the values of the run, read past the server. */
export interface StoredRevisions {
  /** How often each value was written. */
  readonly times: ReadonlyMap<string, number>;
  /** Revisions whose `before` is not the `after` of the one before them, and cells that are not their last revision. */
  readonly broken: readonly string[];
}

/** Address of the embedded PostgreSQL that runs in a data folder. */
function databaseOf(dataDir: string): pg.ClientConfig {
  const moved = join(dataDir, 'postgres-folder');
  const folder = existsSync(moved) ? readFileSync(moved, 'utf8').trim() : join(dataDir, 'postgres');
  const port = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3]);
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim();
  return { host: '127.0.0.1', port, user: 'junheng', password, database: 'junheng' };
}

export async function readRevisions(dataDir: string, reports: readonly string[]): Promise<StoredRevisions> {
  const client = new pg.Client(databaseOf(dataDir));
  await client.connect();
  try {
    const { rows } = await client.query<Revision>(
      `SELECT self_report_id AS report, cell, revision, before, after FROM cell_revisions
        WHERE self_report_id = ANY($1::uuid[]) ORDER BY self_report_id, cell, revision`,
      [reports],
    );
    const cells = await client.query<{ report: string; cells: Record<string, string> }>(
      'SELECT id AS report, cells FROM self_reports WHERE id = ANY($1::uuid[])',
      [reports],
    );
    const now = new Map(cells.rows.map(({ report, cells: values }) => [report, values]));
    return judge(rows, (report, cell) => now.get(report)?.[cell] ?? null);
  } finally {
    await client.end();
  }
}

function judge(rows: readonly Revision[], nowIn: (report: string, cell: string) => string | null): StoredRevisions {
  const times = new Map<string, number>();
  const broken: string[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.after !== null) times.set(row.after, (times.get(row.after) ?? 0) + 1);
    const before = rows[index - 1];
    const next = rows[index + 1];
    const follows = before?.report === row.report && before.cell === row.cell;
    const last = next?.report !== row.report || next.cell !== row.cell;
    if (follows && before.after !== row.before)
      broken.push(`${row.cell} revision ${row.revision}: ${row.before} was ${before.after}`);
    if (last && nowIn(row.report, row.cell) !== row.after)
      broken.push(`${row.cell} is not its revision ${row.revision}`);
  }
  return { times, broken };
}
