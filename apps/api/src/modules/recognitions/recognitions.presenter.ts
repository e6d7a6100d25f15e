import type { Recognition, RecognitionStep } from '@junheng/api-contract';
import { counting, mayWithdraw, nextSteps } from './recognitions.rules.ts';
import type { RecognitionStepRecord, RecordingLevel } from './recognitions.types.ts';

/** The steps of one county with one standard, as somebody of this level sees them. */
export function presentRecognition(
  steps: readonly [RecognitionStepRecord, ...RecognitionStepRecord[]],
  countyName: string,
  level: RecordingLevel | null,
): Recognition {
  const [{ countyId, editionId, editionName }] = steps;
  const counted = counting(steps);
  const state = counted.at(-1)?.step ?? null;
  return {
    countyId,
    countyName,
    editionId,
    editionName: editionName === null ? null : { zhCN: editionName[0], en: editionName[1] },
    state,
    seen: counted.length,
    steps: steps.toSorted((a, b) => b.number - a.number).map(presentStep),
    next: [...nextSteps(state, level)],
    mayWithdraw: mayWithdraw(steps, level),
  };
}

function presentStep(record: RecognitionStepRecord): RecognitionStep {
  const { id, step, on, document, issuer, evaluationId, roundId, year, note, recordedAt, recordedBy } = record;
  const { withdrawnAt, withdrawnBy, withdrawalReason } = record;
  return {
    id,
    step,
    on,
    document,
    issuer,
    evaluation: evaluationId === null || roundId === null || year === null ? null : { id: evaluationId, roundId, year },
    note,
    recordedAt: recordedAt.toISOString(),
    recordedBy,
    withdrawn:
      withdrawnAt === null
        ? null
        : { at: withdrawnAt.toISOString(), by: withdrawnBy ?? '', reason: withdrawalReason ?? '' },
  };
}
