import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fillProvince, pagesOf, type FilledProvince } from '../test/factories/province.ts';
import { browser, type TestBrowser } from '../test/harness/test-api.ts';
import { AppModule } from '../src/app.module.ts';
import { AuditIndexing } from '../src/modules/audit-trail/audit-indexing.service.ts';
import { SESSION_COOKIE } from '../src/modules/access/session-cookie.ts';
import { hashToken, newToken } from '../src/modules/access/tokens.ts';
import { EvaluationJobRunner } from '../src/modules/evaluations/evaluation-job-runner.service.ts';
import { SystemClock } from '../src/platform/clock/clock.ts';
import { parseConfig } from '../src/platform/config/config.ts';
import { systemActor } from '../src/platform/database/actor.ts';
import { Transactions } from '../src/platform/database/database.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { createApplication } from '../src/platform/http/application.ts';
import { Logger } from '../src/platform/logging/logger.ts';
import { fillAudit } from './audit-filler.ts';
import { startBareList } from './bare-list.ts';
import { Latencies, median } from './latencies.ts';
import { processorMilliseconds } from './process-time.ts';
import { postmasterOf } from './product.ts';

/*
 * A made-up province in an embedded PostgreSQL with fsync on: its evaluation as one job, its pages over HTTP, and the list of a large
 * county beside a bare Fastify + pg server in the same process.
 */

const { values } = parseArgs({
  options: {
    counties: { type: 'string', default: '120' },
    schools: { type: 'string', default: '10000' },
    years: { type: 'string', default: '5' },
    largest: { type: 'string', default: '300' },
    audit: { type: 'string', default: '1000000' },
    repeats: { type: 'string', default: '40' },
    seed: { type: 'string', default: '20261122' },
  },
});
const YEAR = 2026;
const years = Array.from({ length: Number(values.years) }, (_, index) => YEAR - index);
const began = performance.now();
const say = (line: string): void => {
  const load = loadavg()[0]?.toFixed(1);
  process.stdout.write(`[${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s, load ${load}] ${line}\n`);
};

const folder = mkdtempSync(join(tmpdir(), 'junheng-province-'));
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
  const clock = new SystemClock();
  const logger = new Logger('off');
  const transactions = new Transactions(dataSource, clock);
  const app = await createApplication(AppModule.on({ config, dataSource, clock, logger }), config, logger);
  await app.listen(0, '127.0.0.1');
  const bare = await startBareList(opened.url);
  try {
    const province = await fillProvince(transactions, {
      seed: Number(values.seed),
      counties: Number(values.counties),
      schools: Number(values.schools),
      years,
      largest: Number(values.largest),
    });
    say(`${province.counties.length} counties, ${province.schools} schools, ${years.length} years`);
    const as = async (personId: string): Promise<TestBrowser> => {
      const token = newToken();
      const csrfToken = newToken();
      await transactions.run(systemActor('bench'), (tx) =>
        tx.execute(
          `INSERT INTO sessions (token_hash, csrf_token, person_id, started_at, last_seen_at, ends_at, address, user_agent)
           VALUES ($1, $2, $3, $4, $4, $5, '127.0.0.1', 'bench')`,
          [hashToken(token), csrfToken, personId, tx.at, new Date(tx.at.getTime() + 3 * 3_600_000)],
        ),
      );
      return browser(await app.getUrl(), { cookie: `${SESSION_COOKIE}=${token}`, 'x-csrf-token': csrfToken });
    };
    const reviewer = await as(province.people.provinceReviewer);
    const administrator = await as(province.people.countyAdministrator);
    for (const year of years.toReversed()) await evaluate(app, reviewer, province, year, 'approved');
    for (let turn = 0; turn < 3; turn += 1) await evaluate(app, reviewer, province, YEAR, 'frozen');
    const [largest] = province.counties;
    const entries = Number(values.audit);
    if (entries > 0) {
      const chains = [largest?.id ?? '', province.counties[1]?.id ?? ''] as const;
      await fillAudit(transactions, chains, { entries, schools: 1_000 });
      say(`${entries} entries in the audit log`);
      await app.get(AuditIndexing).catchUp();
      say('indexed');
    }
    // As PostgreSQL does by itself some minutes after so many rows came.
    await dataSource.query('VACUUM ANALYZE');
    await lists(province, as);
    await besideBare(administrator, bare.address, largest?.rounds.get(YEAR) ?? '');
  } finally {
    await bare.stop();
    await app.close();
  }
  say(
    `${cpus()[0]?.model ?? ''}, ${cpus().length} cores, ${Math.round(totalmem() / 1024 ** 3)} GiB; Node ${process.version}; seed ${values.seed}`,
  );
}

