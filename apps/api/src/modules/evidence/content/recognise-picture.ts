import { fileTypeFromBuffer } from 'file-type';

/** Pictures that every browser draws. */
export type PictureMediaType = 'image/jpeg' | 'image/png' | 'image/webp';

export type PictureRecognition =
  | { readonly ok: true; readonly mediaType: PictureMediaType }
  /** A media type, `unknown`, or `empty`. */
  | { readonly ok: false; readonly found: string };

/** As much as the signatures need: what unpacks is never given to the library. */
const SAMPLE_BYTES = 4100;
const ZIP_SIGNATURE = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** What a picture is by its bytes, whatever it is called. */
export async function recognisePicture(bytes: Buffer): Promise<PictureRecognition> {
  if (bytes.length === 0) return { ok: false, found: 'empty' };
  if (bytes.subarray(0, 4).equals(ZIP_SIGNATURE)) return { ok: false, found: 'application/zip' };
  const found = (await fileTypeFromBuffer(bytes.subarray(0, SAMPLE_BYTES)))?.mime ?? 'unknown';
  return found === 'image/jpeg' || found === 'image/png' || found === 'image/webp'
    ? { ok: true, mediaType: found }
    : { ok: false, found };
}
