import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { checkChain as CheckChain, ChainReport } from '../../audit-verifier/verify-audit-chain.mjs';
import { Anchors } from '../../src/platform/audit/anchors.ts';
import { AuditLog } from '../../src/platform/audit/audit-log.ts';
import { HeadSigner } from '../../src/platform/audit/head-signer.ts';
import { Sealer } from '../../src/platform/audit/sealer.ts';
import { FixedClock } from '../../src/platform/clock/clock.ts';
import { systemActor } from '../../src/platform/database/actor.ts';
import { Transactions } from '../../src/platform/database/database.ts';
import { Logger } from '../../src/platform/logging/logger.ts';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.ts';

/*
 * Somebody with full rights on the database edits, deletes, inserts and reorders entries by SQL, past the triggers, and repairs
 * hashes as well as they can. The stand-alone verifier must find every one against the anchors, which lie outside the database.
 */

const VERIFIER = new URL('../../audit-verifier/verify-audit-chain.mjs', import.meta.url);
const CHAIN = '11111111-1111-4111-8111-111111111111';
const TRIALS = 1_200;
const SEED = 20_261_122;
/** Sizes of the seals: each ends with an anchor. */
const ANCHORED_BATCHES = [1, 7, 2, 11, 5, 3, 9, 1, 4];
const ANCHORED = ANCHORED_BATCHES.reduce((sum, size) => sum + size, 0);
/** Sealed, and not anchored where the verifier can see it. */
const AFTER_THE_LAST = 6;
const ENTRIES = ANCHORED + AFTER_THE_LAST;

interface Row {
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly content: string;
}

interface Attack {
  readonly name: string;
  readonly sql: readonly string[];
  /** Whoever rebuilds the chain after the place hides where they began, up to the next anchor. */
  readonly rebuilds: boolean;
}

let folder: string;
let database: TestDatabase;
let client: pg.Client;
let checkChain: typeof CheckChain;
let anchorsText: string;
let publicKey: string;
let untouched: readonly Row[];