/** From asking for the job to its end; processor time is that of everything: server, threads, PostgreSQL. */
async function evaluate(
  app: NestFastifyApplication,
  by: TestBrowser,
  province: FilledProvince,
  year: number,
  data: 'approved' | 'frozen',
): Promise<void> {
  const pids = [process.pid, postmasterOf(folder)];
  const start = performance.now();
  const used = processorMilliseconds(pids);
  const asked = await by.post(`/regions/${province.provinceId}/evaluation-jobs`, {
    kind: 'self-evaluation',
    year,
    data,
  });
  const { id } = asked.body as { id: string };
  await app.get(EvaluationJobRunner).wake();
  const wall = performance.now() - start;
  const job = (await by.get(`/evaluation-jobs/${id}`)).body as Readonly<Record<'state' | 'done' | 'refused', unknown>>;
  say(
    `evaluation of ${year}, ${data === 'frozen' ? 'data sets as frozen' : 'freezing what is approved'}: ${(wall / 1000).toFixed(1)} s, ` +
      `processor ${((processorMilliseconds(pids) - used) / 1000).toFixed(1)} s; ${String(job.state)}, ${String(job.done)} stored, ${String(job.refused)} refused`,
  );
}

async function lists(province: FilledProvince, as: (personId: string) => Promise<TestBrowser>): Promise<void> {
  for (const { who, name, path } of await pagesOf(province, as)) {
    const by = await as(province.people[who]);
    const taken = new Latencies();
    let bytes = 0;
    let status = 0;
    for (let turn = 0; turn < Number(values.repeats); turn += 1) {
      const start = performance.now();
      const answer = await by.get(path);
      taken.add(performance.now() - start);
      status = answer.status;
      if (turn === 0) bytes = JSON.stringify(answer.body).length;
    }
    const shown = (percent: number) => `${taken.percentile(percent).toFixed(0).padStart(5)} ms`;
    say(`${name.padEnd(64)} ${status}  p50 ${shown(50)}  p95 ${shown(95)}  ${Math.round(bytes / 1024)} KB`);
  }
}

/** In turn, so that both suffer alike from what else the machine does. */
async function besideBare(administrator: TestBrowser, bareAddress: string, roundId: string): Promise<void> {
  const path = `/rounds/${roundId}/self-reports`;
  // Neither compressed: the bare server cannot.
  const headers = { ...administrator.headers, 'accept-encoding': 'identity' };
  const ours = () => fetch(`${administrator.baseUrl}/api/v1${path}`, { headers });
  const bare = () => fetch(`${bareAddress}${path}`, { headers: { 'accept-encoding': 'identity' } });
  const perSecond = async (ask: () => Promise<Response>): Promise<number> => {
    const SECONDS = 4;
    const end = performance.now() + SECONDS * 1000;
    let done = 0;
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        while (performance.now() < end) {
          const response = await ask();
          if (response.status !== 200) throw new Error(`${response.url}: ${response.status}`);
          await response.arrayBuffer();
          done += 1;
        }
      }),
    );
    return done / SECONDS;
  };
  await perSecond(ours);
  await perSecond(bare);
  const ratios: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const [mine, theirs] = [await perSecond(ours), await perSecond(bare)];
    ratios.push(mine / theirs);
    say(`list of ${values.largest} self-reports: ours ${mine.toFixed(0)}/s, bare ${theirs.toFixed(0)}/s`);
  }
  say(`list of ${values.largest} self-reports: ours over bare, median ${median(ratios).toFixed(2)}`);
}
