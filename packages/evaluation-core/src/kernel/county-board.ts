import type { StageId } from '../items/cells.ts';
import type { Outcome } from '../outcome.ts';
import { toDouble } from '../quantities/double.ts';
import { multiply, rational } from '../quantities/rational.ts';
import { decideComposite } from './composite-sums.ts';
import { cvNumbers, decideCvSums, newCvSums, updateCvTerm } from './county-cvs.ts';
import type { CvSums, StageGaps } from './county-cvs.ts';
import { countStages } from './county-counts.ts';
import { decideSchoolStage } from './decide-school-stage.ts';
import type { LoadedCounty } from './load-county.ts';
import { notApplicable, outcomeOf } from './outcome-codes.ts';
import type { OutcomeCode } from './outcome-codes.ts';
import { both, schoolsOutcome } from './row-outcomes.ts';

/** The verdict of a county while it is open, as plain data. Decisions are exact; numbers are doubles, off by a few units of their last digits. */
export interface CountyVerdict {
  /** 资源配置: the school rule and the balance rule of every stage. */
  readonly resourceAllocation: Outcome;
  readonly stages: readonly StageVerdict[];
}

export interface StageVerdict {
  readonly stage: StageId;
  readonly outcome: Outcome;
  readonly schoolsOutcome: Outcome;
  readonly schoolStageCount: number;
  readonly metCount: number;
  readonly unmetCount: number;
  readonly undeterminedCount: number;
  readonly balanceOutcome: Outcome;
  /** 综合差异系数: the mean of the CVs, where that is judged; null where one of them does not exist. */
  readonly compositeCv: number | null;
  readonly cvs: readonly CvVerdict[];
}

export interface CvVerdict {
  readonly indicatorId: string;
  /** `not-applicable` where only the mean of the CVs is judged. */
  readonly outcome: Outcome;
  readonly cv: number | null;
  /** In the indicator's unit. */
  readonly mean: number | null;
  /** School-stages are missing; the numbers are those of the rest. */
  readonly provisional: boolean;
}

/** What a loaded county comes to, kept up to date change by change. Stages and units by their places. */
export interface CountyBoard {
  readonly gapsOf: (sums: CvSums) => StageGaps;
  /** In the order of the edition's balanced indicators. */
  readonly sumsOf: (stage: number) => readonly CvSums[];
  /** All rows of this unit were written anew. */
  readonly unitWritten: (unit: number) => void;
  /** A number of a row was changed in place. */
  readonly amountChanged: (stage: number, unit: number, column: number) => void;
  /** Pupils or weights of a row were changed in place: all its amounts enter anew. */
  readonly rowChanged: (stage: number, unit: number) => void;
  readonly schoolsOutcome: (stage: number) => OutcomeCode;
  readonly balanceOutcome: (stage: number) => OutcomeCode;
  readonly resourceAllocation: () => OutcomeCode;
  readonly verdict: () => CountyVerdict;
}

