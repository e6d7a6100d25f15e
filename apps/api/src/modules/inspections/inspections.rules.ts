import { usualSampleSize } from '@junheng/api-contract';
import type { DrawRecord, DrawStatus, InspectionRecord, InspectionStatus } from './inspections.types.ts';

/**
 * Audit entries carry the time their transaction began: after this long all that began before the stated instant are over, since
 * the database ends whatever takes longer.
 */
export const SETTLING_MILLISECONDS = 60_000;
/** The stated instant lies in the future, and not so far that the project waits for it in vain. */
const EARLIEST_MILLISECONDS = 60_000;
const LATEST_MILLISECONDS = 14 * 86_400_000;

/** Between which instants the heads of the audit chains may be asked for, as seen from now. */
export function headsWindow(now: Date): { readonly from: Date; readonly to: Date } {
  return {
    from: new Date(now.getTime() + EARLIEST_MILLISECONDS),
    to: new Date(now.getTime() + LATEST_MILLISECONDS),
  };
}

export function drawableFrom(headsAt: Date): Date {
  return new Date(headsAt.getTime() + SETTLING_MILLISECONDS);
}

/** 8 to 12 schools of a county, or all where it has fewer than 8 (SPEC 6); anything else is allowed with a reason. */
export function sizeNeedsReason(size: number, eligible: number): boolean {
  if (eligible < usualSampleSize.least) return size < eligible;
  return size < usualSampleSize.least || size > usualSampleSize.most;
}

export function drawStatus(draw: DrawRecord): DrawStatus {
  if (draw.drawnAt !== null) return 'drawn';
  if (draw.abandonedAt !== null) return 'abandoned';
  return draw.frozenAt === null ? 'committed' : 'frozen';
}

export function inspectionStatus(
  inspection: Pick<InspectionRecord, 'selection' | 'confirmedAt' | 'drawStatus'>,
): InspectionStatus {
  if (inspection.selection !== 'random') return inspection.confirmedAt === null ? 'draft' : 'confirmed';
  const { drawStatus: newest } = inspection;
  // The newest is only given up together with the commitment of the next.
  return newest === null || newest === 'abandoned' ? 'draft' : newest;
}
