import type { DataSet, StageId } from '../items/cells.ts';
import type { EvaluationMethod } from '../indicators/evaluation-method.ts';
import { lowest, rational } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { schoolUnits } from '../schools/school-units.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import { itemOf, weightOf } from '../standards/edition-index.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { IndexedIndicator } from '../standards/indicator-index.ts';
import type { WeightedTerm } from '../statistics/weighted-moments.ts';
import { assessUnit } from '../verdicts/county.ts';
import type { SchoolStageAssessment } from '../verdicts/school-stage.ts';
import { mostIndicators, newRows, rowCount } from './school-stage-rows.ts';
import type { SchoolStageRows } from './school-stage-rows.ts';
import type { StageRules, ThresholdSet } from './stage-rules.ts';
import { writeSchoolStage } from './write-school-stage.ts';

/**
 * The reports of one county in the kernel's columns. County-stage c is the c-th evaluated stage; every school has a row in each, without
 * pupils where it has no such stage (the kernel passes it over), so that a school can be rewritten without moving another.
 */
export interface LoadedCounty {
  readonly indexed: IndexedEdition;
  readonly method: EvaluationMethod;
  readonly stages: readonly StageId[];
  /** By school id, campuses merged. Row of unit u in stage c: `c * units.length + u`. */
  readonly units: readonly SchoolUnit[];
  /** Place among the edition's indicators of each amount of a row. */
  readonly columns: readonly number[];
  readonly rows: SchoolStageRows;
  /** By row: the outcome code of a school-stage, `absent` where there is none. */
  readonly outcomes: Uint8Array;
  /** By stage; threshold sets are added while schools are written. */
  readonly rules: readonly CountyStageRules[];
  /** By column: amounts are held as integers, times this. */
  readonly scales: readonly bigint[];
  readonly pupilScale: bigint;
  /** Weights of a pupil by stage, times their common denominator. */
  readonly weights: ReadonlyMap<StageId, bigint>;
  /**
   * Known terms that no row can hold (more than 2^53 units, thresholds of too many digits), at `row * columns + column`; amounts and
   * pupils at the scales above. Their row calls them missing and gives the decision as certain, so that schools are decided right;
   * whoever adds up a CV must look here.
   */
  readonly beyond: Map<number, WeightedTerm>;
  /** Pupils that no row can hold, by row. */
  readonly pupilsBeyond: Map<number, Rational>;
}

/** `cvLimits` is empty: the CVs of a loaded county are decided where the sums are kept (`county-cvs.ts`). */
export interface CountyStageRules extends StageRules {
  readonly thresholdSets: ThresholdSet[];
  /** Place of a threshold set by its thresholds, spelt out. */
  readonly known: Map<string, number>;
}

/** Throws RangeError for a malformed edition, and for one with more per-pupil indicators than the kernel's masks have bits. */
export function loadCounty(indexed: IndexedEdition, dataSet: DataSet, method: EvaluationMethod): LoadedCounty {
  const { units } = schoolUnits(dataSet);
  const columns = columnsOf(indexed);
  const stages = indexed.evaluatedStages;
  const rows = newRows({
    indicators: Math.max(1, columns.length),
    sizes: stages.map(() => units.length),
    splits: true,
    gaps: true,
    thresholdSets: true,
  });
  stages.forEach((_, index) => (rows.stages[index] = index));
  const county: LoadedCounty = {
    indexed,
    method,
    stages,
    units,
    columns,
    rows,
    outcomes: new Uint8Array(rowCount(rows)),
    rules: stages.map((stage) => rulesOf(indexed, columns, stage)),
    scales: columns.map((place) => scaleOf(indexed, indexed.indicators[place])),
    pupilScale: itemScale(indexed, indexed.edition.pupilsItem),
    weights: integerWeights(indexed),
    beyond: new Map(),
    pupilsBeyond: new Map(),
  };
  units.forEach((unit, index) => writeUnit(county, index, assessUnit(indexed, method, unit).schoolStages));
  return county;
}

/** All indicators where the masks are wide enough, else those that have numbers and CVs. */
function columnsOf({ indicators }: IndexedEdition): readonly number[] {
  const all = indicators.map((_, place) => place);
  const columns = all.length <= mostIndicators ? all : all.filter((place) => indicators[place]?.kind === 'per-pupil');
  if (columns.length > mostIndicators)
    throw new RangeError(`the kernel holds ${mostIndicators} indicators per pupil, the edition has ${columns.length}`);
  return columns;
}

/** Only `at-least-m-of-n` is decided from rows; the outcomes of other school rules are taken over as they are found. */
function rulesOf(indexed: IndexedEdition, columns: readonly number[], stage: StageId): CountyStageRules {
  const { schoolRule } = indexed.edition;
  const counting = schoolRule?.kind === 'at-least-m-of-n' ? schoolRule : null;
  let counted = 0;
  columns.forEach((place, column) => {
    const indicator = indexed.indicators[place];
    if (counting === null || indicator === undefined) return;
    const isCounted = counting.indicators?.includes(indicator.definition.id) ?? true;
    const isJudged = indicator.kind === 'answer' || indicator.thresholds.has(stage);
    if (isCounted && isJudged) counted |= 1 << column;
  });
  return { thresholdSets: [], known: new Map(), counted, minimumMet: counting?.minimumMet ?? 0, cvLimits: [] };
}

/** Puts what was found of one school in place of what its rows said. */
export function writeUnit(county: LoadedCounty, unit: number, schoolStages: readonly SchoolStageAssessment[]): void {
  county.stages.forEach((stage, index) => {
    const own = schoolStages.find((each) => each.stage === stage) ?? null;
    writeSchoolStage(county, index, index * county.units.length + unit, own);
  });
}

function itemScale(indexed: IndexedEdition, id: string): bigint {
  const { value } = itemOf(indexed, id);
  return value.kind === 'number' ? 10n ** BigInt(value.scale) : 1n;
}

/** The finest scale of the items an amount per pupil is made of. */
function scaleOf(indexed: IndexedEdition, indicator: IndexedIndicator | undefined): bigint {
  if (indicator?.kind !== 'per-pupil') return 1n;
  const { quantity } = indicator;
  const ids = [
    ...quantity.parts.map((part) => part.item),
    ...(indexed.extraParts.get(quantity.id) ?? []).map(({ part }) => part.item),
    ...(quantity.aggregate === null ? [] : [quantity.aggregate]),
  ];
  return ids.reduce((finest, id) => {
    const own = itemScale(indexed, id);
    return own > finest ? own : finest;
  }, 1n);
}

function integerWeights(indexed: IndexedEdition): ReadonlyMap<StageId, bigint> {
  const weights = indexed.edition.stages.map(({ id }): readonly [StageId, Rational] => [
    id,
    lowest(weightOf(indexed, id)),
  ]);
  // The least common multiple of the denominators.
  const common = weights.reduce((multiple, [, { d }]) => multiple * lowest(rational(d, multiple)).n, 1n);
  return new Map(weights.map(([id, { n, d }]) => [id, (n * common) / d]));
}
