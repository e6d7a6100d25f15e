import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/test-database.ts';
import { verifyAuditLog, type AuditFault } from '../../cli/audit-verifier.ts';
import { FixedClock } from '../clock/clock.ts';
import { systemActor } from '../database/actor.ts';
import { Transactions } from '../database/database.ts';
import { Logger } from '../logging/logger.ts';
import { Anchors } from './anchors.ts';
import { AuditLog } from './audit-log.ts';
import { HeadSigner } from './head-signer.ts';
import { Sealer } from './sealer.ts';

const COUNTY = '11111111-1111-4111-8111-111111111111';
const audit = new AuditLog();
const clock = new FixedClock();
let folder: string;
let database: TestDatabase;
let transactions: Transactions;
let anchorsFile: string;
let sealer: Sealer;
let signer: HeadSigner;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-audit-'));
  signer = new HeadSigner(join(folder, 'audit-signing-key'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  database = await createTestDatabase();
  transactions = new Transactions(database.dataSource, clock);
  anchorsFile = join(folder, `${randomUUID()}.jsonl`);
  sealer = new Sealer(transactions, new Anchors(anchorsFile, signer), clock, new Logger('off'));
});

afterEach(() => database.drop());

async function write(count: number, countyId: string | null = COUNTY): Promise<void> {
  await transactions.run(systemActor('test'), async (tx) => {
    for (let index = 0; index < count; index += 1) {
      await audit.append(tx, { countyId, action: 'test.done', subject: { kind: 'thing', id: `${index} 值` } });
    }
  });
}

/** As somebody with full rights on the database would: past the triggers. */
async function tamper(sql: string): Promise<void> {
  await transactions.run(systemActor('test'), async (tx) => {
    await tx.execute('ALTER TABLE audit_entries DISABLE TRIGGER USER');
    await tx.execute(sql);
    await tx.execute('ALTER TABLE audit_entries ENABLE TRIGGER USER');
  });
}

async function verify(): Promise<{ readonly entries: number; readonly faults: readonly AuditFault[] }> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return await verifyAuditLog(client, [anchorsFile]);
  } finally {
    await client.end();
  }
}

const faults = async () => (await verify()).faults.map(({ kind, sequence }) => ({ kind, sequence }));

