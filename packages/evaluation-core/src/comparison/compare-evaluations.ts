import type {
  CountyEvaluation,
  CvEvaluation,
  IndicatorEvaluation,
  SchoolStageEvaluation,
  StageEvaluation,
} from '../evaluation.ts';
import { canonicalJson } from '../fingerprints/canonical-json.ts';
import { causeFinder } from './causes.ts';
import type { CauseFinder } from './causes.ts';
import type {
  BasisDifference,
  Change,
  ComparisonOptions,
  CvChange,
  CvSummary,
  EvaluationComparison,
  IndicatorChange,
  IndicatorSummary,
  SchoolPair,
  SchoolStageChange,
  SchoolStageSummary,
  StageSummary,
} from './comparison.ts';
import { matchSchools } from './match-schools.ts';
import { schoolChanges, schoolParts } from './school-parts.ts';

/**
 * What changed from one run to another: two years, a scenario and its origin, two counties, a draft edition and the one in force. With
 * `options.data` also because of which cells. Nothing is judged here: the outcomes are those of the two runs.
 */
export function compareEvaluations(
  before: CountyEvaluation,
  after: CountyEvaluation,
  options: ComparisonOptions = {},
): EvaluationComparison {
  const { data, sameSchools = [] } = options;
  const parts = {
    before: schoolParts(before, data?.before.dataSet ?? null),
    after: schoolParts(after, data?.after.dataSet ?? null),
  };
  const matching = matchSchools(
    { before: new Set(parts.before.keys()), after: new Set(parts.after.keys()) },
    sameSchools,
  );
  const causes = data === undefined ? null : causeFinder({ before, after }, data, matching.pairs);
  const comparison = {
    basis: basisDifferences(before, after),
    county: changeOf(verdictOf(before.county), verdictOf(after.county)),
    resourceAllocation: changeOf(verdictOf(before.resourceAllocation), verdictOf(after.resourceAllocation)),
    requirements: changesBy(
      before.county.requirements,
      after.county.requirements,
      (each) => each.requirementId,
      (each) => each,
    ).map(({ key, ...change }) => ({ requirementId: key, ...change, becauseOf: causes?.ofRequirement(key) ?? null })),
    stages: changesBy(
      before.resourceAllocation.stages,
      after.resourceAllocation.stages,
      (each) => each.stage,
      stageSummary,
    ).map(({ key, ...change }) => ({ stage: key, ...change })),
    cvs: cvChanges(before, after, causes),
    schools: schoolChanges(matching, parts),
    ...schoolStageChanges(before, after, matching.pairs, causes),
  };
  const { county, resourceAllocation, ...lists } = comparison;
  const same =
    county === null && resourceAllocation === null && Object.values(lists).every((list) => list.length === 0);
  return { same, ...comparison };
}

function basisDifferences(before: CountyEvaluation, after: CountyEvaluation): readonly BasisDifference[] {
  const sameEdition = before.editionId === after.editionId;
  const all: readonly BasisDifference[] = [
    { what: 'county', before: before.countyCode, after: after.countyCode },
    { what: 'edition', before: before.editionId, after: after.editionId },
    ...(sameEdition
      ? [{ what: 'edition-content' as const, before: before.editionHash, after: after.editionHash }]
      : []),
    { what: 'rules-version', before: before.rulesVersion, after: after.rulesVersion },
    { what: 'split', before: before.options.split, after: after.options.split },
    { what: 'evaluation-date', before: before.options.evaluationDate, after: after.options.evaluationDate },
    { what: 'data-set', before: before.dataSetHash, after: after.dataSetHash },
  ];
  return all.filter((each) => each.before !== each.after);
}

function verdictOf({ outcome, complete }: CountyEvaluation['county'] | CountyEvaluation['resourceAllocation']) {
  return { outcome, complete };
}

/** null where both say the same. */
function changeOf<T>(before: T, after: T): Change<T> | null {
  return canonicalJson(before) === canonicalJson(after) ? null : { before, after };
}

