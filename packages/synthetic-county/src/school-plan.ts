import type { EvaluatedStage, IndicatorId, Pupils } from './indicators.ts';
import type { Town } from './places.ts';

export const years = ['last-year', 'this-year'] as const;
export type Year = (typeof years)[number];

export type SchoolType =
  | 'primary'
  | 'junior'
  | 'nine-year'
  | 'twelve-year'
  | 'full-middle'
  | 'teaching-point'
  | 'special-education'
  | 'vocational';

/** Who a school is, as the bureau registers it. */
export interface RegisteredSchool {
  /** 学校标识码, unique in the province; also serves as the school's id here. */
  readonly code: string;
  readonly name: string;
  readonly type: SchoolType;
  readonly ownership: 'public' | 'private';
  readonly town: Town;
  readonly locale: 'urban' | 'town' | 'rural';
  readonly boarding: boolean;
  readonly foundedYear: number;
  /** A campus (校区) names its school. */
  readonly parentCode: string | null;
  /** 是否计校数 */
  readonly countedAsSchool: boolean;
}

/**
 * An amount fixed to the unit by a planted verdict: tenths (R4, R5: m2, R6: yuan) for each weighted pupil, and smallest units
 * (0.01 m2, 0.01 yuan) more or less for the whole school.
 */
export type FixedAmounts = Partial<Record<'R4' | 'R5' | 'R6', { readonly tenths: number; readonly units: number }>>;

/** R4 to R6 of a single-stage school as thousandths for each pupil, less a number of smallest units. */
export interface FixedThousandths {
  readonly indicator: 'R4' | 'R5' | 'R6';
  readonly perPupil: number;
  readonly lessUnits: number;
}

/** One school before its cells are written out: size, and how well it is equipped (1 = just the standard). */
export interface SchoolPlan extends RegisteredSchool {
  readonly pupils: Readonly<Record<Year, Pupils>>;
  readonly levels: Readonly<Record<IndicatorId, number>>;
  readonly fixed: Readonly<Record<Year, FixedAmounts>>;
  readonly atFloor: Readonly<Record<Year, readonly FixedThousandths[]>>;
  /** The numbers were given by the caller; a planted verdict leaves them alone where it can. */
  readonly anchored: boolean;
  /** Feeds the details that decide nothing (degrees, rooms by size, funds). */
  readonly seed: number;
}

export const noPupils: Pupils = { primary: 0, junior: 0, senior: 0 };

/** Does the stage of this school enter the seven indicators as a school of its own or through its parent? */
export function isInScope(plan: SchoolPlan, year: Year, stage: EvaluatedStage): boolean {
  const pupils = plan.pupils[year];
  if (plan.type === 'special-education' || plan.type === 'vocational') return false;
  if (plan.type === 'teaching-point' && pupils.primary + pupils.junior < 50) return false;
  return pupils[stage] > 0;
}
