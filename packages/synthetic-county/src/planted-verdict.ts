import { ImpossibleCountyError } from './impossible-county.ts';
import { neededPerWeightedPupil } from './indicators.ts';
import type { EvaluatedStage, IndicatorId } from './indicators.ts';
import { isInScope } from './school-plan.ts';
import type { SchoolPlan, Year } from './school-plan.ts';

/** A verdict built into a county: a CV at its limit, or schools at the 85 % floor. R4 to R6 are amounts that can be set to the unit. */
export type PlantedVerdict =
  | {
      readonly kind: 'cv';
      readonly stage: EvaluatedStage;
      readonly indicator: 'R4' | 'R5' | 'R6';
      /** `at-limit`: exactly 0.50 (primary) or 0.45 (junior), which passes; the others miss it by one smallest unit of one school. */
      readonly position: 'just-below' | 'at-limit' | 'just-above';
    }
  | {
      readonly kind: 'cv-about';
      readonly stage: EvaluatedStage;
      /** Equipment only: areas set this way would show their whole square metres. */
      readonly indicator: 'R6';
      /** For example 0.52; reached to about 0.001 by drawing schools apart. */
      readonly target: number;
    }
  | {
      readonly kind: 'school';
      readonly stage: EvaluatedStage;
      readonly indicator: 'R4' | 'R5' | 'R6';
      /** `at-floor`: exactly 85 % of the threshold with the other six met, which passes; `below-floor` misses it by one smallest unit. */
      readonly position: 'at-floor' | 'just-below-floor' | 'far-below-floor';
      readonly schools: number;
    };

/**
 * Two groups of schools with the same number of pupils, one at (1 - L) and one at (1 + L) times the mean, have a CV of exactly L.
 * Tenths of the low and the high amount for each weighted pupil, chosen so that the low one still meets every threshold of the
 * school's stages: R6 primary 2,500 and 7,500 yuan, mean 5,000.
 */
const lowAndHigh: Readonly<Record<EvaluatedStage, Readonly<Record<'R4' | 'R5' | 'R6', readonly [number, number]>>>> = {
  primary: { R4: [55, 165], R5: [100, 300], R6: [25_000, 75_000] },
  junior: { R4: [55, 145], R5: [110, 290], R6: [27_500, 72_500] },
};

const limits: Readonly<Record<EvaluatedStage, number>> = { primary: 0.5, junior: 0.45 };

/** Thousandths of a square metre or yuan for each pupil: 85 % of the threshold. */
const floorThousandths: Readonly<Record<EvaluatedStage, Readonly<Record<'R4' | 'R5' | 'R6', number>>>> = {
  primary: { R4: 3825, R5: 6375, R6: 1_700_000 },
  junior: { R4: 4930, R5: 8670, R6: 2_125_000 },
};

export interface Planted {
  readonly plans: readonly SchoolPlan[];
  readonly unmetCvs: readonly { readonly stage: EvaluatedStage; readonly indicator: IndicatorId }[];
  readonly unmetSchools: readonly {
    readonly stage: EvaluatedStage;
    readonly code: string;
    readonly indicator: IndicatorId;
  }[];
}

export function plantVerdicts(plans: readonly SchoolPlan[], year: Year, verdicts: readonly PlantedVerdict[]): Planted {
  let planted: Planted = { plans, unmetCvs: [], unmetSchools: [] };
  // Amounts of single schools last: they must not be overwritten.
  for (const kind of ['cv', 'cv-about', 'school'] as const) {
    for (const verdict of verdicts) if (verdict.kind === kind) planted = plantOne(planted, year, verdict);
  }
  return planted;
}

