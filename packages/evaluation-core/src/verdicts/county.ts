import type { DataProblem, MergedCampus, OutOfScope, UndeterminedReason } from '../evaluation.ts';
import type { DataSet } from '../items/cells.ts';
import { distinctCells } from '../items/missing-cell.ts';
import type { EvaluationMethod } from '../indicators/evaluation-method.ts';
import type { Outcome } from '../outcome.ts';
import { isZero } from '../quantities/rational.ts';
import { allMustHold } from '../rules/all-must-hold.ts';
import { mainReason } from '../rules/rule-decision.ts';
import type { SchoolVerdicts } from '../rules/rule-decision.ts';
import { countyFigures } from '../schools/county-figures.ts';
import type { CountyFigures, SchoolInCounty } from '../schools/county-figures.ts';
import { schoolUnits } from '../schools/school-units.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import { decideScope } from '../schools/scope.ts';
import { stagePupils } from '../schools/stage-pupils.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import { assessRequirement } from './requirement.ts';
import type { RequirementAssessment } from './requirement.ts';
import { assessSchoolStage } from './school-stage.ts';
import type { SchoolStageAssessment } from './school-stage.ts';
import { assessStage } from './stage.ts';
import type { StageAssessment } from './stage.ts';

/** The whole county, judged: exact numbers and where each came from. `evaluateCounty` and `explain` are two views of it. */
export interface CountyAssessment {
  readonly indexed: IndexedEdition;
  readonly method: EvaluationMethod;
  readonly stages: readonly StageAssessment[];
  readonly resourceAllocation: { readonly outcome: Outcome; readonly complete: boolean };
  readonly figures: CountyFigures;
  readonly requirements: readonly RequirementAssessment[];
  readonly county: { readonly outcome: Outcome; readonly complete: boolean };
  readonly schoolStages: readonly SchoolStageAssessment[];
  readonly outOfScope: readonly OutOfScope[];
  readonly merged: readonly MergedCampus[];
  readonly problems: readonly DataProblem[];
}

export function assessCounty(indexed: IndexedEdition, dataSet: DataSet, method: EvaluationMethod): CountyAssessment {
  const { units, merged } = schoolUnits(dataSet);
  const assessed = units.map((unit) => assessUnit(indexed, method, unit));
  const schoolStages = assessed.flatMap((each) => each.schoolStages);
  const stages = indexed.evaluatedStages.map((stage) =>
    assessStage(
      indexed,
      stage,
      schoolStages.filter((each) => each.stage === stage),
    ),
  );
  const resourceAllocation = {
    outcome: allMustHold(stages.map((stage) => stage.outcome)),
    complete: stages.every((stage) => stage.complete),
  };
  const figures = countyFigures(indexed, method.evaluationDate, dataSet.county?.cells ?? {}, assessed);
  const verdicts = schoolVerdicts(stages, resourceAllocation);
  const requirements = indexed.edition.requirements.map((each) => assessRequirement(each, figures, verdicts));
  return {
    indexed,
    method,
    stages,
    resourceAllocation,
    figures,
    requirements,
    county: {
      outcome: allMustHold(requirements.map((requirement) => requirement.outcome)),
      complete: requirements.every((requirement) => requirement.complete),
    },
    schoolStages,
    outOfScope: assessed.flatMap((each) => each.outOfScope),
    merged,
    problems: [...assessed.flatMap((each) => each.problems), ...impossibleValues(requirements)],
  };
}

function schoolVerdicts(
  stages: readonly StageAssessment[],
  resourceAllocation: { readonly outcome: Outcome; readonly complete: boolean },
): SchoolVerdicts {
  const { complete } = resourceAllocation;
  const ofSchools = stages.flatMap((stage) => stage.schoolStages.map((each) => each.reason));
  const ofBalance = stages.flatMap((stage) => [...stage.cvs.map((cv) => cv.reason), stage.composite?.reason ?? null]);
  const verdict = (outcome: Outcome, reasons: readonly (UndeterminedReason | null)[]) => ({
    outcome,
    complete,
    reason: mainReason(reasons),
  });
  return {
    resourceAllocation: verdict(resourceAllocation.outcome, [...ofSchools, ...ofBalance]),
    schoolStandard: verdict(allMustHold(stages.map((stage) => stage.schoolsOutcome)), ofSchools),
    balance: verdict(allMustHold(stages.map((stage) => stage.balanceOutcome)), ofBalance),
  };
}

function impossibleValues(requirements: readonly RequirementAssessment[]): readonly DataProblem[] {
  const cells = requirements.flatMap(({ decision, schools }) => [
    ...(decision?.impossible ?? []),
    ...schools.flatMap((each) => each.impossible),
  ]);
  return distinctCells(cells).map(({ schoolId, key }) => ({
    schoolId,
    kind: 'impossible-value',
    missing: [key],
  }));
}

interface UnitAssessment extends SchoolInCounty {
  readonly schoolStages: readonly SchoolStageAssessment[];
  readonly outOfScope: readonly OutOfScope[];
  readonly problems: readonly DataProblem[];
}

/** One school in every evaluated stage that it has or, where its type is unknown, may have. */
export function assessUnit(indexed: IndexedEdition, method: EvaluationMethod, unit: SchoolUnit): UnitAssessment {
  const allPupils = indexed.edition.stages.map((stage) => stagePupils(indexed, unit, stage.id));
  const scope = decideScope(indexed, unit, allPupils);
  if (scope.state === 'out') {
    return {
      unit,
      scope,
      pupils: allPupils,
      schoolStages: [],
      outOfScope: [{ schoolId: unit.schoolId, stage: null, reason: scope.reason, facts: scope.facts }],
      problems: [],
    };
  }
  // Records with the same id may be of different types.
  const mayHaveAnyStage = scope.state === 'undetermined' && scope.problem.kind === 'duplicate-school-id';
  const schoolStages: SchoolStageAssessment[] = [];
  const outOfScope: OutOfScope[] = [];
  for (const own of allPupils) {
    if (!indexed.evaluatedStages.includes(own.stage)) continue;
    const without = own.count.high !== null && isZero(own.count.high);
    if (!without || mayHaveAnyStage) {
      schoolStages.push(assessSchoolStage(indexed, method, unit, scope, allPupils, own));
    } else if (own.expected) {
      outOfScope.push({ schoolId: unit.schoolId, stage: own.stage, reason: 'no-pupils', facts: { pupils: '0' } });
    }
  }
  return {
    unit,
    scope,
    pupils: allPupils,
    schoolStages,
    outOfScope,
    problems: scope.state === 'undetermined' ? [scope.problem] : [],
  };
}
