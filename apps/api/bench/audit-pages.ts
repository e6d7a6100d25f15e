import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createWorld } from '../test/factories/world.ts';
import { browser } from '../test/harness/test-api.ts';
import { AppModule } from '../src/app.module.ts';
import { AuditIndexing } from '../src/modules/audit-trail/audit-indexing.service.ts';
import { SESSION_COOKIE } from '../src/modules/access/session-cookie.ts';
import { hashToken, newToken } from '../src/modules/access/tokens.ts';
import { FixedClock } from '../src/platform/clock/clock.ts';
import { parseConfig } from '../src/platform/config/config.ts';
import { systemActor } from '../src/platform/database/actor.ts';
import { Database, Transactions } from '../src/platform/database/database.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { createApplication } from '../src/platform/http/application.ts';
import { Logger } from '../src/platform/logging/logger.ts';
import { fillAudit } from './audit-filler.ts';
import { Latencies } from './latencies.ts';
import { seededRandom } from './random.ts';

/*
 * Pages of the audit log with very many entries, over HTTP, signed in, on an embedded PostgreSQL with fsync on: each filter, alone
 * and together, at the newest page, at old ones and at the very last.
 */

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000000' },
    repeats: { type: 'string', default: '15' },
    seed: { type: 'string', default: '20261122' },
  },
});
const ENTRIES = Number(values.entries);
const SCHOOLS = 1_000;
const began = performance.now();
const say = (line: string): void => {
  process.stdout.write(`[${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s] ${line}\n`);
};

const folder = mkdtempSync(join(tmpdir(), 'junheng-audit-pages-'));
// PostgreSQL runs as another user when this one is root.
chmodSync(folder, 0o755);
const config = parseConfig({ DATA_DIR: folder, PORT: '0', JUNHENG_LOG: 'off' });
const opened = await openDatabase(config);
try {
  await measure();
} finally {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const { dataSource } = opened;
  const clock = new FixedClock();
  const database = new Database(dataSource);
  const transactions = new Transactions(dataSource, clock);
  const world = await transactions.run(systemActor('bench'), (tx) => createWorld(tx));
  await fillAudit(transactions, [world.county, world.foreignCounty], { entries: ENTRIES, schools: SCHOOLS });
  say(`${ENTRIES} entries of ${SCHOOLS} schools, two counties, five years`);
  const logger = new Logger('off');
  const app = await createApplication(AppModule.on({ config, dataSource, clock, logger }), config, logger);
  await app.listen(0, '127.0.0.1');
  const before = performance.now();
  const indexed = await app.get(AuditIndexing).catchUp();
  say(`indexed ${indexed} in ${((performance.now() - before) / 1000).toFixed(1)} s`);
  await database.query('ANALYZE');
  const [size] = await database.query<{ entries: string; trail: string }>(
    `SELECT pg_size_pretty(pg_total_relation_size('audit_entries')) AS entries,
            pg_size_pretty(pg_total_relation_size('audit_trail') + pg_total_relation_size('audit_trail_cells')) AS trail`,
  );
  say(`on disk: entries ${size?.entries}, search tables ${size?.trail}`);
  try {
    for (const persona of ['countyAdministrator', 'provinceReviewer'] as const) {
      const token = newToken();
      await transactions.run(systemActor('bench'), (tx) =>
        tx.execute(
          `INSERT INTO sessions (token_hash, csrf_token, person_id, started_at, last_seen_at, ends_at, address, user_agent)
           VALUES ($1, 'x', $2, $3, $3, $4, '127.0.0.1', 'bench')`,
          [hashToken(token), world.people[persona], tx.at, new Date(tx.at.getTime() + 3_600_000)],
        ),
      );
      await pagesOf(browser(await app.getUrl(), { cookie: `${SESSION_COOKIE}=${token}` }), database, persona);
    }
  } finally {
    await app.close();
  }
  const memory = Math.round(totalmem() / 1024 ** 3);
  say(
    `${cpus()[0]?.model ?? ''}, ${cpus().length} cores, ${memory} GiB; load ${loadavg()[0]?.toFixed(1)}; seed ${values.seed}`,
  );
}

