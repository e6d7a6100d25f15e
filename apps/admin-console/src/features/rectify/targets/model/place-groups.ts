import type { TargetPlaces } from '@junheng/api-contract';

type Place = TargetPlaces['places'][number]['place'];

/** What a target may be about: coefficients, how many schools reach an indicator, numbers of the county, one school. */
export const placeGroups = ['cv', 'reaching', 'county', 'school'] as const;
export type PlaceGroup = (typeof placeGroups)[number];

export function groupOf({ kind }: Place): PlaceGroup {
  switch (kind) {
    case 'cv':
    case 'composite-cv':
      return 'cv';
    case 'schools-reaching':
      return 'reaching';
    case 'requirement':
      return 'county';
    case 'indicator':
      return 'school';
    default: {
      const exhaustive: never = kind;
      return exhaustive;
    }
  }
}

/** On which side of its target such a number is met. */
export function directionOf({ comparator }: TargetPlaces['places'][number]['now']): 'at-least' | 'at-most' {
  return comparator === 'at-least' || comparator === 'more-than' ? 'at-least' : 'at-most';
}

const DECIMAL = /^\d{1,9}(\.\d{1,6})?$/;

/** There are no half schools, and no more than all of them. */
export function valueFits(unit: string | null, value: string): boolean {
  if (!DECIMAL.test(value)) return false;
  if (unit === 'school') return !value.includes('.');
  return unit !== 'percent' || Number(value) <= 100;
}