beforeAll(async () => {
  ({ checkChain } = (await import(pathToFileURL(VERIFIER.pathname).href)) as { checkChain: typeof CheckChain });
  folder = mkdtempSync(join(tmpdir(), 'junheng-audit-fuzz-'));
  database = await createTestDatabase();
  const clock = new FixedClock();
  const transactions = new Transactions(database.dataSource, clock);
  const signer = new HeadSigner(join(folder, 'audit-signing-key'));
  const audit = new AuditLog();
  const write = async (count: number, from: number, anchorsFile: string): Promise<void> => {
    await transactions.run(systemActor('test'), async (tx) => {
      for (let index = 0; index < count; index += 1) {
        const subject = { kind: 'self-report', id: `${from + index}` };
        const details = { changes: [{ cell: 'pupils.primary', before: '4', after: String(index) }], note: '值\n"x"' };
        await audit.append(tx, { countyId: CHAIN, action: 'self-report.cells-saved', subject, details });
      }
    });
    const anchors = new Anchors(join(folder, anchorsFile), signer);
    await new Sealer(transactions, anchors, clock, new Logger('off')).sealAll();
  };
  let written = 0;
  for (const size of ANCHORED_BATCHES) {
    await write(size, written, 'anchors.jsonl');
    written += size;
  }
  await write(AFTER_THE_LAST, written, 'elsewhere.jsonl');
  anchorsText = readFileSync(join(folder, 'anchors.jsonl'), 'utf8');
  publicKey = signer.publicKey().pem;
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('ALTER TABLE audit_entries DISABLE TRIGGER USER');
  untouched = await rows();
}, 60_000);
afterAll(async () => {
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function rows(): Promise<readonly Row[]> {
  const found = await client.query<Row>(
    `SELECT sequence::int, previous_hash AS "previousHash", hash, content FROM audit_entries
      WHERE chain_id = $1 AND hash IS NOT NULL ORDER BY sequence`,
    [CHAIN],
  );
  return found.rows;
}

const check = (
  of: readonly Row[],
  anchors = anchorsText,
  keys: readonly string[] = [publicKey],
): Promise<ChainReport> =>
  checkChain(
    of.map((row) => JSON.stringify({ chainId: CHAIN, ...row })),
    CHAIN,
    anchors,
    keys,
  );

/** Mulberry32: the same trials in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const HASH_OF = (previous: string, sequence: string, content: string) =>
  `encode(sha256(convert_to(${previous} || E'\\n' || '${CHAIN}' || E'\\n' || ${sequence} || E'\\n' || ${content}, 'UTF8')), 'hex')`;
const edited = (at: number) =>
  `UPDATE audit_entries SET content = replace(content, '"before":"4"', '"before":"5"') WHERE sequence = ${at}`;
const ownHash = (at: number) =>
  `UPDATE audit_entries SET hash = ${HASH_OF('previous_hash', 'sequence', 'content')} WHERE sequence = ${at}`;
/** Everything from here on is linked and hashed anew, as the sealer would. */
const rebuilt = (from: number) => `DO $$
  DECLARE entry record; previous text; BEGIN
    SELECT hash INTO previous FROM audit_entries WHERE sequence = ${from - 1};
    previous := COALESCE(previous, repeat('0', 64));
    FOR entry IN SELECT id, sequence, content FROM audit_entries WHERE sequence >= ${from} ORDER BY sequence LOOP
      UPDATE audit_entries SET previous_hash = previous, hash = ${HASH_OF('previous', 'entry.sequence', 'entry.content')}
       WHERE id = entry.id RETURNING hash INTO previous;
    END LOOP;
  END $$`;
/** In two steps: no two entries ever have the same place. */
const shifted = (from: number, by: number) => [
  `UPDATE audit_entries SET sequence = sequence + 100000 WHERE sequence >= ${from}`,
  `UPDATE audit_entries SET sequence = sequence - 100000 + ${by} WHERE sequence >= 100000`,
];
const inserted = (at: number) =>
  `INSERT INTO audit_entries (chain_id, content, sequence, previous_hash, hash)
   SELECT '${CHAIN}', '{"action":"false"}', ${at}, p.hash, ${HASH_OF('p.hash', String(at), `'{"action":"false"}'`)}
     FROM (SELECT COALESCE((SELECT hash FROM audit_entries WHERE sequence = ${at - 1}), repeat('0', 64)) AS hash) p`;

function attackFrom(random: (below: number) => number): Attack {
  const at = 1 + random(ENTRIES);
  const other = 1 + ((at + random(ENTRIES - 1)) % ENTRIES);
  const swapped = [
    `UPDATE audit_entries SET sequence = 100000 WHERE sequence = ${at}`,
    `UPDATE audit_entries SET sequence = ${at} WHERE sequence = ${other}`,
    `UPDATE audit_entries SET sequence = ${other} WHERE sequence = 100000`,
  ];
  const attacks: readonly Attack[] = [
    { name: 'edit', sql: [edited(at)], rebuilds: false },
    { name: 'edit with its own hash', sql: [edited(at), ownHash(at)], rebuilds: false },
    { name: 'edit, rebuilt to the end', sql: [edited(at), rebuilt(at)], rebuilds: true },
    {
      name: 'edit of the hash',
      sql: [`UPDATE audit_entries SET hash = repeat('a', 64) WHERE sequence = ${at}`],
      rebuilds: false,
    },
    {
      name: 'edit of the link',
      sql: [`UPDATE audit_entries SET previous_hash = repeat('b', 64) WHERE sequence = ${at}`],
      rebuilds: false,
    },
    { name: 'deletion', sql: [`DELETE FROM audit_entries WHERE sequence = ${at}`], rebuilds: false },
    { name: 'deletion of the end', sql: [`DELETE FROM audit_entries WHERE sequence >= ${at}`], rebuilds: false },
    {
      name: 'deletion, closed up',
      sql: [`DELETE FROM audit_entries WHERE sequence = ${at}`, ...shifted(at + 1, -1)],
      rebuilds: false,
    },
    {
      name: 'deletion, closed up and rebuilt',
      sql: [`DELETE FROM audit_entries WHERE sequence = ${at}`, ...shifted(at + 1, -1), rebuilt(at)],
      rebuilds: true,
    },
    { name: 'insertion', sql: [...shifted(at, 1), inserted(at)], rebuilds: true },
    { name: 'insertion, rebuilt', sql: [...shifted(at, 1), inserted(at), rebuilt(at)], rebuilds: true },
    { name: 'reordering', sql: swapped, rebuilds: false },
    { name: 'reordering, rebuilt', sql: [...swapped, rebuilt(Math.min(at, other))], rebuilds: true },
  ];
  const chosen = attacks[random(attacks.length)];
  if (chosen === undefined) throw new Error('no attack was chosen');
  return chosen;
}

/** Applies it, reads the chain as a download would, and takes it back. */
async function after(attack: Attack): Promise<readonly Row[]> {
  await client.query('BEGIN');
  try {
    for (const sql of attack.sql) await client.query(sql);
    return await rows();
  } finally {
    await client.query('ROLLBACK');
  }
}

function firstDifference(changed: readonly Row[]): number | null {
  const same = (left: Row | undefined, right: Row | undefined) => JSON.stringify(left) === JSON.stringify(right);
  for (let sequence = 1; sequence <= ENTRIES + 1; sequence += 1) {
    const now = changed.find((row) => row.sequence === sequence);
    if (!same(now, untouched[sequence - 1])) return sequence;
  }
  return null;
}

test('the untouched chain is intact; what comes after the last anchor is told', async () => {
  expect(untouched).toHaveLength(ENTRIES);
  expect(await check(untouched)).toMatchObject({
    intact: true,
    entries: ENTRIES,
    anchoredUpTo: ANCHORED,
    notYetAnchored: AFTER_THE_LAST,
    faults: [],
  });
});

test(`${TRIALS} random attacks by SQL: each is found, and the first bad entry is named`, async () => {
  const random = randomFrom(SEED);
  const missed: unknown[] = [];
  const told = new Map<string, { found: number; unanchored: number }>();
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const attack = attackFrom(random);
    const changed = await after(attack);
    const truth = firstDifference(changed);
    if (truth === null) throw new Error(`${attack.name} changed nothing`);
    const report = await check(changed);
    const fault = report.faults[0];
    const count = told.get(attack.name) ?? { found: 0, unanchored: 0 };
    told.set(attack.name, count);
    const wrong = (why: string) => missed.push({ trial, attack: attack.name, truth, why, report });
    if (fault === undefined) {
      // Only past the last anchor can a chain be rebuilt unseen, and there the verifier vouches for nothing.
      count.unanchored += 1;
      if (truth <= ANCHORED) wrong('not found');
      else if (report.anchoredUpTo !== ANCHORED || report.notYetAnchored !== changed.length - ANCHORED)
        wrong('not told');
      continue;
    }
    count.found += 1;
    if (report.faults.length !== 1) wrong('more than one fault');
    const exact = !attack.rebuilds && truth <= ANCHORED;
    if (exact ? truth !== fault.sequence : truth < fault.unprovenFrom || truth > fault.sequence) wrong('named');
  }
  expect(missed).toEqual([]);
  expect(told.size).toBe(13);
  const found = [...told.values()].reduce((sum, { found: each }) => sum + each, 0);
  expect(found).toBeGreaterThanOrEqual(1_000);
}, 120_000);

test('an anchor that was changed, removed from the end, or made without the key is told', async () => {
  const lines = anchorsText.trimEnd().split('\n');
  const last = lines.length - 1;
  const changed = (edit: (anchor: Record<string, unknown>) => Record<string, unknown>) =>
    `${lines.map((line, index) => (index === last ? JSON.stringify(edit(JSON.parse(line) as Record<string, unknown>)) : line)).join('\n')}\n`;
  const forged = await check(
    untouched,
    changed((anchor) => ({ ...anchor, hash: createHash('sha256').digest('hex') })),
  );
  expect(forged.faults[0]).toMatchObject({ kind: 'anchors-damaged', sequence: last + 1 });
  const unsigned = await check(
    untouched,
    changed(({ signature: _signature, ...anchor }) => anchor),
  );
  expect(unsigned.faults[0]).toMatchObject({ kind: 'anchors-damaged', sequence: last + 1 });
  const shorter = await check(untouched, `${lines.slice(0, -2).join('\n')}\n`);
  expect(shorter).toMatchObject({ intact: true, anchoredUpTo: ANCHORED - (ANCHORED_BATCHES.at(-1) ?? 0) });
  const stranger = new HeadSigner(join(folder, 'another-key')).publicKey().pem;
  expect((await check(untouched, anchorsText, [stranger])).intact).toBe(false);
});
