import type { EvaluatedStage, IndicatorId } from './indicators.ts';
import type { Planted } from './planted-verdict.ts';
import { isInScope } from './school-plan.ts';
import type { SchoolPlan, Year } from './school-plan.ts';

/** What is known of a county because it was built so; nothing here was computed by the rules under test. */
export interface StageTruth {
  /** null: values were left out or spoilt, so nothing is promised. */
  readonly outcome: 'met' | 'unmet' | null;
  readonly unmetCvs: readonly IndicatorId[];
  readonly unmetSchools: readonly { readonly code: string; readonly indicator: IndicatorId }[];
}

export interface CountyTruth {
  readonly stages: Readonly<Record<EvaluatedStage, StageTruth>>;
  readonly outOfScope: readonly {
    readonly code: string;
    readonly reason: 'special-education' | 'vocational' | 'teaching-point-below-minimum';
  }[];
  /** Campuses not counted as schools, with the school they belong to. */
  readonly merged: readonly { readonly code: string; readonly parentCode: string }[];
  /** Required cells left empty. */
  readonly missing: readonly { readonly code: string; readonly cell: string }[];
}

/** Reads the truth off what was planted. `promised` false: the verdicts of the year are left open. */
export function truthOf(
  plans: readonly SchoolPlan[],
  year: Year,
  planted: Planted,
  promised: boolean,
  missing: CountyTruth['missing'],
): CountyTruth {
  const stageTruth = (stage: EvaluatedStage): StageTruth => {
    const unmetCvs = planted.unmetCvs.filter((each) => each.stage === stage).map((each) => each.indicator);
    const unmetSchools = planted.unmetSchools
      .filter((each) => each.stage === stage)
      .map(({ code, indicator }) => ({ code, indicator }));
    const outcome = unmetCvs.length + unmetSchools.length === 0 ? 'met' : 'unmet';
    return { outcome: promised ? outcome : null, unmetCvs, unmetSchools };
  };
  return {
    stages: { primary: stageTruth('primary'), junior: stageTruth('junior') },
    outOfScope: plans.flatMap((plan) => {
      const reason = outOfScopeReason(plan, year);
      return reason === null ? [] : [{ code: plan.code, reason }];
    }),
    merged: plans.flatMap(({ code, parentCode, countedAsSchool }) =>
      parentCode === null || countedAsSchool ? [] : [{ code, parentCode }],
    ),
    missing,
  };
}

function outOfScopeReason(plan: SchoolPlan, year: Year): CountyTruth['outOfScope'][number]['reason'] | null {
  if (plan.type === 'special-education' || plan.type === 'vocational') return plan.type;
  const inScope = isInScope(plan, year, 'primary') || isInScope(plan, year, 'junior');
  return inScope ? null : 'teaching-point-below-minimum';
}
