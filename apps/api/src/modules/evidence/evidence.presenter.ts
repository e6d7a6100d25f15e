import type { EarlierEvidence, Evidence } from '@junheng/api-contract';
import type { EvidenceRecord } from './evidence.types.ts';

export function presentEvidence(record: EvidenceRecord): Evidence {
  const { reusedFromYear, removedAt, removedBy } = record;
  return {
    ...presentEarlierEvidence(record),
    reusedFromYear,
    removed: removedAt === null ? null : { at: removedAt.toISOString(), by: removedBy ?? '' },
  };
}

export function presentEarlierEvidence(record: EvidenceRecord): EarlierEvidence['evidence'][number] {
  const { id, name, size, mediaType, sha256, targets, addedAt, addedBy } = record;
  return { id, name, size, mediaType, sha256, targets: [...targets], addedAt: addedAt.toISOString(), addedBy };
}
