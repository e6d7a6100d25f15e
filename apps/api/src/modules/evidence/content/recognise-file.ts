import { open } from 'node:fs/promises';
import type { EvidenceMediaType } from '@junheng/api-contract';
import { fileTypeFromBuffer } from 'file-type';
import { imageSizeFromFile } from 'image-size/fromFile';
import { recogniseOfficeFile } from './recognise-office-file.ts';

export type Recognition =
  | { readonly ok: true; readonly mediaType: EvidenceMediaType }
  /** A media type, or `unknown`, `macros`, `suspicious-archive`, `damaged`, `huge-picture`. */
  | { readonly ok: false; readonly found: string };

/** As much as the signatures need. What unpacks is never given to the library: see below. */
const SAMPLE_BYTES = 4100;

/** What the library says, and what it is to us. */
const accepted: Readonly<Record<string, EvidenceMediaType>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/apng': 'image/png',
  'image/webp': 'image/webp',
  'image/heic': 'image/heic',
  'image/heif': 'image/heic',
  'application/pdf': 'application/pdf',
};

/**
 * What a file is by its bytes, whatever it is called. Nothing of it is unpacked or drawn: an archive is known by its directory.
 */
export async function recogniseFile(path: string): Promise<Recognition> {
  const sample = await beginningOf(path);
  if (sample.subarray(0, 4).equals(ZIP_SIGNATURE)) return recogniseOfficeFile(path);
  const found = (await fileTypeFromBuffer(sample))?.mime ?? 'unknown';
  const mediaType = accepted[found];
  if (mediaType === undefined) return { ok: false, found };
  return (await isHugePicture(path, mediaType)) ? { ok: false, found: HUGE_PICTURE } : { ok: true, mediaType };
}

/**
 * A small file can claim to be a picture of gigabytes, which whoever looks at it must unpack. Told from its header; one whose header says
 * nothing is left to the browser, which draws nothing of it either.
 */
async function isHugePicture(path: string, mediaType: EvidenceMediaType): Promise<boolean> {
  if (!mediaType.startsWith('image/')) return false;
  try {
    const { width, height } = await imageSizeFromFile(path);
    return width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE;
  } catch {
    return false;
  }
}

export const HUGE_PICTURE = 'huge-picture';
/** Phones take up to 200 million; browsers refuse or fail somewhere beyond. */
const MOST_PIXELS = 250_000_000;
const LONGEST_SIDE = 32_767;

const ZIP_SIGNATURE = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

async function beginningOf(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
