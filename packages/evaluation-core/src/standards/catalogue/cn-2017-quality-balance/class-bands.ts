import type { ClassBand } from '../../check-rule.ts';

/** 班额分段 of the city form, rows 16 to 25. */
export const classBands: readonly ClassBand[] = [
  { item: 'classes-1-to-25', minimum: 1, maximum: 25 },
  { item: 'classes-26-to-30', minimum: 26, maximum: 30 },
  { item: 'classes-31-to-35', minimum: 31, maximum: 35 },
  { item: 'classes-36-to-40', minimum: 36, maximum: 40 },
  { item: 'classes-41-to-45', minimum: 41, maximum: 45 },
  { item: 'classes-46-to-50', minimum: 46, maximum: 50 },
  { item: 'classes-51-to-55', minimum: 51, maximum: 55 },
  { item: 'classes-56-to-60', minimum: 56, maximum: 60 },
  { item: 'classes-61-to-65', minimum: 61, maximum: 65 },
  { item: 'classes-66-and-over', minimum: 66, maximum: null },
];

/** The bands of classes with more pupils than `largest`, which must be the upper end of a band. */
export function bandsAbove(largest: number): readonly string[] {
  return classBands.filter((band) => band.minimum > largest).map((band) => band.item);
}
