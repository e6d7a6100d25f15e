import { describe, expect, test } from '@jest/globals';
import type { RecognitionStepKind } from '@junheng/api-contract';
import { faultOf, mayWithdraw, nextSteps } from './recognitions.rules.ts';
import type { RecognitionStepRecord, RecordingLevel } from './recognitions.types.ts';

const steps = (...kinds: readonly RecognitionStepKind[]): readonly RecognitionStepRecord[] =>
  kinds.map((step, number) => ({
    id: String(number),
    countyId: 'c',
    editionId: 'e',
    editionName: null,
    number,
    step,
    on: `2026-0${number + 1}-01`,
    document: null,
    issuer: null,
    evaluationId: null,
    roundId: null,
    year: null,
    note: null,
    recordedAt: new Date(0),
    recordedBy: '某人',
    recordedAs: step === 'self-evaluated' ? 'county' : step === 'city-reviewed' ? 'city' : 'province',
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawalReason: null,
  }));
const wanted = { step: 'self-evaluated' as RecognitionStepKind, on: '2026-09-01', document: null, seen: 0 };
const code = (fault: ReturnType<typeof faultOf>) => fault?.code ?? null;

describe('the procedure', () => {
  test('goes from level to level, and each records its own step and those below', () => {
    expect(nextSteps(null, 'county')).toEqual(['self-evaluated', 'recognised']);
    expect(nextSteps('self-evaluated', 'county')).toEqual([]);
    expect(nextSteps('self-evaluated', 'city')).toEqual(['city-reviewed', 'not-recognised']);
    expect(nextSteps('city-reviewed', 'city')).toEqual([]);
    expect(nextSteps('province-assessed', 'province')).toEqual(['recognised', 'not-recognised']);
    expect(nextSteps('recognised', 'county')).toEqual([]);
    expect(nextSteps('rechecked', 'province')).toEqual(['rechecked', 'revoked']);
    expect(nextSteps('revoked', 'county')).toEqual(['self-evaluated']);
    expect(nextSteps(null, null)).toEqual([]);
  });

  test('refuses what does not come next, what is not one’s own, odd days, and a recognition without a document', () => {
    const today = '2026-09-10';
    expect(code(faultOf(wanted, [], 'county', today))).toBeNull();
    expect(code(faultOf({ ...wanted, seen: 1 }, [], 'county', today))).toBe('recognition.stale');
    expect(code(faultOf({ ...wanted, step: 'revoked' }, [], 'province', today))).toBe('recognition.not-next');
    const begun = steps('self-evaluated');
    const next = { ...wanted, step: 'city-reviewed' as const, seen: 1 };
    expect(code(faultOf(next, begun, 'county', today))).toBe('recognition.not-your-level');
    expect(code(faultOf(next, begun, 'city', today))).toBeNull();
    expect(code(faultOf({ ...next, on: '2026-09-11' }, begun, 'city', today))).toBe('recognition.in-future');
    expect(code(faultOf({ ...next, on: '2025-12-31' }, begun, 'city', today))).toBe('recognition.before-last');
    expect(code(faultOf({ ...wanted, step: 'recognised' }, [], 'county', today))).toBe('recognition.document-missing');
  });

  test('lets who recorded the last step, and those above, take it back, and counts on from the one before', () => {
    const reviewed = steps('self-evaluated', 'city-reviewed');
    expect([mayWithdraw(reviewed, 'county'), mayWithdraw(reviewed, 'city'), mayWithdraw([], 'province')]).toEqual([
      false,
      true,
      false,
    ]);
    const taken = reviewed.map((each, index) => (index === 1 ? { ...each, withdrawnAt: new Date(1) } : each));
    expect(mayWithdraw(taken, 'county')).toBe(true);
    // What a county enters of its past is taken back by the county; what the province entered of it is not.
    const past = steps('recognised');
    expect(['county', 'city', 'province'].map((level) => mayWithdraw(past, level as RecordingLevel))).toEqual([
      false,
      false,
      true,
    ]);
    expect(
      mayWithdraw(
        past.map((each) => ({ ...each, recordedAs: 'county' })),
        'county',
      ),
    ).toBe(true);
    expect(code(faultOf({ ...wanted, step: 'city-reviewed', seen: 1 }, taken, 'city', '2026-09-10'))).toBeNull();
  });
});
