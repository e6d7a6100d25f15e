import type { EvaluationOptions } from '../evaluation.ts';
import { methodOf } from '../indicators/evaluation-method.ts';
import type { DataSet } from '../items/cells.ts';
import { indexEdition } from '../standards/edition-index.ts';
import type { Edition } from '../standards/edition.ts';
import type { ExplanationNode, NodePath } from '../trace/explanation-node.ts';
import { node } from '../trace/node-builders.ts';
import { nodePath, pathSegments } from '../trace/paths.ts';
import { assessCounty } from '../verdicts/county.ts';
import type { CountyAssessment } from '../verdicts/county.ts';
import type { SchoolStageAssessment } from '../verdicts/school-stage.ts';
import { compositeNode } from './composite-node.ts';
import { cvNode } from './cv-node.ts';
import { countyNode, resourceAllocationNode, stageNode } from './county-nodes.ts';
import { indicatorNode, quantityNode } from './indicator-nodes.ts';
import { nodeInRequirement, requirementNode } from './requirement-nodes.ts';
import { pupilsNode, schoolStageNode, shareNode } from './school-nodes.ts';

/**
 * Why a result is what it is: one node of the tree from the county's verdict down to the cells, with the paths of its children. Evaluates
 * the data set again with the same code and reads what that produced. An address without a node gives a node of kind `not-found`.
 */
export function explain(
  edition: Edition,
  dataSet: DataSet,
  options: EvaluationOptions,
  path: NodePath,
): ExplanationNode {
  return explainer(edition, dataSet, options)(path);
}

/** The same for many addresses: the county is evaluated once. */
export function explainer(
  edition: Edition,
  dataSet: DataSet,
  options: EvaluationOptions,
): (path: NodePath) => ExplanationNode {
  const county = assessCounty(indexEdition(edition), dataSet, methodOf(edition, options));
  const schoolStages = new Map<string, Map<string, SchoolStageAssessment>>();
  for (const each of county.schoolStages) {
    const own = schoolStages.get(each.unit.schoolId);
    if (own === undefined) schoolStages.set(each.unit.schoolId, new Map([[each.stage, each]]));
    // Of several reports of one school the first is explained.
    else if (!own.has(each.stage)) own.set(each.stage, each);
  }
  const known: Known = { county, schoolStageOf: (schoolId, stage) => schoolStages.get(schoolId)?.get(stage) };
  return (path) => find(known, pathSegments(path)) ?? node(path, 'not-found', null);
}

interface Known {
  readonly county: CountyAssessment;
  readonly schoolStageOf: (schoolId: string, stage: string) => SchoolStageAssessment | undefined;
}

function find({ county, schoolStageOf }: Known, [kind, ...rest]: readonly string[]): ExplanationNode | undefined {
  const [first, second, third, fourth] = rest;
  switch (kind) {
    case 'county':
      return countyNode(county);
    case 'resource-allocation':
      return resourceAllocationNode(county);
    case 'requirement':
      return requirementNode(county, rest);
    case 'part':
    case 'point':
    case 'amount':
      return nodeInRequirement(county, kind, rest);
    case 'stage': {
      const stage = county.stages.find((each) => each.stage === first);
      return stage === undefined ? undefined : stageNode(stage);
    }
    case 'cv': {
      const stage = county.stages.find((each) => each.stage === first);
      const cv = stage?.cvs.find((each) => each.indicator.definition.id === second);
      return stage === undefined || cv === undefined ? undefined : cvNode(county, stage, cv);
    }
    case 'composite': {
      const stage = county.stages.find((each) => each.stage === first);
      return stage?.composite == null ? undefined : compositeNode(county.indexed, stage.composite);
    }
    case 'school':
      return findSchoolStage(county, schoolStageOf(first ?? '', second ?? ''), first ?? '', second ?? '');
    case 'indicator':
    case 'quantity': {
      const school = schoolStageOf(first ?? '', second ?? '');
      const assessment = school?.indicators.find((each) => each.indicator.definition.id === third);
      if (school === undefined || assessment === undefined) return undefined;
      return kind === 'indicator'
        ? indicatorNode(county.indexed, school, assessment)
        : quantityNode(school, assessment, fourth);
    }
    case 'share': {
      const school = schoolStageOf(first ?? '', second ?? '');
      return school === undefined ? undefined : shareNode(county.indexed, school);
    }
    case 'pupils': {
      // The stage may be one that is not evaluated: then any school-stage of the school knows it.
      const school = county.schoolStages.find((each) => each.unit.schoolId === first);
      const pupils = school?.allPupils.find((each) => each.stage === second);
      return school === undefined || pupils === undefined ? undefined : pupilsNode(school, pupils);
    }
    default:
      return undefined;
  }
}

/** A school that is out of scope has a node too: it says why. */
function findSchoolStage(
  county: CountyAssessment,
  school: SchoolStageAssessment | undefined,
  schoolId: string,
  stage: string,
): ExplanationNode | undefined {
  if (school !== undefined) return schoolStageNode(county.indexed, school);
  const out = county.outOfScope.find(
    (each) => each.schoolId === schoolId && (each.stage === null || each.stage === stage),
  );
  if (out === undefined) return undefined;
  return node(nodePath('school', schoolId, stage), 'school-stage', 'not-applicable', {
    facts: { ...out.facts, schoolId, stage, reason: out.reason },
  });
}