async function pagesOf(by: ReturnType<typeof browser>, database: Database, persona: string): Promise<void> {
  const random = seededRandom(Number(values.seed));
  const [known] = await database.query<{ school: string; other: string; person: string; stranger: string }>(
    `SELECT bench_id('school7') AS school, bench_id('school8') AS other, bench_id('person7/1') AS person,
            bench_id('person8/1') AS stranger`,
  );
  const { school, other, person, stranger } = known ?? { school: '', other: '', person: '', stranger: '' };
  const filters: Readonly<Record<string, string>> = {
    none: '',
    person: `personId=${person}`,
    school: `schoolId=${school}`,
    'kind, frequent': 'action=self-report.cells-saved',
    'kind, rare': 'action=round.opened',
    'kind, none': 'action=person.locked',
    item: 'cell=item-7',
    cell: 'cell=item-7.primary',
    'one day': 'from=2024-05-06&to=2024-05-06',
    'one year': 'from=2023-01-01&to=2023-12-31',
    'school and item': `schoolId=${school}&cell=item-7`,
    'school and cell': `schoolId=${other}&cell=item-8.junior`,
    'school and kind': `schoolId=${school}&action=self-report.returned`,
    'person and kind': `personId=${person}&action=self-report.submitted`,
    'person of another school': `personId=${stranger}&schoolId=${school}`,
    'person and item': `personId=${person}&cell=item-9`,
    'item and kind': 'cell=item-9&action=self-report.imported',
    'item and a kind without cells': 'cell=item-9&action=self-report.approved',
    'kind and year': 'action=self-report.returned&from=2022-01-01&to=2022-12-31',
    everything: `personId=${person}&schoolId=${school}&cell=item-7&action=self-report.cells-saved&from=2022-01-01&to=2025-12-31`,
  };
  const all: number[] = [];
  for (const [name, filter] of Object.entries(filters)) {
    const taken: number[] = [];
    for (let turn = 0; turn < Number(values.repeats); turn += 1) {
      // The newest page, the page after it, a page of a random day, and what comes before everything.
      let before = '';
      if (turn % 4 === 2) before = place(Date.UTC(2021, 8, 1) + random() * 5 * 365 * 86_400_000);
      if (turn % 4 === 3) before = place(Date.UTC(2021, 8, 2));
      const first = await timed(by, filter, before);
      taken.push(first.milliseconds);
      if (turn % 4 === 1 && first.older !== null) taken.push((await timed(by, filter, first.older)).milliseconds);
    }
    all.push(...taken);
    say(`${persona.padEnd(20)} ${name.padEnd(30)} ${latencyText(taken)}`);
  }
  say(`${persona.padEnd(20)} ${'ALL'.padEnd(30)} ${latencyText(all)}`);
}

function place(instant: number): string {
  return `${new Date(instant).toISOString()}~0`;
}

function latencyText(taken: readonly number[]): string {
  const latencies = new Latencies();
  for (const each of taken) latencies.add(each);
  const shown = (percent: number) => `${latencies.percentile(percent).toFixed(0).padStart(4)} ms`;
  return `p50 ${shown(50)}  p95 ${shown(95)}  max ${shown(100)}`;
}

async function timed(
  by: ReturnType<typeof browser>,
  filter: string,
  before: string,
): Promise<{ readonly milliseconds: number; readonly older: string | null }> {
  const start = performance.now();
  const answer = await by.get(
    `/audit/entries?${filter}${before === '' ? '' : `&before=${encodeURIComponent(before)}`}`,
  );
  const milliseconds = performance.now() - start;
  if (answer.status !== 200) throw new Error(`${filter}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return { milliseconds, older: (answer.body as { older: string | null }).older };
}
