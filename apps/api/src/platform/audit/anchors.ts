import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Where a chain ended at some instant. */
export interface ChainHead {
  readonly chainId: string;
  readonly sequence: number;
  readonly hash: string;
}

/**
 * One line of the anchors file.
 * - `prepared`: written before a seal is committed; alone it proves nothing but that the sealer meant to.
 * - `sealed`: the seal is committed; the database may never again hold less than this.
 * - `restored`: a backup was restored here; what was anchored before it no longer binds.
 */
export interface AnchorLine extends ChainHead {
  readonly kind: 'prepared' | 'sealed' | 'restored';
  readonly at: string;
}

/** An append-only file outside the database, flushed to disk with every line. */
export class Anchors {
  constructor(private readonly file: string) {}

  append(kind: AnchorLine['kind'], at: Date, heads: readonly ChainHead[]): void {
    if (heads.length === 0) return;
    mkdirSync(dirname(this.file), { recursive: true });
    const lines = heads.map(({ chainId, sequence, hash }) =>
      JSON.stringify({ kind, at: at.toISOString(), chainId, sequence, hash }),
    );
    const descriptor = openSync(this.file, 'a', 0o600);
    try {
      writeSync(descriptor, `${lines.join('\n')}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }

  /** All whole lines, oldest first. A last line cut off by a crash is left out: its seal was never confirmed. */
  read(): readonly AnchorLine[] {
    if (!existsSync(this.file)) return [];
    const lines: AnchorLine[] = [];
    for (const text of readFileSync(this.file, 'utf8').split('\n')) {
      if (text === '') continue;
      try {
        lines.push(JSON.parse(text) as AnchorLine);
      } catch {
        continue;
      }
    }
    return lines;
  }
}
