/**
 * The numbers of 教督〔2017〕6号 that the generator builds towards. Written down here a second time on purpose: what is planted must not
 * depend on the edition that it is used to test.
 */
export const stages = ['primary', 'junior', 'senior'] as const;
export type Stage = (typeof stages)[number];
export type EvaluatedStage = 'primary' | 'junior';

export const indicatorIds = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const;
export type IndicatorId = (typeof indicatorIds)[number];

export const thresholds: Readonly<Record<IndicatorId, Readonly<Record<EvaluatedStage, number>>>> = {
  R1: { primary: 4.2, junior: 5.3 },
  R2: { primary: 1, junior: 1 },
  R3: { primary: 0.9, junior: 0.9 },
  R4: { primary: 4.5, junior: 5.8 },
  R5: { primary: 7.5, junior: 10.2 },
  R6: { primary: 2000, junior: 2500 },
  R7: { primary: 2.3, junior: 2.4 },
};

/** A pupil's weight in hundredths when the facilities of a school are divided between its stages (1 : 1.1 : 1.32). */
export const weightHundredths: Readonly<Record<Stage, number>> = { primary: 100, junior: 110, senior: 132 };

export type Pupils = Readonly<Record<Stage, number>>;

export function weightedHundredths(pupils: Pupils): number {
  return stages.reduce((sum, stage) => sum + weightHundredths[stage] * pupils[stage], 0);
}

/** What one weighted pupil must have so that every stage of the school reaches its threshold. */
export function neededPerWeightedPupil(indicator: IndicatorId, pupils: Pupils): number {
  const needs = (['primary', 'junior'] as const)
    .filter((stage) => pupils[stage] > 0)
    .map((stage) => (thresholds[indicator][stage] * 100) / weightHundredths[stage]);
  return Math.max(0, ...needs);
}
