import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase } from '../src/platform/database/open-database.ts';
import { HttpConnection } from './http-connection.ts';
import { countedCells, type LoadSchool } from './load-schools.ts';
import { freePort, startProcess, untilHealthy, type Product } from './product.ts';
import type { Saver } from './saver.ts';

export interface Peer {
  readonly pid: number;
  readonly savers: readonly Saver[];
  stop(): Promise<void>;
}

/** The bare Fastify + pg server on the same PostgreSQL, with reports of the same size. */
export async function startBare(product: Product, schools: readonly LoadSchool[]): Promise<Peer> {
  await createDatabase(await product.databaseUrl('postgres'), 'bare');
  const url = await product.databaseUrl('bare');
  const ids = await createReports(url, schools);
  const port = await freePort();
  const logFile = join(product.dataDir, 'bare.log');
  const child = startProcess('./bare-server.ts', { logFile, environment: {}, arguments: [url, String(port)] });
  const address = `http://127.0.0.1:${port}`;
  await untilHealthy(child, `${address}/health`, logFile);
  const savers = schools.map((school, index): Saver => {
    const connection = new HttpConnection(address);
    const cells = countedCells(school.start.cells);
    let next = 0;
    return {
      saveOnce: async () => {
        next += 1;
        const body = { cell: cells[next % cells.length] ?? '', value: String(100 + next) };
        const path = `/reports/${ids[index] ?? ''}`;
        const answer = await connection.send({ method: 'PATCH', path, headers: {}, body });
        if (answer.status !== 200) throw new Error(`bare save: ${answer.status} ${JSON.stringify(answer.body)}`);
      },
      close: () => connection.close(),
    };
  });
  return {
    pid: child.pid ?? 0,
    savers,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function createReports(url: string, schools: readonly LoadSchool[]): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`
      CREATE TABLE reports (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), revision integer NOT NULL DEFAULT 0,
        cells jsonb NOT NULL, cell_state jsonb NOT NULL, updated_at timestamptz);
      CREATE TABLE cell_revisions (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        report_id uuid NOT NULL REFERENCES reports (id), revision integer NOT NULL, cell text NOT NULL, after text,
        at timestamptz NOT NULL, UNIQUE (report_id, cell, revision));
      CREATE TABLE audit_entries (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, content text NOT NULL)`);
    const ids: string[] = [];
    for (const { start } of schools) {
      const states = Object.keys(start.cells).map((cell) => [cell, { revision: 1, source: 'typed' }]);
      const { rows } = await client.query<{ id: string }>(
        'INSERT INTO reports (cells, cell_state) VALUES ($1, $2) RETURNING id',
        [JSON.stringify(start.cells), JSON.stringify(Object.fromEntries(states))],
      );
      ids.push(rows[0]?.id ?? '');
    }
    return ids;
  } finally {
    await client.end();
  }
}
