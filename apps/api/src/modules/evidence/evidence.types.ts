import type { EvidenceMediaType, EvidenceTarget } from '@junheng/api-contract';

/** What evidence hangs on, as the module that owns it knows it: found in scope, and held where something is written. */
export interface EvidenceHolder {
  readonly selfReportId: string;
  readonly schoolId: string;
  readonly countyId: string;
}

/** One file of a report (佐证材料). */
export interface EvidenceRecord {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: EvidenceMediaType;
  readonly sha256: string;
  readonly targets: readonly EvidenceTarget[];
  readonly addedAt: Date;
  readonly addedBy: string;
  readonly reusedFromYear: number | null;
  readonly removedAt: Date | null;
  readonly removedBy: string | null;
}

/** What becomes evidence: bytes that are stored already, under a name, for something. */
export interface NewEvidence {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: EvidenceMediaType;
  readonly name: string;
  readonly targets: readonly EvidenceTarget[];
  /** The evidence of an earlier report it is taken over from. */
  readonly reusedFrom: string | null;
}

/** An upload under way (断点续传). */
export interface UploadRecord {
  readonly id: string;
  /** Bytes announced. */
  readonly size: number;
  readonly begunAt: Date;
  /** What became of it. */
  readonly evidenceId: string | null;
}

/** What a report holds and has been promised, against its limits. */
export interface EvidenceTotals {
  readonly files: number;
  readonly bytes: number;
  readonly uploads: number;
  readonly uploadBytes: number;
}

/** One file to be sent, with everything the browser must be told about it. */
export interface ServedContent {
  readonly sha256: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A file that proves a reported item (数据项). */
export interface ProvingFile {
  readonly id: string;
  readonly name: string;
  readonly selfReportId: string;
  readonly itemId: string;
}

/** A file that proves a special rule (特殊规定) a school relied on. */
export interface RuleProof {
  readonly id: string;
  readonly name: string;
  readonly selfReportId: string;
  readonly schoolId: string;
  readonly ruleId: string;
}
