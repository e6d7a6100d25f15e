import { displayNumber } from '@junheng/evaluation-core';
import type {
  CountyEvaluation,
  Edition,
  MeasuredNumber,
  Outcome,
  RequirementOutcome,
  RequirementRule,
  SchoolRequirementOutcome,
} from '@junheng/evaluation-core';
import { hasText, text } from '@junheng/evaluation-messages';
import type { Language } from '@junheng/evaluation-messages';
import { word } from './report-words.ts';

const SIGNS = { 'at-least': '≥', 'more-than': '>', 'at-most': '≤', 'less-than': '<', equal: '=' } as const;
const COUNTED: readonly Outcome[] = ['met', 'unmet', 'undetermined', 'not-applicable'];
const SCHOOLS_NAMED = 12;
const DECIMALS = 2;

/** By dimension how many hold; the unmet ones with their reason; one line for what the county report lacks. */
export function requirementLines(
  evaluation: CountyEvaluation,
  edition: Edition,
  names: ReadonlyMap<string, string>,
  language: Language,
): string[] {
  const { requirements } = evaluation.county;
  const lines: string[] = [];
  for (const group of new Set(requirements.map((each) => each.group))) {
    const own = requirements.filter((each) => each.group === group);
    const counts = COUNTED.flatMap((outcome) => {
      const count = own.filter((each) => each.outcome === outcome).length;
      return count === 0 ? [] : [`${text(language, `outcome.${outcome}`)} ${count}`];
    });
    lines.push(`${text(language, `requirement-group.${group}`)}: ${counts.join(', ')}`);
    for (const each of own) {
      if (each.outcome === 'unmet') lines.push(...unmetLines(each, edition, names, language));
      else if (each.score !== null) lines.push(`  ${nameOf(each, language)}: ${scoreText(each.score, language)}`);
    }
  }
  return [...lines, ...lackLines(requirements, language)];
}

function nameOf({ requirementId }: RequirementOutcome, language: Language): string {
  const name = text(language, `requirement.${requirementId}`);
  // Numbers as the instrument counts them; names given here say nothing to a reader.
  return requirementId.length > 3 ? name : `${requirementId} ${name}`;
}

function unmetLines(
  requirement: RequirementOutcome,
  edition: Edition,
  names: ReadonlyMap<string, string>,
  language: Language,
): string[] {
  const { requirementId, measured, parts, score, schools } = requirement;
  const rule = edition.requirements.find((each) => each.id === requirementId)?.rule;
  const lines = [`  ✗ ${nameOf(requirement, language)}`];
  const facts = [
    ...numbersOf({ measured, outcome: requirement.outcome, parts }, requirementId, rule, language),
    ...(score === null ? [] : [scoreText(score, language)]),
  ];
  if (facts.length > 0) lines.push(`      ${facts.join('; ')}`);
  const unmet = schools?.open.filter((school) => school.outcome === 'unmet') ?? [];
  if (schools !== null && unmet.length > 0) {
    lines.push(`      ${word(language, 'schoolsUnmet', `${unmet.length}/${schools.askedCount}`)}`);
    for (const school of unmet.slice(0, SCHOOLS_NAMED)) {
      const stage = school.stage === null ? '' : ` · ${text(language, `stage.${school.stage}`)}`;
      const numbers = numbersOf(school, requirementId, rule, language);
      const name = `${names.get(school.schoolId) ?? school.schoolId}${stage}`;
      lines.push(`        ${[name, ...numbers].join('  ')}`);
    }
    if (unmet.length > SCHOOLS_NAMED)
      lines.push(`        ${word(language, 'moreSchools', unmet.length - SCHOOLS_NAMED)}`);
  }
  return lines;
}

function numbersOf(
  { measured, outcome, parts }: Pick<SchoolRequirementOutcome, 'measured' | 'outcome' | 'parts'>,
  requirementId: string,
  rule: RequirementRule | undefined,
  language: Language,
): readonly string[] {
  const own = measured === null ? null : measuredText(measured, outcome, rule);
  const ofParts = parts
    .filter((part) => part.outcome === 'unmet')
    .map((part) => {
      const key = `requirement.${requirementId}.${part.part}`;
      const number = part.measured === null ? null : measuredText(part.measured, 'unmet', partOf(rule, part.part));
      const name = hasText(key) ? text(language, key) : part.part;
      return number === null ? name : `${name} ${number}`;
    });
  return [...(own === null ? [] : [own]), ...ofParts];
}

/** Null while the number is not known. A number never looks as if it were on the other side of its limit. */
function measuredText(
  { exact, comparator, limit }: MeasuredNumber,
  outcome: Outcome,
  rule: RequirementRule | undefined,
): string | null {
  if (exact === null) return null;
  const unit = rule?.kind === 'share' && rule.multiplier === '100' ? '%' : '';
  const direction = comparator === 'at-most' || comparator === 'less-than' ? 'at-most' : 'at-least';
  const decimalLimit = limit !== null && !limit.includes('/') ? limit : null;
  const against =
    decimalLimit === null ? undefined : ({ limit: decimalLimit, met: outcome !== 'unmet', direction } as const);
  const value = /^\d+$/.test(exact) ? exact : displayNumber(exact, DECIMALS, against);
  if (limit === null) return `${value}${unit}`;
  return `${value}${unit} (${SIGNS[comparator]} ${decimalLimit ?? displayNumber(limit, DECIMALS)}${unit})`;
}

function partOf(rule: RequirementRule | undefined, part: string): RequirementRule | undefined {
  let found = rule;
  for (const id of part.split('.')) {
    if (found?.kind !== 'all-of' && found?.kind !== 'at-least-of') return undefined;
    found = found.parts.find((each) => each.id === id)?.rule;
  }
  return found;
}

function scoreText(score: NonNullable<RequirementOutcome['score']>, language: Language): string {
  const { least, greatest, total, pass } = score;
  const points = (exact: string): string => (exact.includes('/') ? displayNumber(exact, DECIMALS) : exact);
  const range = greatest === null ? `≥ ${points(least)}` : `${points(least)}–${points(greatest)}`;
  const number = `${least === greatest ? points(least) : range}${total === null ? '' : `/${total}`}`;
  const passed = pass === null ? '' : `, ${word(language, 'pass', pass)}`;
  return `${word(language, 'score', number)}${passed}`;
}

/** Undetermined: what waits for the county report and what for the schools, each once. */
function lackLines(requirements: readonly RequirementOutcome[], language: Language): string[] {
  const missing = requirements.flatMap((each) => each.missing);
  const ofCounty = new Set(missing.filter(({ schoolId }) => schoolId === '').map(({ key }) => key));
  const ofSchools = new Set(missing.filter(({ schoolId }) => schoolId !== '').map(({ key }) => key.split('.')[0]));
  return [
    ...(ofCounty.size === 0 ? [] : [word(language, 'countyLacks', ofCounty.size)]),
    ...(ofSchools.size === 0 ? [] : [word(language, 'schoolsLack', ofSchools.size)]),
  ];
}
