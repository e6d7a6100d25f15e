import type { ExplanationNode } from '../trace/explanation-node.ts';
import { formula, node } from '../trace/node-builders.ts';
import type { CountyAssessment } from '../verdicts/county.ts';
import { decisionOfSchool } from '../verdicts/requirement.ts';
import type { RequirementAssessment, SchoolRequirement } from '../verdicts/requirement.ts';
import { amountNode } from './amount-nodes.ts';
import { pointNode } from './point-nodes.ts';
import { findIn, placePath } from './requirement-place.ts';
import type { Found, Place } from './requirement-place.ts';
import { ruleNode } from './rule-nodes.ts';
import { tally } from './tally.ts';

/** `requirement/<id>`, `requirement/<id>/<schoolId>`, `requirement/<id>/<schoolId>/<stage>` */
export function requirementNode(
  county: CountyAssessment,
  [id = '', schoolId, stage]: readonly string[],
): ExplanationNode | undefined {
  const assessment = county.requirements.find((each) => each.requirement.id === id);
  if (assessment === undefined) return undefined;
  if (schoolId !== undefined) {
    const school = schoolOf(assessment, schoolId, stage);
    return school === undefined ? undefined : schoolNode(county, assessment, school);
  }
  const place = placeOf(county, assessment, null);
  return assessment.decision === null ? schoolsNode(place) : ruleNode(place, 'requirement', [], assessment.decision);
}

/** `part|point|amount/<requirement>/<where>[/<schoolId>[/<stage>]]` */
export function nodeInRequirement(
  county: CountyAssessment,
  kind: 'part' | 'point' | 'amount',
  [id = '', where = '', schoolId, stage]: readonly string[],
): ExplanationNode | undefined {
  const assessment = county.requirements.find((each) => each.requirement.id === id);
  if (assessment === undefined) return undefined;
  const address = where.split('.');
  const school = schoolId === undefined ? undefined : schoolOf(assessment, schoolId, stage);
  const decision = assessment.decision ?? (school === undefined ? undefined : decisionOfSchool(assessment, school));
  const found = decision === undefined ? undefined : findIn(decision, address);
  if (found === undefined) return undefined;
  if (assessment.decision === null) {
    return school === undefined ? undefined : nodeOf(placeOf(county, assessment, school), kind, address, found);
  }
  if (schoolId === undefined) return nodeOf(placeOf(county, assessment, null), kind, address, found);
  return shareNode(county, assessment, address, found, schoolId);
}

function nodeOf(place: Place, kind: 'part' | 'point' | 'amount', where: readonly string[], found: Found) {
  switch (found.kind) {
    case 'rule':
      return kind === 'part' ? ruleNode(place, 'requirement-part', where, found.decision) : undefined;
    case 'point':
      return kind === 'point' ? pointNode(place, where, found.point) : undefined;
    case 'amount':
      // What a school adds to a total has the school in its address.
      return kind === 'amount' && found.total === null ? amountNode(place, where, found.amount, null) : undefined;
    default: {
      const exhaustive: never = found;
      return exhaustive;
    }
  }
}

/** What one school adds to a total of the county, or a part of that. */
function shareNode(
  county: CountyAssessment,
  assessment: RequirementAssessment,
  where: readonly string[],
  found: Found,
  schoolId: string,
): ExplanationNode | undefined {
  const school = county.figures.schools.find((each) => each.unit.schoolId === schoolId);
  if (school === undefined || found.kind !== 'amount' || found.total === null) return undefined;
  const place: Place = { figures: county.figures, assessment, school, stage: null };
  return amountNode(place, where, found.amount, found.total);
}

function placeOf(county: CountyAssessment, assessment: RequirementAssessment, of: SchoolRequirement | null): Place {
  return { figures: county.figures, assessment, school: of?.school ?? null, stage: of?.stage ?? null };
}

function schoolOf({ schools }: RequirementAssessment, schoolId: string, stage: string | undefined) {
  return schools.find((each) => each.school.unit.schoolId === schoolId && each.stage === (stage ?? null));
}

/** A requirement of schools: it holds where it holds for each. */
function schoolsNode(place: Place): ExplanationNode {
  const { requirement, outcome, complete, reason, schools } = place.assessment;
  return node(placePath('requirement', place, []), 'requirement', outcome, {
    complete,
    facts: { requirement: requirement.id, group: requirement.group, reason },
    formula: formula('all-must-hold', tally(schools.map((each) => each.outcome))),
    source: requirement.source,
    children: schools.map(({ school, stage }) => placePath('requirement', { ...place, school, stage }, [])),
  });
}

function schoolNode(
  county: CountyAssessment,
  assessment: RequirementAssessment,
  of: SchoolRequirement,
): ExplanationNode {
  const { outcome, complete, reason, asked, openCells } = of;
  const place = placeOf(county, assessment, of);
  return ruleNode(place, 'requirement-school', [], decisionOfSchool(assessment, of), {
    outcome,
    complete,
    reason,
    asked,
    cells: openCells,
  });
}
