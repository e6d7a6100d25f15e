import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Client } from 'pg';

/*
 * A stand-alone reader of the audit log. It shares no code with the server, on purpose: what it finds must not depend on the
 * code that wrote the log. The format it checks is described in docs/operations.md.
 */

export interface AuditFault {
  readonly kind: 'edited' | 'deleted' | 'reordered' | 'truncated' | 'appended' | 'rewritten' | 'anchors-damaged';
  readonly chainId: string;
  /** Place in the chain of the first bad entry, from 1. */
  readonly sequence: number;
  /** Row id of that entry, null when it is gone. */
  readonly entryId: number | null;
  readonly description: string;
}

export interface AuditReport {
  readonly chains: number;
  readonly entries: number;
  /** Entries written within the last moments, not yet linked by the sealer. */
  readonly unsealed: number;
  readonly anchors: number;
  /** Instants at which a backup was restored over an earlier log. */
  readonly restorations: readonly string[];
  /** The first bad entry of each damaged chain. */
  readonly faults: readonly AuditFault[];
}

interface Anchor {
  readonly kind: string;
  readonly at: string;
  readonly chainId: string;
  readonly sequence: number;
  readonly hash: string;
}

interface EntryRow {
  readonly id: string;
  readonly content: string;
  readonly sequence: string;
  readonly previous_hash: string;
  readonly hash: string;
}

const NOTHING = '0000000000000000000000000000000000000000000000000000000000000000';
const PAGE = 10_000;

/** Reads every entry of every chain and compares it with its neighbours and with the anchors. */
export async function verifyAuditLog(client: Client, anchorFiles: readonly string[]): Promise<AuditReport> {
  // What was anchored before the snapshot must be in it; what is anchored after it may excuse what is newest in it.
  const before = readAnchors(anchorFiles);
  await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const found = await client.query<{ chain_id: string }>(
      'SELECT chain_id FROM audit_entries UNION SELECT chain_id FROM audit_chains',
    );
    const chainIds = new Set([
      ...found.rows.map((row) => row.chain_id),
      ...before.anchors.map((anchor) => anchor.chainId),
    ]);
    const faults: AuditFault[] = [...before.faults];
    let entries = 0;
    for (const chainId of [...chainIds].sort()) {
      const result = await verifyChain(client, chainId, before.anchors, anchorFiles);
      entries += result.entries;
      if (result.fault !== null) faults.push(result.fault);
    }
    const unsealed = await client.query<{ count: string }>('SELECT count(*) FROM audit_entries WHERE hash IS NULL');
    return {
      chains: chainIds.size,
      entries,
      unsealed: Number(unsealed.rows[0]?.count ?? 0),
      anchors: before.anchors.length,
      restorations: [...new Set(before.anchors.filter((one) => one.kind === 'restored').map((one) => one.at))],
      faults,
    };
  } finally {
    await client.query('ROLLBACK');
  }
}

