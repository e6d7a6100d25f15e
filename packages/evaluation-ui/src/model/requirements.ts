import type { Edition, MeasuredNumber, Outcome, RequirementOutcome, RequirementRule } from '@junheng/evaluation-core';
import { besideLimit, fractionOfNumber, grouped, roundedText } from './display-number.ts';
import { readFraction } from './fraction.ts';

/** The conditions of the whole verdict, parted by what they wait for. */
export interface ArrangedRequirements {
  readonly groups: readonly RequirementGroup[];
  /** Those that wait for nothing but the county report (县级填报). */
  readonly waiting: readonly RequirementOutcome[];
  /** Cells of the county report that are missing, each once, whichever condition asks for it. */
  readonly missingCells: readonly string[];
}

export interface RequirementGroup {
  readonly group: string;
  readonly shown: readonly RequirementOutcome[];
  /** How many of the group wait for the county report only. */
  readonly waitingCount: number;
}

/** Of a cell of the county report no school is named. */
const COUNTY = '';

export function arrangeRequirements(requirements: readonly RequirementOutcome[]): ArrangedRequirements {
  const waiting = requirements.filter(waitsForCounty);
  const groups = [...new Set(requirements.map(({ group }) => group))].map((group) => ({
    group,
    shown: requirements.filter((each) => each.group === group && !waiting.includes(each)),
    waitingCount: waiting.filter((each) => each.group === group).length,
  }));
  const missing = requirements.flatMap((each) => each.missing).filter(({ schoolId }) => schoolId === COUNTY);
  return {
    groups: groups.filter(({ shown }) => shown.length > 0),
    waiting,
    missingCells: [...new Set(missing.map(({ key }) => key))],
  };
}

function waitsForCounty({ outcome, missing, schools }: RequirementOutcome): boolean {
  if (outcome !== 'undetermined' || missing.length === 0 || (schools?.unmetCount ?? 0) > 0) return false;
  return missing.every(({ schoolId }) => schoolId === COUNTY);
}

const SIGNS = { 'at-least': '≥', 'more-than': '>', 'at-most': '≤', 'less-than': '<', equal: '=' } as const;
const DIGITS = 2;

/** `94.20%` and `≥ 95%`; a part that is not known is null. Never rounded onto the other side of the limit. */
export function measuredTexts(
  { exact, value, comparator, limit }: MeasuredNumber,
  outcome: Outcome,
  percent: boolean,
): { readonly value: string | null; readonly limit: string | null } {
  const unit = percent ? '%' : '';
  const number = exact === null ? (value === null ? null : fractionOfNumber(value)) : readFraction(exact);
  return {
    value: number === null ? null : `${grouped(shownNumber(number, comparator, limit, outcome))}${unit}`,
    limit: limit === null ? null : `${SIGNS[comparator]} ${limitText(limit)}${unit}`,
  };
}

type Number = NonNullable<ReturnType<typeof readFraction>>;

function shownNumber(value: Number, comparator: MeasuredNumber['comparator'], limit: string | null, outcome: Outcome) {
  // Heads and classes have no digits to round.
  if (value.denominator === 1n) return value.numerator.toString();
  if (limit === null || comparator === 'equal') return roundedText(value, DIGITS);
  const good = comparator === 'at-least' || comparator === 'more-than' ? 'at-least' : 'at-most';
  return besideLimit({ value, limit, good, outcome, digits: DIGITS });
}

function limitText(limit: string): string {
  const fraction = readFraction(limit);
  return fraction === null || !limit.includes('/') ? grouped(limit) : grouped(roundedText(fraction, DIGITS));
}

/** Is the number of this requirement, or of a part of it, in percent? */
export function isPercent(edition: Edition, requirementId: string, part: string | null = null): boolean {
  const requirement = edition.requirements.find((each) => each.id === requirementId);
  let rule: RequirementRule | undefined = requirement?.rule;
  for (const id of part?.split('.') ?? []) {
    if (rule?.kind !== 'all-of' && rule?.kind !== 'at-least-of') return false;
    rule = rule.parts.find((each) => each.id === id)?.rule;
  }
  return rule?.kind === 'share' && rule.multiplier === '100';
}
