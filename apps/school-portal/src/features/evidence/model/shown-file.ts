import type { Evidence, EvidenceTarget } from '../../../api/types.ts';

/** Bytes as people say them: 1 MB is 1024 × 1024. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilo = bytes / 1024;
  if (kilo < 1000) return `${Math.max(1, Math.round(kilo))} KB`;
  return `${(kilo / 1024).toFixed(1).replace(/\.0$/, '')} MB`;
}

const DRAWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Whether every browser draws it. */
export const isDrawn = (mediaType: Evidence['mediaType']): boolean => DRAWN.has(mediaType);

const names: Readonly<Record<Evidence['mediaType'], string>> = {
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/heic': 'HEIC',
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
};
export const kindName = (mediaType: Evidence['mediaType']): string => names[mediaType];

/** What a file dialog offers. The server judges by the content. */
export const ACCEPT = '.jpg,.jpeg,.png,.webp,.heic,.heif,.pdf,.docx,.xlsx,image/jpeg,image/png,image/webp,image/heic';

export const sameTarget = (left: EvidenceTarget, right: EvidenceTarget): boolean =>
  left.kind === right.kind && left.id === right.id;

export const proves = (file: { readonly targets: readonly EvidenceTarget[] }, target: EvidenceTarget): boolean =>
  file.targets.some((each) => sameTarget(each, target));

/** Those that are there, not those taken out again. */
export function present(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter(({ removed }) => removed === null);
}

/** Refused for its content: its upload is gone, and the same bytes would be refused again. */
export const refusedForContent: ReadonlySet<string> = new Set(['evidence.type-refused', 'evidence.picture-too-large']);
const FINAL: ReadonlySet<string> = new Set([...refusedForContent, 'evidence.empty', 'evidence.too-large']);

/** Whether the same file would be refused again. */
export const isFinal = (code: string): boolean => FINAL.has(code);
