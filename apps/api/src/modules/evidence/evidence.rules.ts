import { evidenceMediaTypes, type EvidenceMediaType, type EvidenceTarget } from '@junheng/api-contract';
import type { EvidenceTotals } from './evidence.types.ts';

const MEBIBYTE = 1024 * 1024;

/** What one report may hold: some files for each of its indicators and items, not an archive. */
export const EVIDENCE_LIMITS = { files: 300, bytes: 500 * MEBIBYTE, uploads: 20 } as const;
/** A school that loses its connection on Friday goes on after the weekend. */
export const UPLOAD_LIFETIME_MILLISECONDS = 7 * 24 * 60 * 60_000;

export const evidenceLimits = (bytesPerFile: number) => ({
  mediaTypes: [...evidenceMediaTypes],
  bytesPerFile,
  filesPerReport: EVIDENCE_LIMITS.files,
  bytesPerReport: EVIDENCE_LIMITS.bytes,
});

/** What stands in the way of so many more bytes, null if nothing does. Promised bytes count like those that are there. */
export function roomProblem(totals: EvidenceTotals, more: { readonly bytes: number; readonly upload: boolean }) {
  if (more.upload && totals.uploads >= EVIDENCE_LIMITS.uploads) return 'too-many-uploads';
  if (totals.files + totals.uploads >= EVIDENCE_LIMITS.files) return 'too-many-files';
  return totals.bytes + totals.uploadBytes + more.bytes > EVIDENCE_LIMITS.bytes ? 'total' : null;
}

/** Every extension a name may have for the type; the first is given to a name that has none of them. */
const extensions: Readonly<Record<EvidenceMediaType, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
};
/** What browsers draw themselves. */
const SHOWN: ReadonlySet<EvidenceMediaType> = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);

const LONGEST_NAME = 120;

/**
 * A name to show and to save under: no folders, no control or direction characters (which make `gpj.exe` look like a photo), no
 * characters that a file system refuses, and the extension of what the file is.
 */
export function evidenceName(given: string, mediaType: EvidenceMediaType): string {
  const plain = (given.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .trim();
  const dot = plain.lastIndexOf('.');
  const [known] = extensions[mediaType];
  const extension = dot < 0 ? '' : plain.slice(dot + 1).toLowerCase();
  const fits = extensions[mediaType].includes(extension);
  const stem = [...(fits ? plain.slice(0, dot) : plain)]
    .slice(0, LONGEST_NAME)
    .join('')
    .replaceAll(/^\.+|[. ]+$/g, '');
  return `${stem === '' ? 'file' : stem}.${fits ? extension : known}`;
}

/**
 * How a browser is told to treat it: by the type its bytes have, shown only where it is an image or a PDF, and in any case
 * without scripts, forms or loads of its own.
 */
export function contentHeaders(
  file: {
    readonly name: string;
    readonly size: number;
    readonly mediaType: EvidenceMediaType;
    readonly sha256: string;
  },
  as: 'preview' | 'download',
): Readonly<Record<string, string>> {
  const disposition = as === 'preview' && SHOWN.has(file.mediaType) ? 'inline' : 'attachment';
  return {
    'content-type': file.mediaType,
    'content-length': String(file.size),
    'content-disposition': `${disposition}; filename="${asciiName(file.name)}"; filename*=UTF-8''${rfc5987(file.name)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    // Kept by the browser, but every use is asked for anew: a session that ended shows nothing.
    'cache-control': 'private, no-cache',
    etag: `"${file.sha256}"`,
  };
}

function asciiName(name: string): string {
  return name.replaceAll(/[^\w.() -]/g, '_');
}

function rfc5987(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

export function distinctTargets(targets: readonly EvidenceTarget[]): readonly EvidenceTarget[] {
  return [...new Map(targets.map((target) => [`${target.kind} ${target.id}`, target])).values()];
}
