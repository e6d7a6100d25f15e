import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Scope } from '../src/modules/access/access.scope.ts';
import { SchoolImportsRepository } from '../src/modules/organisations/persistence/school-imports.repository.ts';
import { SchoolImportsService } from '../src/modules/organisations/school-import/school-imports.service.ts';
import { AuditLog } from '../src/platform/audit/audit-log.ts';
import { SystemClock } from '../src/platform/clock/clock.ts';
import { systemActor } from '../src/platform/database/actor.ts';
import { createDataSource, Database, migrate, Transactions } from '../src/platform/database/database.ts';
import { startEmbeddedServer } from '../src/platform/database/embedded-server.ts';
import { processorMilliseconds } from './process-time.ts';
import { postmasterOf } from './product.ts';

/*
 * A workbook of many schools from its bytes to the register: read in a thread, checked, kept as a preview, confirmed, written by
 * COPY. Compiled, as the product runs: from source every thread would compile its own part first. Memory is that of the whole process
 * with the thread, sampled; the embedded PostgreSQL is a process of its own. Processor time is that of both.
 */

const { values } = parseArgs({
  options: { schools: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '3' } },
});
const MEBIBYTE = 1024 * 1024;

const dataDir = mkdtempSync(join(tmpdir(), 'junheng-school-import-'));
chmodSync(dataDir, 0o755);
const writer = fileURLToPath(new URL('./write-school-sheets.js', import.meta.url));
execFileSync(process.execPath, [writer, dataDir, values.rounds, values.schools]);
const server = await startEmbeddedServer(dataDir);
const dataSource = createDataSource(server.url('postgres'), { pool: 4 });
try {
  await dataSource.initialize();
  await migrate(dataSource);
  const clock = new SystemClock();
  const transactions = new Transactions(dataSource, clock);
  const database = new Database(dataSource);
  const actor = systemActor('bench');
  const countyId = await transactions.run(actor, async (tx) => {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO regions (level, code, name, path) VALUES ('county', '990101', '示例县', '990101/') RETURNING id`,
    );
    return row?.id ?? '';
  });
  const imports = new SchoolImportsService(clock, transactions, new AuditLog(), new SchoolImportsRepository(database));
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const bytes = readFileSync(join(dataDir, `schools-${round}.xlsx`));
    globalThis.gc?.();
    let highest = 0;
    const sampling = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage.rss());
    }, 10);
    const processes = [process.pid, postmasterOf(dataDir)];
    const used = processorMilliseconds(processes);
    const began = performance.now();
    const read = await imports.upload(Scope.ofSystem(), actor, countyId, { name: 'schools.xlsx', bytes });
    const previewed = performance.now();
    await imports.confirm(Scope.ofSystem(), actor, read.id, true);
    const ended = performance.now();
    clearInterval(sampling);
    const seconds = (ended - began) / 1000;
    process.stdout.write(
      `${read.fresh} schools of ${(bytes.byteLength / MEBIBYTE).toFixed(1)} MiB: preview ${((previewed - began) / 1000).toFixed(2)} s, ` +
        `confirm ${((ended - previewed) / 1000).toFixed(2)} s, ${Math.round(read.fresh / seconds)} rows/s, ` +
        `processor ${((processorMilliseconds(processes) - used) / 1000).toFixed(2)} s, ` +
        `at most ${Math.round(highest / MEBIBYTE)} MiB, ${read.errors} errors, load ${loadavg()[0]?.toFixed(1) ?? '?'}\n`,
    );
  }
} finally {
  await dataSource.destroy();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
