import type { CountyEvaluation, EvaluationOptions, SchoolEvaluation } from './evaluation.ts';
import { dataSetHash, editionHash, resultHash } from './fingerprints/hashes.ts';
import { methodOf } from './indicators/evaluation-method.ts';
import type { DataSet, SchoolRecord } from './items/cells.ts';
import { allMustHold } from './rules/all-must-hold.ts';
import { rulesVersion } from './rules-version.ts';
import { decideScope } from './schools/scope.ts';
import { stagePupils } from './schools/stage-pupils.ts';
import type { Edition } from './standards/edition.ts';
import { indexEdition } from './standards/edition-index.ts';
import { assessCounty, assessUnit } from './verdicts/county.ts';
import { presentSchoolStage, presentStage } from './verdicts/present.ts';
import { presentRequirement } from './verdicts/present-requirement.ts';
import { specialRulesInUse } from './verdicts/special-rules-in-use.ts';

/**
 * From the reports of a county to its verdict: units (campuses merged) -> scope -> splitting -> seven indicators of every school-stage ->
 * school rule -> CVs -> stages -> county. Exact throughout; equal data in any order give equal bytes. Throws only for a malformed edition.
 */
export function evaluateCounty(edition: Edition, dataSet: DataSet, options: EvaluationOptions = {}): CountyEvaluation {
  const indexed = indexEdition(edition);
  const method = methodOf(edition, options);
  const assessment = assessCounty(indexed, dataSet, method);
  const evaluation: CountyEvaluation = {
    editionId: edition.id,
    editionHash: editionHash(edition),
    dataSetHash: dataSetHash(dataSet),
    rulesVersion,
    options: method,
    countyCode: dataSet.countyCode,
    countyName: dataSet.countyName,
    resourceAllocation: { ...assessment.resourceAllocation, stages: assessment.stages.map(presentStage) },
    county: { ...assessment.county, requirements: assessment.requirements.map(presentRequirement) },
    schoolStages: assessment.schoolStages.map((each) => presentSchoolStage(indexed, each)),
    specialRules: specialRulesInUse(assessment),
    outOfScope: assessment.outOfScope,
    mergedCampuses: assessment.merged,
    dataProblems: assessment.problems,
    hash: '',
  };
  return { ...evaluation, hash: resultHash(evaluation) };
}

/** One school by itself, for the portal: its scope, its stages and their indicators. The place of a campus is not looked at. */
export function evaluateSchool(
  edition: Edition,
  record: SchoolRecord,
  options: EvaluationOptions = {},
): SchoolEvaluation {
  const indexed = indexEdition(edition);
  const unit = { schoolId: record.schoolId, record, members: [record], problem: null };
  const { schoolStages } = assessUnit(indexed, methodOf(edition, options), unit);
  const scope = decideScope(
    indexed,
    unit,
    edition.stages.map((stage) => stagePupils(indexed, unit, stage.id)),
  );
  return {
    editionId: edition.id,
    schoolId: record.schoolId,
    scope: {
      state: scope.state,
      reason: scope.state === 'out' ? scope.reason : null,
      facts: scope.state === 'out' ? scope.facts : {},
    },
    outcome: allMustHold(schoolStages.map((each) => each.outcome)),
    complete: schoolStages.every((each) => each.complete) && scope.state !== 'undetermined',
    stages: schoolStages.map((each) => presentSchoolStage(indexed, each)),
  };
}
