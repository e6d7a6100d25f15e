import { decimalOrUndefined, exactText } from '../../quantities/decimal.ts';
import { sum } from '../../quantities/rational.ts';
import type { Requirement, RequirementRule, RulePart } from '../requirement.ts';
import type { DeductionCount, ScoreCard, ScoredPoint, Scoring } from '../score-card.ts';
import { amountFaults, answerFaults, conditionFaults, itemOf } from './amount-faults.ts';
import type { Unit } from './amount-faults.ts';
import { duplicates } from './edition-fault.ts';
import type { EditionFault } from './edition-fault.ts';
import type { LookUp } from './look-up.ts';
import { decimalFaults, isAbove, stepFaults } from './number-faults.ts';

/** Dimensions and requirements: everything the whole verdict asks. */
export function requirementFaults(look: LookUp): readonly EditionFault[] {
  const { edition } = look;
  const { dimensions, requirements } = edition;
  return [
    ...duplicates(
      'dimensions',
      dimensions.map((each) => each.id),
    ),
    ...dimensions.flatMap(({ id, parent }): readonly EditionFault[] =>
      parent === null || (look.dimensions.has(parent) && !isOwnAncestor(look, id))
        ? []
        : [{ where: `dimensions/${id}`, fault: 'unknown-dimension', what: parent }],
    ),
    ...duplicates(
      'requirements',
      requirements.map((each) => each.id),
    ),
    ...requirements.flatMap((requirement) => oneRequirementFaults(look, requirement)),
  ];
}

function isOwnAncestor(look: LookUp, id: string): boolean {
  const seen = new Set([id]);
  let parent = parentOf(id);
  while (parent !== null) {
    if (seen.has(parent)) return true;
    seen.add(parent);
    parent = parentOf(parent);
  }
  return false;

  function parentOf(own: string): string | null {
    return look.edition.dimensions.find((each) => each.id === own)?.parent ?? null;
  }
}

function dimensionFaults(look: LookUp, where: string, id: string): readonly EditionFault[] {
  return look.dimensions.has(id) ? [] : [{ where, fault: 'unknown-dimension', what: id }];
}

function oneRequirementFaults(look: LookUp, requirement: Requirement): readonly EditionFault[] {
  const where = `requirements/${requirement.id}`;
  return [
    ...dimensionFaults(look, where, requirement.group),
    ...conditionFaults(look, where, requirement.appliesTo),
    ...(requirement.per === 'county' && requirement.appliesTo !== null
      ? [{ where, fault: 'wrong-level', what: 'appliesTo' } as const]
      : []),
    ...ruleFaults(look, where, requirement.per, requirement.rule),
  ];
}

function ruleFaults(look: LookUp, where: string, unit: Unit, rule: RequirementRule): readonly EditionFault[] {
  const amounts = (...list: readonly Parameters<typeof amountFaults>[3][]): readonly EditionFault[] =>
    list.flatMap((each) => amountFaults(look, where, unit, each));
  const { edition } = look;
  switch (rule.kind) {
    case 'resource-allocation':
      return edition.schoolRule === null && edition.balanceRule === null
        ? [{ where, fault: 'always-met', what: rule.kind }]
        : countyOnly(where, unit, rule.kind);
    case 'school-standard':
      return edition.schoolRule === null
        ? [{ where, fault: 'always-met', what: rule.kind }]
        : countyOnly(where, unit, rule.kind);
    case 'balance':
      return edition.balanceRule === null
        ? [{ where, fault: 'always-met', what: rule.kind }]
        : countyOnly(where, unit, rule.kind);
    case 'answer':
      return answerFaults(where, rule.item, itemOf(look, unit, rule.item), rule.holds);
    case 'comparison':
      return amounts(rule.left, rule.right);
    case 'share':
      return [
        ...amounts(rule.part, rule.whole, rule.limit),
        ...decimalFaults(where, [rule.multiplier, ...(rule.cap === null ? [] : [rule.cap])]),
        ...capFaults(where, rule),
      ];
    case 'year-on-year':
    case 'not-falling':
      return [
        ...yearFaults(look, where, unit, rule.amount, rule.years),
        ...(rule.kind === 'year-on-year' && rule.fasterThan !== null
          ? yearFaults(look, where, unit, rule.fasterThan, rule.years)
          : []),
      ];
    case 'rank':
      return [
        ...amounts(rule.rank, rule.among),
        ...(Number.isInteger(rule.last) && rule.last > 0
          ? []
          : [{ where, fault: 'always-met', what: String(rule.last) } as const]),
      ];
    case 'all-of':
      return partsFaults(look, where, unit, rule.parts);
    case 'at-least-of':
      return [
        ...partsFaults(look, where, unit, rule.parts),
        ...(rule.minimum > rule.parts.length
          ? [{ where, fault: 'unreachable', what: String(rule.minimum) } as const]
          : rule.minimum <= 0
            ? [{ where, fault: 'always-met', what: String(rule.minimum) } as const]
            : []),
      ];
    case 'scored':
      return scoreCardFaults(look, where, unit, rule);
    default: {
      const exhaustive: never = rule;
      return exhaustive;
    }
  }
}

/** What is judged over all schools together is asked of the county. */
function countyOnly(where: string, unit: Unit, what: string): readonly EditionFault[] {
  return unit === 'county' ? [] : [{ where, fault: 'wrong-level', what }];
}