/** Elements of equal key side by side, in the order of the first run; those that say the same are left out. */
function changesBy<T, S>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (element: T) => string,
  summary: (element: T) => S,
): readonly (Change<S | null> & { readonly key: string })[] {
  const sides = { before: summaries(before), after: summaries(after) };
  const keys = new Set([...sides.before.keys(), ...sides.after.keys()]);
  return [...keys].flatMap((key) => {
    const change = changeOf(sides.before.get(key) ?? null, sides.after.get(key) ?? null);
    return change === null ? [] : [{ key, ...change }];
  });

  function summaries(elements: readonly T[]): ReadonlyMap<string, S> {
    return new Map(elements.map((each) => [keyOf(each), summary(each)]));
  }
}

function stageSummary({ stage: _stage, cvs: _cvs, ...summary }: StageEvaluation): StageSummary {
  return summary;
}

function cvSummary({
  indicatorId: _indicatorId,
  missing: _missing,
  contributions: _contributions,
  ...summary
}: CvEvaluation): CvSummary {
  return summary;
}

function schoolStageSummary({
  schoolId: _schoolId,
  name: _name,
  code: _code,
  stage: _stage,
  indicators: _indicators,
  ...summary
}: SchoolStageEvaluation): SchoolStageSummary {
  return summary;
}

function indicatorSummary({
  indicatorId: _indicatorId,
  trace: _trace,
  ...summary
}: IndicatorEvaluation): IndicatorSummary {
  return summary;
}

function cvChanges(before: CountyEvaluation, after: CountyEvaluation, causes: CauseFinder | null): readonly CvChange[] {
  const cvsOf = (evaluation: CountyEvaluation) =>
    new Map(evaluation.resourceAllocation.stages.map(({ stage, cvs }) => [stage, cvs]));
  const sides = { before: cvsOf(before), after: cvsOf(after) };
  return [...new Set([...sides.before.keys(), ...sides.after.keys()])].flatMap((stage) =>
    changesBy(sides.before.get(stage) ?? [], sides.after.get(stage) ?? [], (each) => each.indicatorId, cvSummary).map(
      ({ key, ...change }): CvChange => ({
        stage,
        indicatorId: key,
        ...change,
        becauseOf: causes?.ofCv(stage, key) ?? null,
      }),
    ),
  );
}

function schoolStageChanges(
  before: CountyEvaluation,
  after: CountyEvaluation,
  pairs: readonly SchoolPair[],
  causes: CauseFinder | null,
): Pick<EvaluationComparison, 'schoolStages' | 'indicators'> {
  const sides = { before: byStage(before), after: byStage(after) };
  const schoolStages: SchoolStageChange[] = [];
  const indicators: IndicatorChange[] = [];
  for (const school of pairs) {
    const first = sides.before.get(school.before ?? '') ?? new Map<string, SchoolStageEvaluation>();
    const second = sides.after.get(school.after ?? '') ?? new Map<string, SchoolStageEvaluation>();
    for (const stage of new Set([...first.keys(), ...second.keys()])) {
      const [one, other] = [first.get(stage), second.get(stage)];
      const change = changeOf(
        one === undefined ? null : schoolStageSummary(one),
        other === undefined ? null : schoolStageSummary(other),
      );
      if (change !== null)
        schoolStages.push({ school, stage, ...change, becauseOf: causes?.ofSchoolStage(school, stage) ?? null });
      if (one === undefined || other === undefined) continue;
      for (const { key, ...own } of changesBy(
        one.indicators,
        other.indicators,
        (each) => each.indicatorId,
        indicatorSummary,
      )) {
        const becauseOf = causes?.ofIndicator(school, stage, key) ?? null;
        indicators.push({ school, stage, indicatorId: key, ...own, becauseOf });
      }
    }
  }
  return { schoolStages, indicators };
}

function byStage(evaluation: CountyEvaluation): ReadonlyMap<string, ReadonlyMap<string, SchoolStageEvaluation>> {
  const schools = new Map<string, Map<string, SchoolStageEvaluation>>();
  for (const each of evaluation.schoolStages) {
    const own = schools.get(each.schoolId);
    if (own === undefined) schools.set(each.schoolId, new Map([[each.stage, each]]));
    else own.set(each.stage, each);
  }
  return schools;
}