export function countyBoard(county: LoadedCounty): CountyBoard {
  const { indexed, stages, units, columns, rows, rules, outcomes } = county;
  const counts = countStages(county);
  const isComposite = indexed.edition.balanceRule?.kind === 'composite-cv';
  const fromRows = indexed.edition.schoolRule?.kind === 'at-least-m-of-n';
  const balanced = indexed.balanced.map((indicator) => columns.indexOf(indexed.indicators.indexOf(indicator)));
  const sums = stages.map((_, stage) => balanced.map((column) => newCvSums(county, stage, column)));
  const cvOutcomes = sums.map((own) => new Uint8Array(own.length));
  /** Null = out of date. */
  const composites: (OutcomeCode | null)[] = stages.map(() => null);
  const cvViews: (CvVerdict | null)[][] = sums.map((own) => own.map(() => null));
  const stageViews: (StageVerdict | null)[] = stages.map(() => null);

  for (const own of sums.flat()) for (let unit = 0; unit < units.length; unit += 1) updateCvTerm(county, own, unit);
  for (const own of sums) own.forEach(decideCv);

  return {
    gapsOf,
    sumsOf: (stage) => sums[stage] ?? [],
    unitWritten,
    amountChanged,
    rowChanged,
    schoolsOutcome: outcomeOfSchools,
    balanceOutcome,
    resourceAllocation,
    verdict,
  };

  function gapsOf({ stage, column }: CvSums): StageGaps {
    return { schools: counts.schools(stage), open: counts.open(stage), missing: counts.missing(stage, column) };
  }

  function decideCv(own: CvSums, place: number): void {
    const { stage } = own;
    const ofStage = cvOutcomes[stage];
    if (ofStage !== undefined) ofStage[place] = decideCvSums(county, own, gapsOf(own));
    const views = cvViews[stage];
    if (views !== undefined) views[place] = null;
    composites[stage] = null;
    stageViews[stage] = null;
  }

  function unitWritten(unit: number): void {
    stages.forEach((_, stage) => {
      counts.recount(stage, unit);
      takeRow(stage, unit);
    });
  }

  function takeRow(stage: number, unit: number): void {
    stageViews[stage] = null;
    sums[stage]?.forEach((own, place) => {
      updateCvTerm(county, own, unit);
      decideCv(own, place);
    });
  }

  function decideRow(stage: number, unit: number): void {
    stageViews[stage] = null;
    const own = rules[stage];
    if (own === undefined || !fromRows) return;
    const row = stage * units.length + unit;
    outcomes[row] = decideSchoolStage(rows, own, row);
    counts.recount(stage, unit);
  }

  function amountChanged(stage: number, unit: number, column: number): void {
    const place = balanced.indexOf(column);
    const own = sums[stage]?.[place];
    if (own !== undefined) {
      updateCvTerm(county, own, unit);
      decideCv(own, place);
    }
    decideRow(stage, unit);
  }

  function rowChanged(stage: number, unit: number): void {
    takeRow(stage, unit);
    decideRow(stage, unit);
  }

  function outcomeOfSchools(stage: number): OutcomeCode {
    const [met, unmet, undetermined] = counts.outcomes(stage);
    return schoolsOutcome(met, unmet, undetermined);
  }

  function balanceOutcome(stage: number): OutcomeCode {
    const own = sums[stage] ?? [];
    const [first] = own;
    if (isComposite) {
      const known = composites[stage] ?? null;
      const decided =
        known ?? (first === undefined ? notApplicable : decideComposite(county, stage, own, gapsOf(first)));
      composites[stage] = decided;
      return decided;
    }
    let outcome: OutcomeCode = notApplicable;
    for (const code of cvOutcomes[stage] ?? []) outcome = both(outcome, codeOf(code));
    return outcome;
  }

  function resourceAllocation(): OutcomeCode {
    let outcome: OutcomeCode = notApplicable;
    for (let stage = 0; stage < stages.length; stage += 1) outcome = both(outcome, outcomeOfStage(stage));
    return outcome;
  }

  function outcomeOfStage(stage: number): OutcomeCode {
    return both(outcomeOfSchools(stage), balanceOutcome(stage));
  }

  function verdict(): CountyVerdict {
    return { resourceAllocation: outcomeOf(resourceAllocation()), stages: stages.map(stageView) };
  }

  function stageView(id: StageId, stage: number): StageVerdict {
    const known = stageViews[stage];
    if (known !== null && known !== undefined) return known;
    const [metCount, unmetCount, undeterminedCount] = counts.outcomes(stage);
    const cvs = (sums[stage] ?? []).map((own, place) => cvView(own, place));
    const view: StageVerdict = {
      stage: id,
      outcome: outcomeOf(outcomeOfStage(stage)),
      schoolsOutcome: outcomeOf(outcomeOfSchools(stage)),
      schoolStageCount: counts.schools(stage),
      metCount,
      unmetCount,
      undeterminedCount,
      balanceOutcome: outcomeOf(balanceOutcome(stage)),
      compositeCv: isComposite ? meanOf(cvs) : null,
      cvs,
    };
    stageViews[stage] = view;
    return view;
  }

  function cvView(own: CvSums, place: number): CvVerdict {
    const { stage, column } = own;
    const known = cvViews[stage]?.[place];
    if (known !== null && known !== undefined) return known;
    const indicator = indexed.balanced[place];
    if (indicator === undefined) throw new RangeError(`no CV ${place} in stage ${stage}`);
    const { mean, cv } = cvNumbers(county, own);
    const unit = multiply(indicator.factor, rational(county.pupilScale, county.scales[column] ?? 1n));
    const gaps = gapsOf(own);
    const view: CvVerdict = {
      indicatorId: indicator.definition.id,
      outcome: outcomeOf(cvOutcomes[stage]?.[place] ?? notApplicable),
      cv,
      mean: mean === null ? null : mean * toDouble(unit),
      provisional: gaps.open > 0 || gaps.missing > 0,
    };
    const views = cvViews[stage];
    if (views !== undefined) views[place] = view;
    return view;
  }
}

function meanOf(cvs: readonly CvVerdict[]): number | null {
  let sum = 0;
  for (const { cv } of cvs) {
    if (cv === null) return null;
    sum += cv;
  }
  return cvs.length === 0 ? null : sum / cvs.length;
}

function codeOf(code: number): OutcomeCode {
  return code === 0 || code === 1 || code === 2 ? code : notApplicable;
}
