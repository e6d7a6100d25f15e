import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CountyEvaluation, RequirementPartOutcome } from '../evaluation.ts';
import type { DataSet } from '../items/cells.ts';
import type { Edition } from '../standards/edition.ts';
import { canonicalJson } from './canonical-json.ts';

function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** An edition is frozen data that many counties are evaluated by, and its text is long: its hash is computed once per object. */
const editionHashes = new WeakMap<Edition, string>();

/** SHA-256, lower-case hex. */
export function editionHash(edition: Edition): string {
  const known = editionHashes.get(edition);
  if (known !== undefined) return known;
  const hash = hashOf(edition);
  editionHashes.set(edition, hash);
  return hash;
}

/** Independent of the order of schools and of cells. */
export function dataSetHash(dataSet: DataSet): string {
  const schools = dataSet.schools.map((school) => canonicalJson(school)).sort();
  return hashOf({
    countyCode: dataSet.countyCode,
    countyName: dataSet.countyName,
    county: dataSet.county,
    schools,
  });
}

/**
 * Covers edition, data set, options, rules version, outcomes and numbers. What is covered is listed member by member, so that a new
 * member or a better explanation does not change the hash of an unchanged verdict.
 */
export function resultHash(evaluation: CountyEvaluation): string {
  const { editionId, resourceAllocation, county } = evaluation;
  return hashOf({
    editionId,
    editionHash: evaluation.editionHash,
    dataSetHash: evaluation.dataSetHash,
    rulesVersion: evaluation.rulesVersion,
    options: evaluation.options,
    resourceAllocation: [
      resourceAllocation.outcome,
      resourceAllocation.complete,
      resourceAllocation.stages.map((stage) => [
        stage.stage,
        stage.outcome,
        stage.complete,
        stage.schoolsOutcome,
        stage.schoolStageCount,
        stage.pupils,
        // Only where there is one, so that an edition without it keeps its hashes.
        ...(stage.composite === null
          ? []
          : [[stage.composite.outcome, stage.composite.value, stage.composite.limit, stage.composite.provisional]]),
        stage.cvs.map((cv) => [
          cv.indicatorId,
          cv.outcome,
          cv.cv,
          cv.mean,
          cv.standardDeviation,
          cv.limit,
          cv.provisional,
          cv.schoolStageCount,
          cv.pupils,
          cv.reason,
        ]),
      ]),
    ],
    county: [
      county.outcome,
      county.complete,
      county.requirements.map((each) => [
        each.requirementId,
        each.outcome,
        each.complete,
        each.reason,
        measuredOf(each),
        each.parts.map((part) => [part.part, part.outcome, measuredOf(part)]),
        each.score === null
          ? null
          : [
              each.score.least,
              each.score.greatest,
              each.score.points.map((point) => [point.pointId, point.least, point.greatest]),
            ],
        each.schools === null
          ? null
          : [
              each.schools.askedCount,
              each.schools.metCount,
              each.schools.open.map((school) => [school.schoolId, school.stage, school.outcome, measuredOf(school)]),
            ],
      ]),
    ],
    specialRules: evaluation.specialRules.map((each) => [
      each.ruleId,
      each.state,
      each.schoolId,
      each.stage,
      each.indicatorId,
      each.requirementId,
      each.part,
      each.decisive,
    ]),
    schoolStages: evaluation.schoolStages.map((school) => [
      school.schoolId,
      school.stage,
      school.pupils,
      school.outcome,
      school.complete,
      ...(school.points === null ? [] : [[school.points.least, school.points.most]]),
      ...(school.grade === null ? [] : [[school.grade.worst, school.grade.best]]),
      school.indicators.map((each) => [
        each.indicatorId,
        each.outcome,
        each.aboveFloor,
        each.exact,
        each.value,
        each.missing,
      ]),
    ]),
    outOfScope: evaluation.outOfScope.map((each) => [each.schoolId, each.stage, each.reason]),
    mergedCampuses: evaluation.mergedCampuses.map((each) => [each.schoolId, each.parentSchoolId]),
    dataProblems: evaluation.dataProblems.map((each) => [each.schoolId, each.kind]),
  });
}

function measuredOf({ measured }: Pick<RequirementPartOutcome, 'measured'>): unknown {
  return measured === null ? null : [measured.exact, measured.limit];
}
