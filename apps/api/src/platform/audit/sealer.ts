import type { Clock } from '../clock/clock.ts';
import type { Transactions } from '../database/database.ts';
import { systemActor } from '../database/actor.ts';
import type { Transaction } from '../database/transaction.ts';
import { describeError, type Logger } from '../logging/logger.ts';
import type { Anchors, ChainHead } from './anchors.ts';

/** Hash before the first entry of a chain. */
export const GENESIS_HASH = '0'.repeat(64);
/** One sealer at a time over all processes ("JHse"). */
const SEALER_LOCK = 0x4a487365;
const BATCH = 5_000;

/**
 * The links are computed where the entries lie (`audit_links`: hash(n) = SHA-256 of `<hash(n-1)>\n<chain>\n<n>\n<content>`): on the last
 * day their contents would keep the server from answering saves.
 * @returns the new head of each chain, and how many entries were linked
 */
const LINK_SQL = `
  WITH link AS MATERIALIZED (
    SELECT * FROM audit_links($1)
  ), sealed AS (
    UPDATE audit_entries e SET sequence = link.sequence, previous_hash = link.previous_hash, hash = link.hash
      FROM link WHERE e.ctid = link.place
  )
  SELECT DISTINCT ON (chain_id) chain_id AS "chainId", sequence, hash, count(*) OVER (PARTITION BY chain_id) AS entries
    FROM link ORDER BY chain_id, sequence DESC`;

/**
 * Links entries into their chains, in the order they were written, within a second of being written. Entries that a crash
 * left unsealed are sealed at the next start.
 */
export class Sealer {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly anchors: Anchors,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly intervalMilliseconds = 700,
  ) {}

  /** Confirms seals that a crash cut off from their anchor, then seals once now and from then on regularly. */
  async start(): Promise<void> {
    await this.confirmInterruptedSeals();
    await this.signEarlierHeads();
    await this.sealAll();
    this.schedule();
  }

  /** Waits for the seal in progress, seals what is left and stops. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
    await this.sealAll();
  }

  /** Seals everything that is committed now. */
  async sealAll(): Promise<number> {
    let total = 0;
    for (;;) {
      const sealed = await this.sealBatch();
      total += sealed;
      if (sealed < BATCH) return total;
    }
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.sealAll()
        .then(() => undefined)
        .catch((error: unknown) => this.logger.error('audit.seal-failed', { error: describeError(error) }))
        .finally(() => this.schedule());
    }, this.intervalMilliseconds);
    this.timer.unref();
  }

  private async sealBatch(): Promise<number> {
    let heads: readonly ChainHead[] = [];
    let count = 0;
    const at = this.clock.now();
    await this.transactions.run(systemActor('audit-sealer'), async (tx) => {
      const [lock] = await tx.query<{ locked: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS locked', [
        SEALER_LOCK,
      ]);
      if (lock?.locked !== true) return;
      const linked = await tx.query<ChainHead & { readonly entries: number }>(LINK_SQL, [BATCH]);
      if (linked.length === 0) return;
      count = linked.reduce((sum, { entries }) => sum + entries, 0);
      heads = linked.map(({ chainId, sequence, hash }) => ({ chainId, sequence, hash }));
      await this.moveHeads(tx, heads, at);
      await this.anchors.append('prepared', at, heads);
    });
    await this.anchors.append('sealed', at, heads);
    return count;
  }

  private async moveHeads(tx: Transaction, heads: readonly ChainHead[], at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO audit_chains (chain_id, head_sequence, head_hash, signed_at, signature)
       SELECT g.chain_id, g.sequence, g.hash, $5::timestamptz, g.signature
         FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[]) AS g (chain_id, sequence, hash, signature)
       ON CONFLICT (chain_id) DO UPDATE SET head_sequence = EXCLUDED.head_sequence, head_hash = EXCLUDED.head_hash,
         signed_at = EXCLUDED.signed_at, signature = EXCLUDED.signature`,
      [
        heads.map((head) => head.chainId),
        heads.map((head) => head.sequence),
        heads.map((head) => head.hash),
        heads.map((head) => this.anchors.line('sealed', at, head).signature),
        at,
      ],
    );
  }

  /** Heads that were sealed before there were signatures. */
  private async signEarlierHeads(): Promise<void> {
    const at = this.clock.now();
    const signed = await this.transactions.run(systemActor('audit-sealer'), async (tx) => {
      const heads = await tx.query<ChainHead>(
        `SELECT chain_id AS "chainId", head_sequence AS "sequence", head_hash AS "hash"
           FROM audit_chains WHERE signature IS NULL FOR UPDATE`,
      );
      for (const head of heads) {
        const { signature } = this.anchors.line('sealed', at, head);
        await tx.execute('UPDATE audit_chains SET signed_at = $2, signature = $3 WHERE chain_id = $1', [
          head.chainId,
          at,
          signature,
        ]);
      }
      return heads;
    });
    await this.anchors.append('sealed', at, signed);
  }

  /**
   * A crash between commit and anchor leaves a `prepared` line whose seal is in the database: it is confirmed now. A head
   * that no line prepared was not made by a sealer and stays unanchored, so that the verifier names it.
   */
  private async confirmInterruptedSeals(): Promise<void> {
    const prepared = new Map<string, string>();
    const sealed = new Set<string>();
    for (const line of this.anchors.read()) {
      const key = `${line.chainId}/${line.sequence}`;
      if (line.kind === 'prepared') prepared.set(key, line.hash);
      else sealed.add(key);
    }
    const heads = await this.transactions.run(systemActor('audit-sealer'), (tx) =>
      tx.query<ChainHead>(
        `SELECT chain_id AS "chainId", head_sequence AS "sequence", head_hash AS "hash" FROM audit_chains`,
      ),
    );
    for (const head of heads) {
      const key = `${head.chainId}/${head.sequence}`;
      if (sealed.has(key)) continue;
      if (prepared.get(key) === head.hash) await this.anchors.append('sealed', this.clock.now(), [head]);
      else this.logger.error('audit.head-without-anchor', { chain: head.chainId, sequence: head.sequence });
    }
  }
}
