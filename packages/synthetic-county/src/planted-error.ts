import type { Cells } from '@junheng/evaluation-core';
import type { EvaluatedStage } from './indicators.ts';
import type { SchoolPlan } from './school-plan.ts';

/** One way in which a careful report can go wrong, and the hard check that must notice it, and no other. */
export const errorKinds = [
  'required',
  'readable',
  'aggregate-differs',
  'indoor-sports-within-teaching-rooms',
  'class-bands-sum',
  'class-bands-capacity',
  'largest-class-in-bands',
  'pupils-in-zone-within-pupils',
  'migrant-pupils-within-pupils',
  'degrees-within-full-time',
  'more-backbone-teachers-than-plausible',
  'subject-teachers-within-full-time',
  'certified-within-full-time',
  'trained-within-full-time',
  'music-rooms-by-size',
  'fine-art-rooms-by-size',
  'training-funds-within-budget',
  'left-within-entered',
] as const;
export type ErrorKind = (typeof errorKinds)[number];

export interface PlantedError {
  readonly code: string;
  /** Also the id of the check that must find it. */
  readonly kind: ErrorKind;
  /** The cell that was spoilt; for `required` the one that was emptied. */
  readonly cell: string;
}

/** Spoils one cell of a school in good order. Undefined where the school cannot have this fault (no junior stage, no such rooms). */
export function plantError(
  plan: SchoolPlan,
  cells: Cells,
  kind: ErrorKind,
): { readonly cells: Cells; readonly error: PlantedError } | undefined {
  const spoilt = spoil(cells, kind);
  if (spoilt === undefined) return undefined;
  const [cell, value] = spoilt;
  const { [cell]: _, ...rest } = cells;
  return { cells: value === null ? rest : { ...rest, [cell]: value }, error: { code: plan.code, kind, cell } };
}

type Spoilt = readonly [cell: string, value: string | null] | undefined;

function spoil(cells: Cells, kind: ErrorKind): Spoilt {
  const stage: EvaluatedStage = cells['classes.primary'] === undefined ? 'junior' : 'primary';
  const number = (cell: string): number => Number(cells[cell] ?? Number.NaN);
  const set = (cell: string, value: number | string | null): Spoilt =>
    cells[cell] === undefined ? undefined : [cell, typeof value === 'number' ? String(value) : value];
  const aboveFullTime = (cell: string): Spoilt => set(cell, number('full-time-teachers') + 1);
  switch (kind) {
    case 'required':
      return set('multimedia-classrooms', null);
    case 'readable':
      return set('multimedia-classrooms', '约20间');
    case 'aggregate-differs': {
      const parts = ['teachers-associate', 'teachers-bachelor', 'teachers-master', 'teachers-doctor'];
      const sum = parts.reduce((total, item) => total + Number(cells[`${item}.${stage}`] ?? 0), 0);
      return cells[`teachers-bachelor.${stage}`] === undefined
        ? undefined
        : [`teachers-above-required-degree.${stage}`, String(sum - 1)];
    }
    case 'indoor-sports-within-teaching-rooms':
      return set('indoor-sports-rooms-area', Math.ceil(number('teaching-rooms-area')) + 1);
    case 'class-bands-sum':
      return set(`classes.${stage}`, number(`classes.${stage}`) + 1);
    case 'class-bands-capacity':
      return set(`pupils.${stage}`, number(`classes.${stage}`) * 66 + 1);
    case 'largest-class-in-bands':
      return set(`largest-class.${stage}`, number(`largest-class.${stage}`) + 11);
    case 'pupils-in-zone-within-pupils':
      return set(`pupils-in-zone.${stage}`, number(`pupils.${stage}`) + 1);
    case 'migrant-pupils-within-pupils':
      return set('migrant-pupils', 100_000);
    case 'degrees-within-full-time':
      return aboveFullTime(`teachers-bachelor.${stage}`);
    case 'more-backbone-teachers-than-plausible':
      return aboveFullTime(`backbone-teachers.${stage}`);
    case 'subject-teachers-within-full-time':
      return aboveFullTime(`pe-teachers.${stage}`);
    case 'certified-within-full-time':
      return aboveFullTime('certified-teachers');
    case 'trained-within-full-time':
      return aboveFullTime('teachers-360-hours');
    case 'music-rooms-by-size':
      return set('music-rooms-96-and-over', number('music-rooms') + 1);
    case 'fine-art-rooms-by-size':
      return set('fine-art-rooms-90-and-over', number('fine-art-rooms') + 1);
    case 'training-funds-within-budget':
      return set('training-funds-budget', Math.ceil(number('public-funds-budget')) + 1);
    case 'left-within-entered':
      return set('transferred-out.junior', number('entry-pupils.junior') + number('transferred-in.junior') + 1);
    default: {
      const exhaustive: never = kind;
      return exhaustive;
    }
  }
}
