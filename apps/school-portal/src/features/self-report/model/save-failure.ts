import { classifySaveFailure as classify, type SaveFailure } from '@junheng/offline-journal';

const codes = {
  keyReused: 'self-report.idempotency-key-reused',
  conflict: 'self-report.conflict',
  refusedPrefix: 'self-report.cell-',
};

/** A failed save of a report by what has to happen next. */
export const classifySaveFailure = (error: unknown): SaveFailure => classify(codes, error);