function capFaults(where: string, rule: Extract<RequirementRule, { kind: 'share' }>): readonly EditionFault[] {
  const { cap, limit, comparator } = rule;
  if (cap === null || limit.kind !== 'constant') return [];
  if (comparator === 'at-least' && isAbove(limit.value, cap))
    return [{ where, fault: 'unreachable', what: limit.value }];
  return comparator === 'more-than' && !isAbove(cap, limit.value)
    ? [{ where, fault: 'unreachable', what: limit.value }]
    : [];
}

function partsFaults(look: LookUp, where: string, unit: Unit, parts: readonly RulePart[]): readonly EditionFault[] {
  return [
    ...(parts.length === 0 ? [{ where, fault: 'always-met', what: 'parts' } as const] : []),
    ...duplicates(
      where,
      parts.map((part) => part.id),
    ),
    ...parts.flatMap((part) => ruleFaults(look, `${where}/${part.id}`, unit, part.rule)),
  ];
}

/** The amount is read in `years + 1` years: this one and so many before. */
function yearFaults(
  look: LookUp,
  where: string,
  unit: Unit,
  amount: Parameters<typeof amountFaults>[3],
  years: number,
): readonly EditionFault[] {
  const faults = amountFaults(look, where, unit, amount);
  if (!Number.isInteger(years) || years < 1) return [...faults, { where, fault: 'always-met', what: String(years) }];
  const earlier = amount.kind === 'item' ? look.countyItems.get(amount.item)?.earlierYears : undefined;
  return unit !== 'county' || (earlier !== undefined && earlier < years)
    ? [...faults, { where, fault: 'year-not-asked', what: `@${years}` }]
    : faults;
}

function scoreCardFaults(look: LookUp, where: string, unit: Unit, card: ScoreCard): readonly EditionFault[] {
  const { total, pass, points } = card;
  const maxima = points.map((point) => point.maximum);
  const known = maxima.flatMap((each) => (each === null ? [] : (decimalOrUndefined(each) ?? [])));
  const sumText = exactText(sum(known));
  const faults: EditionFault[] = [
    ...(points.length === 0 ? [{ where, fault: 'unreachable', what: 'points' } as const] : []),
    ...duplicates(
      where,
      points.map((point) => point.id),
    ),
    ...decimalFaults(
      where,
      [total, pass, ...maxima].flatMap((each) => each ?? []),
    ),
    ...points.flatMap((point) => pointFaults(look, `${where}/${point.id}`, unit, point)),
  ];
  // With points still to be set their sum may only be too great.
  const complete = known.length === points.length;
  if (pass !== null && total !== null && isAbove(pass, total))
    faults.push({ where, fault: 'pass-mark-above-total', what: pass });
  else if (pass !== null && complete && isAbove(pass, sumText))
    faults.push({ where, fault: 'pass-mark-above-total', what: pass });
  if (total !== null && (isAbove(sumText, total) || (complete && isAbove(total, sumText))))
    faults.push({ where, fault: 'points-differ-from-total', what: sumText });
  return faults;
}

function pointFaults(look: LookUp, where: string, unit: Unit, point: ScoredPoint): readonly EditionFault[] {
  return [...dimensionFaults(look, where, point.dimension), ...scoringFaults(look, where, unit, point.scoring)];
}

function scoringFaults(look: LookUp, where: string, unit: Unit, scoring: Scoring): readonly EditionFault[] {
  switch (scoring.kind) {
    case 'judged': {
      const item = itemOf(look, unit, scoring.item);
      if (item === undefined) return [{ where, fault: 'unknown-item', what: scoring.item }];
      return item.value.kind === 'number' ? [] : [{ where, fault: 'wrong-level', what: scoring.item }];
    }
    case 'all-or-nothing':
      return ruleFaults(look, where, unit, scoring.rule);
    case 'steps':
      return [
        ...amountFaults(look, where, unit, scoring.value),
        ...amountFaults(look, where, unit, scoring.standard),
        ...stepFaults(where, scoring.steps),
      ];
    case 'per-shortfall':
      return [
        ...amountFaults(look, where, unit, scoring.value),
        ...amountFaults(look, where, unit, scoring.standard),
        ...positive(where, [scoring.step, ...(scoring.deduct === null ? [] : [scoring.deduct])]),
      ];
    case 'deductions':
      return [
        ...duplicates(
          where,
          scoring.deductions.map((each) => each.id),
        ),
        ...scoring.deductions.flatMap((deduction) => [
          ...positive(
            where,
            [deduction.each, deduction.atMost].flatMap((each) => each ?? []),
          ),
          ...occurrenceFaults(look, where, unit, deduction.occurrences),
        ]),
      ];
    default: {
      const exhaustive: never = scoring;
      return exhaustive;
    }
  }
}

function occurrenceFaults(look: LookUp, where: string, unit: Unit, count: DeductionCount): readonly EditionFault[] {
  switch (count.kind) {
    case 'amount':
      return amountFaults(look, where, unit, count.amount);
    case 'unless':
      return ruleFaults(look, where, unit, count.rule);
    case 'falls':
      return yearFaults(look, where, unit, count.amount, count.years);
    default: {
      const exhaustive: never = count;
      return exhaustive;
    }
  }
}

/** A step or a deduction of nothing would ask nothing. */
function positive(where: string, texts: readonly string[]): readonly EditionFault[] {
  return [
    ...decimalFaults(where, texts),
    ...texts
      .filter((text) => decimalOrUndefined(text) !== undefined && !isAbove(text, '0'))
      .map((what): EditionFault => ({ where, fault: 'always-met', what })),
  ];
}
