import type { RuleDecision, SchoolVerdicts } from '../rules/rule-decision.ts';
import { decimal } from '../quantities/decimal.ts';
import type { CountyFigures } from '../schools/county-figures.ts';
import type { Requirement } from '../standards/requirement.ts';
import { assessRequirement, decisionOfSchool } from '../verdicts/requirement.ts';
import { noteSide } from './observe-conditions.ts';
import type { Notes } from './observation.ts';

/** The numbers that these requirements compare. */
export function noteRequirements(
  notes: Notes,
  requirements: readonly Requirement[],
  figures: CountyFigures,
  verdicts: SchoolVerdicts,
): void {
  for (const requirement of requirements) {
    const assessment = assessRequirement(requirement, figures, verdicts);
    if (assessment.decision !== null) noteDecision(notes, requirement.id, assessment.decision);
    for (const school of assessment.schools) {
      const name = `${requirement.id} ${school.school.unit.schoolId} ${school.stage ?? ''}`;
      notes.say(name, school.asked);
      noteDecision(notes, name, decisionOfSchool(assessment, school));
    }
  }
}

function noteDecision(notes: Notes, name: string, decision: RuleDecision): void {
  const { rule, measured, parts, score, specialRules } = decision;
  notes.say(name, specialRules.map(({ rule: special, state }) => `${special.id}/${state}`).join());
  // Then it is decided by numbers that are not told.
  if (specialRules.some((each) => each.state === 'open')) notes.hide();
  if (measured === null && score === null && parts.length === 0) {
    // A rule of which only the outcome is told: where that changes the range falls into pieces.
    notes.say(decision.outcome);
  }
  if (measured !== null) {
    noteSide(notes, name, 'left', measured.value);
    noteSide(notes, name, 'right', measured.limit);
  }
  if (score !== null) {
    const limits = rule.kind === 'scored' && rule.pass !== null ? [decimal(rule.pass)] : [];
    notes.number({ kind: 'compared', limits }, score.least);
    notes.number({ kind: 'compared', limits }, score.greatest);
  }
  for (const part of parts) noteDecision(notes, `${name} ${part.id}`, part.decision);
}

/** Step by step, or the greater of two: a range of values that begins and ends alike may hide something else in between. */
const bent = new Set<unknown>(['rounded-up', 'larger', 'smaller', 'scored']);

/**
 * Are all numbers in this data straight lines or quotients of such in every cell, broken nowhere but where a condition on numbers or a zero
 * says so? Only then is nothing hidden between values that were looked at.
 */
export function isPlain(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return true;
  if ('kind' in data && bent.has(data.kind)) return false;
  if ('cap' in data && data.cap !== null) return false;
  return Object.values(data).every(isPlain);
}