function plantOne(before: Planted, year: Year, verdict: PlantedVerdict): Planted {
  switch (verdict.kind) {
    case 'cv': {
      const plans = cvAtLimit(before.plans, year, verdict);
      const unmet = verdict.position === 'just-above' ? [{ stage: verdict.stage, indicator: verdict.indicator }] : [];
      return { ...before, plans, unmetCvs: [...before.unmetCvs, ...unmet] };
    }
    case 'cv-about': {
      const plans = cvAbout(before.plans, year, verdict);
      const unmet =
        verdict.target > limits[verdict.stage] ? [{ stage: verdict.stage, indicator: verdict.indicator }] : [];
      return { ...before, plans, unmetCvs: [...before.unmetCvs, ...unmet] };
    }
    case 'school':
      return schoolsAtFloor(before, year, verdict);
    default: {
      const exhaustive: never = verdict;
      return exhaustive;
    }
  }
}

type Cv = Extract<PlantedVerdict, { kind: 'cv' }>;
type CvAbout = Extract<PlantedVerdict, { kind: 'cv-about' }>;
type AtFloor = Extract<PlantedVerdict, { kind: 'school' }>;

function cvAtLimit(
  plans: readonly SchoolPlan[],
  year: Year,
  { stage, indicator, position }: Cv,
): readonly SchoolPlan[] {
  const pupilsOf = (plan: SchoolPlan): number => plan.pupils[year][stage];
  const inScope = plans.filter((plan) => isInScope(plan, year, stage));
  const isSingle = (plan: SchoolPlan): boolean => isSingleStage(plan, year) && plan.parentCode === null;
  // A school of several stages stays low: high, it would pull the other stage apart too. A campus goes with its parent, low.
  const low = new Set(inScope.filter((plan) => !isSingle(plan) || hasCampus(plans, plan)).map((plan) => plan.code));
  const high = new Set<string>();
  const sum = (codes: ReadonlySet<string>): number =>
    inScope.filter((plan) => codes.has(plan.code)).reduce((total, plan) => total + pupilsOf(plan), 0);
  const free = inScope.filter((plan) => !low.has(plan.code)).sort((a, b) => pupilsOf(b) - pupilsOf(a));
  for (const plan of free) (sum(high) < sum(low) ? high : low).add(plan.code);
  // The two groups must weigh the same: the largest free school of the lighter one takes in the missing pupils.
  const missing = sum(low) - sum(high);
  const lighter = missing > 0 ? high : low;
  const receiver = free.find((plan) => lighter.has(plan.code));
  if (receiver === undefined) throw new ImpossibleCountyError(`too few single-stage schools to plant a CV of ${stage}`);
  const [lowTenths, highTenths] = lowAndHigh[stage][indicator];
  const marked = free.find((plan) => high.has(plan.code));
  return plans.map((plan) => {
    if (!low.has(plan.code) && !high.has(plan.code)) return plan;
    const grown = plan === receiver ? withPupils(plan, year, { [stage]: pupilsOf(plan) + Math.abs(missing) }) : plan;
    const tenths = high.has(plan.code) ? highTenths : lowTenths;
    const units = plan === marked ? (position === 'just-above' ? 1 : position === 'just-below' ? -1 : 0) : 0;
    return withFixed(grown, year, indicator, tenths, units);
  });
}