describe('an untouched log', () => {
  test('is intact, over several chains and seals', async () => {
    await write(3);
    await write(2, null);
    expect(await sealer.sealAll()).toBe(5);
    await write(4);
    expect(await sealer.sealAll()).toBe(4);
    expect(await sealer.sealAll()).toBe(0);
    expect(await verify()).toMatchObject({ entries: 9, chains: 2, unsealed: 0, faults: [] });
  });

  test('what a rolled-back transaction wrote is not in it', async () => {
    await write(1);
    const failing = transactions.run(systemActor('test'), async (tx) => {
      await audit.append(tx, { countyId: COUNTY, action: 'test.done', subject: { kind: 'thing', id: 'x' } });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await sealer.sealAll();
    expect(await verify()).toMatchObject({ entries: 1, faults: [] });
  });

  test('several sealers at once make one chain', async () => {
    await write(50);
    const other = new Sealer(transactions, new Anchors(anchorsFile, signer), clock, new Logger('off'));
    await Promise.all([sealer.sealAll(), other.sealAll(), sealer.sealAll()]);
    expect(await verify()).toMatchObject({ entries: 50, faults: [] });
  });

  test('a crash between commit and anchor is mended at the next start', async () => {
    await write(2);
    await sealer.sealAll();
    await write(2);
    await sealer.sealAll();
    const lines = readFileSync(anchorsFile, 'utf8').trimEnd().split('\n');
    expect(lines.at(-1)).toContain('"kind":"sealed"');
    writeFileSync(anchorsFile, `${lines.slice(0, -1).join('\n')}\n`);
    expect(await faults()).toEqual([]);
    const next = new Sealer(transactions, new Anchors(anchorsFile, signer), clock, new Logger('off'));
    await next.start();
    await next.stop();
    expect(readFileSync(anchorsFile, 'utf8').trimEnd().split('\n').at(-1)).toContain('"kind":"sealed"');
    expect(await faults()).toEqual([]);
  });
});

describe('the database itself', () => {
  test('refuses to change, remove or empty', async () => {
    await write(1);
    await sealer.sealAll();
    for (const sql of [
      `UPDATE audit_entries SET content = '{}'`,
      `UPDATE audit_entries SET hash = repeat('0', 64)`,
      'DELETE FROM audit_entries',
      'TRUNCATE audit_entries',
    ]) {
      const attempt = transactions.run(systemActor('test'), (tx) => tx.execute(sql));
      await expect(attempt).rejects.toThrow(/never changed/);
    }
  });

  test('takes for a hash only 64 digits of lower-case hex', async () => {
    await write(1);
    await sealer.sealAll();
    for (const hash of ["repeat('A', 64)", "repeat('g', 64)", "repeat('a', 63)", "''"]) {
      await expect(tamper(`UPDATE audit_entries SET hash = ${hash}`)).rejects.toThrow(
        /audit_entries_sealed_check|invalid hexadecimal/,
      );
    }
  });
});

describe('the verifier names the first bad entry', () => {
  beforeEach(async () => {
    await write(6);
    await sealer.sealAll();
  });

  test('edited', async () => {
    await tamper(`UPDATE audit_entries SET content = replace(content, 'test.done', 'test.dune') WHERE sequence = 3`);
    expect(await faults()).toEqual([{ kind: 'edited', sequence: 3 }]);
  });

  test('edited with its own hash made to fit', async () => {
    await tamper(`UPDATE audit_entries SET content = '{"a":1}', hash = encode(sha256(convert_to(
      previous_hash || E'\\n' || chain_id || E'\\n' || sequence || E'\\n' || '{"a":1}', 'UTF8')), 'hex') WHERE sequence = 3`);
    expect(await faults()).toEqual([{ kind: 'reordered', sequence: 4 }]);
  });

  test('deleted', async () => {
    await tamper('DELETE FROM audit_entries WHERE sequence = 2');
    expect(await faults()).toEqual([{ kind: 'deleted', sequence: 2 }]);
  });

  test('reordered', async () => {
    await tamper('UPDATE audit_entries SET sequence = 100 WHERE sequence = 4');
    await tamper('UPDATE audit_entries SET sequence = 4 WHERE sequence = 5');
    await tamper('UPDATE audit_entries SET sequence = 5 WHERE sequence = 100');
    expect(await faults()).toEqual([{ kind: 'edited', sequence: 4 }]);
  });

  test('cut off at the end, with the head made to fit', async () => {
    await tamper('DELETE FROM audit_entries WHERE sequence > 4');
    await tamper(`UPDATE audit_chains SET head_sequence = 4,
      head_hash = (SELECT hash FROM audit_entries WHERE sequence = 4)`);
    expect(await faults()).toEqual([{ kind: 'truncated', sequence: 5 }]);
  });

  test('cut off and written anew', async () => {
    await tamper('DELETE FROM audit_entries WHERE sequence > 4');
    await tamper(`UPDATE audit_chains SET head_sequence = 4,
      head_hash = (SELECT hash FROM audit_entries WHERE sequence = 4)`);
    await write(2);
    await new Sealer(
      transactions,
      new Anchors(join(folder, 'elsewhere.jsonl'), signer),
      clock,
      new Logger('off'),
    ).sealAll();
    expect((await faults())[0]).toMatchObject({ kind: 'rewritten', sequence: 6 });
  });

  test('a whole chain gone', async () => {
    await tamper('DELETE FROM audit_entries');
    await tamper('DELETE FROM audit_chains');
    expect(await faults()).toEqual([{ kind: 'truncated', sequence: 1 }]);
  });

  test('appended by somebody who knows the format', async () => {
    await tamper(`INSERT INTO audit_entries (chain_id, content, sequence, previous_hash, hash)
      SELECT chain_id, '{}', 7, hash, encode(sha256(convert_to(
        hash || E'\\n' || chain_id || E'\\n' || 7 || E'\\n' || '{}', 'UTF8')), 'hex')
      FROM audit_entries WHERE sequence = 6`);
    expect(await faults()).toEqual([{ kind: 'appended', sequence: 7 }]);
    await tamper(`UPDATE audit_chains SET head_sequence = 7,
      head_hash = (SELECT hash FROM audit_entries WHERE sequence = 7)`);
    expect(await faults()).toEqual([{ kind: 'appended', sequence: 7 }]);
  });

  test('anchors that are no anchors', async () => {
    writeFileSync(anchorsFile, `not an anchor\n${readFileSync(anchorsFile, 'utf8')}`);
    expect(await faults()).toEqual([{ kind: 'anchors-damaged', sequence: 1 }]);
  });
});

test('an anchor cut off by a crash or a full disk is taken away, and what follows is whole', async () => {
  await write(2);
  await sealer.sealAll();
  writeFileSync(anchorsFile, `${readFileSync(anchorsFile, 'utf8')}{"kind":"prepared","at":"2026-09-1`);
  await write(2);
  await sealer.sealAll();
  const lines = readFileSync(anchorsFile, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { sequence: number }).sequence)).toEqual([2, 2, 4, 4]);
  expect(await faults()).toEqual([]);
});
