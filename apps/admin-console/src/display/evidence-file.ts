/** What is shown of one file of evidence (佐证材料), of a school or of the county. */
export interface EvidenceFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly addedBy: string;
  readonly addedAt: string;
}

const DRAWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Whether every browser draws it. */
export const isDrawn = (mediaType: string): boolean => DRAWN.has(mediaType);

/** Bytes as people say them: 1 MB is 1024 × 1024. */
export function sizeText(bytes: number): string {
  const kilo = bytes / 1024;
  return kilo < 1000 ? `${Math.max(1, Math.round(kilo))} KB` : `${(kilo / 1024).toFixed(1).replace(/\.0$/, '')} MB`;
}
