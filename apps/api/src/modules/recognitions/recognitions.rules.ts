import { documentedSteps, type RecognitionStepKind } from '@junheng/api-contract';
import type { DomainError } from '../../platform/errors/domain-error.ts';
import { recognitionErrors } from './recognitions.errors.ts';
import type { RecognitionStepRecord, RecordingLevel } from './recognitions.types.ts';

/**
 * 县级自评 -> 市级复核 -> 省级评估 -> 认定, each of which may end in a refusal; what is recognised is re-checked, and lost if that fails.
 * A county that was recognised before its records began here starts with its recognition.
 */
const NEXT: Readonly<Record<RecognitionStepKind | 'none', readonly RecognitionStepKind[]>> = {
  none: ['self-evaluated', 'recognised'],
  'self-evaluated': ['city-reviewed', 'not-recognised'],
  'city-reviewed': ['province-assessed', 'not-recognised'],
  'province-assessed': ['recognised', 'not-recognised'],
  recognised: ['rechecked', 'revoked'],
  rechecked: ['rechecked', 'revoked'],
  'not-recognised': ['self-evaluated'],
  revoked: ['self-evaluated'],
};

const RANK: Readonly<Record<RecordingLevel, number>> = { county: 0, city: 1, province: 2 };

/** Whose step it is. An earlier recognition that begins a record is entered from its document by whoever keeps the record. */
function levelOf(step: RecognitionStepKind, state: RecognitionStepKind | null): RecordingLevel {
  if (step === 'self-evaluated' || state === null) return 'county';
  if (step === 'city-reviewed' || state === 'self-evaluated') return 'city';
  return 'province';
}

/** What may be recorded next by somebody of this level: their own steps and those of the levels below. */
export function nextSteps(
  state: RecognitionStepKind | null,
  level: RecordingLevel | null,
): readonly RecognitionStepKind[] {
  return NEXT[state ?? 'none'].filter((step) => isWithin(level, levelOf(step, state)));
}

function isWithin(level: RecordingLevel | null, asked: RecordingLevel): boolean {
  return level !== null && RANK[level] >= RANK[asked];
}

/** Those that count, oldest first. */
export function counting(steps: readonly RecognitionStepRecord[]): readonly RecognitionStepRecord[] {
  return steps.filter(({ withdrawnAt }) => withdrawnAt === null).toSorted((a, b) => a.number - b.number);
}

/** May somebody of this level take the last step back? Whoever recorded it, and the levels above. */
export function mayWithdraw(steps: readonly RecognitionStepRecord[], level: RecordingLevel | null): boolean {
  const last = counting(steps).at(-1);
  return last !== undefined && isWithin(level, last.recordedAs);
}

/** Why a step is refused; null = it may be recorded. */
export function faultOf(
  wanted: {
    readonly step: RecognitionStepKind;
    readonly on: string;
    readonly document: string | null;
    readonly seen: number;
  },
  steps: readonly RecognitionStepRecord[],
  level: RecordingLevel | null,
  today: string,
): DomainError | null {
  const counted = counting(steps);
  const last = counted.at(-1) ?? null;
  const state = last?.step ?? null;
  if (counted.length !== wanted.seen) return recognitionErrors.stale();
  if (!NEXT[state ?? 'none'].includes(wanted.step)) return recognitionErrors.notNext();
  if (!nextSteps(state, level).includes(wanted.step)) return recognitionErrors.notYourLevel();
  if (wanted.on > today) return recognitionErrors.inFuture(today);
  if (last !== null && wanted.on < last.on) return recognitionErrors.beforeLast(last.on);
  if (wanted.document === null && documentedSteps.includes(wanted.step)) return recognitionErrors.documentMissing();
  return null;
}