/** Schools spread out above a common base until the CV is about the target; the shape of the spread is the schools' own draw. */
function cvAbout(
  plans: readonly SchoolPlan[],
  year: Year,
  { stage, indicator, target }: CvAbout,
): readonly SchoolPlan[] {
  const [lowTenths] = lowAndHigh[stage][indicator];
  const inScope = plans.filter((plan) => isInScope(plan, year, stage));
  const isFree = (plan: SchoolPlan): boolean =>
    isSingleStage(plan, year) && plan.parentCode === null && !hasCampus(plans, plan);
  const tenthsOf = (plan: SchoolPlan, factor: number): number => {
    const pupils = plan.pupils[year];
    if (plan.anchored) return 10 * plan.levels[indicator] * neededPerWeightedPupil(indicator, pupils);
    const [spread, jitter] = [(plan.seed % 1000) / 1000, (plan.seed % 97) / 97];
    const base = lowTenths * (1 + jitter / 12);
    // Cubed: a few schools far ahead, most near the base, as it is found. Whole units, so that every share comes out even.
    return Math.round((isFree(plan) ? base + lowTenths * factor * spread ** 3 : base) / 10) * 10;
  };
  const cvWith = (factor: number): number => {
    const rows = inScope.map((plan) => ({ pupils: plan.pupils[year][stage], each: tenthsOf(plan, factor) }));
    const pupils = rows.reduce((sum, row) => sum + row.pupils, 0);
    const mean = rows.reduce((sum, row) => sum + row.pupils * row.each, 0) / pupils;
    return Math.sqrt(rows.reduce((sum, row) => sum + row.pupils * (row.each - mean) ** 2, 0) / pupils) / mean;
  };
  let [least, most] = [0, 50];
  for (let step = 0; step < 60; step++) {
    const middle = (least + most) / 2;
    if (cvWith(middle) < target) least = middle;
    else most = middle;
  }
  if (Math.abs(cvWith(most) - target) > 0.01) {
    throw new ImpossibleCountyError(`a CV of ${target} cannot be planted in ${stage}`);
  }
  return plans.map((plan) =>
    inScope.includes(plan) && !plan.anchored ? withFixed(plan, year, indicator, tenthsOf(plan, most), 0) : plan,
  );
}

function schoolsAtFloor(before: Planted, year: Year, verdict: AtFloor): Planted {
  const { stage, indicator, position } = verdict;
  const candidates = before.plans.filter(
    (plan) =>
      plan.type === stage &&
      plan.ownership === 'public' &&
      !plan.anchored &&
      plan.parentCode === null &&
      isInScope(plan, year, stage) &&
      !hasCampus(before.plans, plan) &&
      plan.atFloor[year].length === 0,
  );
  const chosen = candidates.slice(0, verdict.schools).map((plan) => plan.code);
  if (chosen.length < verdict.schools)
    throw new ImpossibleCountyError(`too few schools of type ${stage} to plant ${verdict.schools} at the floor`);
  const plans = before.plans.map((plan) => {
    if (!chosen.includes(plan.code)) return plan;
    // An even number of pupils, so that 85 % of the threshold is a whole number of smallest units.
    const even = withPupils(plan, year, { [stage]: plan.pupils[year][stage] + (plan.pupils[year][stage] % 2) });
    const perPupil = floorThousandths[stage][indicator];
    const atFloor = {
      indicator,
      perPupil: position === 'far-below-floor' ? Math.round((perPupil * 0.86) / 100) * 100 : perPupil,
      lessUnits: position === 'just-below-floor' ? 1 : 0,
    };
    return { ...even, atFloor: { ...even.atFloor, [year]: [...even.atFloor[year], atFloor] } };
  });
  const unmet = position === 'at-floor' ? [] : chosen.map((code) => ({ stage, code, indicator }));
  return { ...before, plans, unmetSchools: [...before.unmetSchools, ...unmet] };
}

function withPupils(plan: SchoolPlan, year: Year, pupils: Partial<Record<EvaluatedStage, number>>): SchoolPlan {
  return { ...plan, pupils: { ...plan.pupils, [year]: { ...plan.pupils[year], ...pupils } } };
}

function withFixed(
  plan: SchoolPlan,
  year: Year,
  indicator: 'R4' | 'R5' | 'R6',
  tenths: number,
  units: number,
): SchoolPlan {
  return { ...plan, fixed: { ...plan.fixed, [year]: { ...plan.fixed[year], [indicator]: { tenths, units } } } };
}

function isSingleStage(plan: SchoolPlan, year: Year): boolean {
  return Object.values(plan.pupils[year]).filter((pupils) => pupils > 0).length === 1;
}

function hasCampus(plans: readonly SchoolPlan[], plan: SchoolPlan): boolean {
  return plans.some((each) => each.parentCode === plan.code && !each.countedAsSchool);
}