async function verifyChain(
  client: Client,
  chainId: string,
  allAnchors: readonly Anchor[],
  anchorFiles: readonly string[],
): Promise<{ readonly entries: number; readonly fault: AuditFault | null }> {
  const anchors = sinceRestoration(allAnchors.filter((anchor) => anchor.chainId === chainId));
  const binding = anchors.filter((anchor) => anchor.kind === 'sealed' || anchor.kind === 'restored');
  const wanted = new Map<number, string>();
  for (const anchor of binding) wanted.set(anchor.sequence, anchor.hash);
  const fault = (kind: AuditFault['kind'], sequence: number, entryId: number | null, description: string) => ({
    entries: last,
    fault: { kind, chainId, sequence, entryId, description },
  });

  let last = 0;
  let lastHash = NOTHING;
  for (;;) {
    const page = await client.query<EntryRow>(
      `SELECT id, content, sequence, previous_hash, hash FROM audit_entries
        WHERE chain_id = $1 AND sequence > $2 ORDER BY sequence LIMIT ${PAGE}`,
      [chainId, last],
    );
    for (const row of page.rows) {
      const sequence = Number(row.sequence);
      const id = Number(row.id);
      if (sequence !== last + 1) return fault('deleted', last + 1, null, `entry ${last + 1} is missing`);
      const digest = createHash('sha256');
      digest.update(Buffer.from([row.previous_hash, chainId, row.sequence, row.content].join('\n'), 'utf8'));
      if (digest.digest('hex') !== row.hash) {
        return fault('edited', sequence, id, 'its content does not give its hash: edited, or moved from another place');
      }
      if (row.previous_hash !== lastHash) {
        return fault('reordered', sequence, id, 'it does not follow the entry before it: moved, inserted or replaced');
      }
      const anchored = wanted.get(sequence);
      if (anchored !== undefined && anchored !== row.hash) {
        return fault('rewritten', sequence, id, 'the anchors recorded another entry here: the chain was rebuilt');
      }
      last = sequence;
      lastHash = row.hash;
    }
    if (page.rows.length < PAGE) break;
  }

  const furthest = Math.max(0, ...binding.map((anchor) => anchor.sequence));
  if (furthest > last) {
    return fault('truncated', last + 1, null, `the anchors count ${furthest} entries, the log ends after ${last}`);
  }
  const head = await client.query<{ head_sequence: string; head_hash: string }>(
    'SELECT head_sequence, head_hash FROM audit_chains WHERE chain_id = $1',
    [chainId],
  );
  const headSequence = Number(head.rows[0]?.head_sequence ?? 0);
  if (headSequence > last) return fault('truncated', last + 1, null, `the log ends after ${last} of ${headSequence}`);
  if (last > furthest || (head.rows[0]?.head_hash ?? NOTHING) !== lastHash) {
    const newest = readAnchors(anchorFiles).anchors.filter((anchor) => anchor.chainId === chainId);
    const meant = newest.some((anchor) => anchor.sequence === last && anchor.hash === lastHash);
    if (!meant || headSequence !== last) {
      const description = 'it is not what the sealer recorded last: appended from outside';
      return fault('appended', Math.min(furthest, headSequence) + 1, null, description);
    }
  }
  return { entries: last, fault: null };
}

/** Anchors from the last restoration of a backup on: the earlier ones speak of a log that was replaced. */
function sinceRestoration(anchors: readonly Anchor[]): readonly Anchor[] {
  const restored = anchors.map((anchor) => anchor.kind).lastIndexOf('restored');
  return restored === -1 ? anchors : anchors.slice(restored);
}

function readAnchors(files: readonly string[]): {
  readonly anchors: readonly Anchor[];
  readonly faults: readonly AuditFault[];
} {
  const anchors: Anchor[] = [];
  const faults: AuditFault[] = [];
  for (const file of files) {
    const lines = readFileSync(file, 'utf8').split('\n');
    for (const [index, line] of lines.entries()) {
      // Without its newline the last line is a write that a crash cut off.
      if (line === '' || index === lines.length - 1) continue;
      const anchor = parseAnchor(line);
      if (anchor !== null) anchors.push(anchor);
      else {
        const description = `line ${index + 1} of ${file} is not an anchor`;
        faults.push({ kind: 'anchors-damaged', chainId: '', sequence: index + 1, entryId: null, description });
      }
    }
  }
  return { anchors, faults };
}

function parseAnchor(line: string): Anchor | null {
  try {
    const value = JSON.parse(line) as Partial<Anchor> | null;
    const { kind, at, chainId, sequence, hash } = value ?? {};
    if (typeof kind !== 'string' || typeof at !== 'string' || typeof chainId !== 'string') return null;
    if (typeof sequence !== 'number' || typeof hash !== 'string') return null;
    return { kind, at, chainId, sequence, hash };
  } catch {
    return null;
  }
}
