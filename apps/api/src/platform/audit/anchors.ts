import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { HeadSigner } from './head-signer.ts';

const NEWLINE = 0x0a;
/** Several times what a line of anchors takes, in bytes. */
const LONGEST_LINE = 4096;

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
  /** Ed25519 over all the other members (`signedText`), base64. Lines of releases before signatures have none. */
  readonly signature?: string;
}

/** An append-only file outside the database, each line signed and flushed to disk. */
export class Anchors {
  private lastAppended: Promise<void> = Promise.resolve();

  constructor(
    private readonly file: string,
    private readonly signer: HeadSigner,
  ) {}

  /** The line that `append` writes. */
  line(kind: AnchorLine['kind'], at: Date, { chainId, sequence, hash }: ChainHead): Required<AnchorLine> {
    const anchor = { kind, at: at.toISOString(), chainId, sequence, hash };
    return { ...anchor, signature: this.signer.sign(anchor) };
  }

  /** On the disk when it resolves: waiting for the disk here would hold up every save, twice a second. */
  async append(kind: AnchorLine['kind'], at: Date, heads: readonly ChainHead[]): Promise<void> {
    if (heads.length === 0) return;
    const appended = this.lastAppended.then(() => this.write(kind, at, heads));
    this.lastAppended = appended.catch(() => undefined);
    await appended;
  }

  private async write(kind: AnchorLine['kind'], at: Date, heads: readonly ChainHead[]): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    const lines = heads.map((head) => JSON.stringify(this.line(kind, at, head)));
    const file = await open(this.file, 'a+', 0o600);
    try {
      await removeTornLine(file);
      await writeWhole(file, Buffer.from(`${lines.join('\n')}\n`));
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** The lines that speak of one chain, as they stand in the file; and those that cannot be read, which speak of damage. */
  linesOf(chainId: string): string {
    if (!existsSync(this.file)) return '';
    const lines = readFileSync(this.file, 'utf8').split('\n').slice(0, -1);
    const own = lines.filter((line) => line.includes(`"chainId":"${chainId}"`) || !line.startsWith('{"kind":"'));
    return own.map((line) => `${line}\n`).join('');
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

/**
 * A crash or a full disk may have cut off the last line. Its seal was never confirmed; left there, the next line would be
 * glued to it and both would read as damage.
 */
async function removeTornLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  const tail = Buffer.alloc(Math.min(size, LONGEST_LINE));
  const { bytesRead } = await file.read(tail, 0, tail.length, size - tail.length);
  const whole = tail.subarray(0, bytesRead).lastIndexOf(NEWLINE) + 1;
  if (whole < bytesRead) await file.truncate(size - bytesRead + whole);
}

/** A disk that is nearly full takes less than it is given, without an error. */
async function writeWhole(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let written = 0; written < bytes.length;) written += (await file.write(bytes, written)).bytesWritten;
}
