import type { Condition } from '../../items/condition.ts';
import type { SpecialRule, SpecialRuleEffect } from '../special-rule.ts';
import { amountFaults, conditionFaults } from './amount-faults.ts';
import { duplicates } from './edition-fault.ts';
import type { EditionFault } from './edition-fault.ts';
import { partFaults } from './indicator-faults.ts';
import type { LookUp } from './look-up.ts';
import { decimalFaults, stageFaults } from './number-faults.ts';

export function specialRuleFaults(look: LookUp): readonly EditionFault[] {
  const { specialRules } = look.edition;
  return [
    ...duplicates(
      'specialRules',
      specialRules.map((rule) => rule.id),
    ),
    ...specialRules.flatMap((rule) => oneRuleFaults(look, rule)),
    ...overlaps(specialRules.filter((rule) => rule.enabled)),
  ];
}

function oneRuleFaults(look: LookUp, rule: SpecialRule): readonly EditionFault[] {
  const where = `specialRules/${rule.id}`;
  const { validFrom, validUntil } = rule;
  return [
    ...conditionFaults(look, where, rule.condition),
    ...[validFrom, validUntil]
      .flatMap((date) => date ?? [])
      .filter((date) => !isDate(date))
      .map((what): EditionFault => ({ where, fault: 'not-a-date', what })),
    // ISO dates compare as texts.
    ...(validFrom !== null && validUntil !== null && validUntil < validFrom
      ? [{ where, fault: 'period-never-open', what: `${validFrom}/${validUntil}` } as const]
      : []),
    ...(rule.effects.length === 0 ? [{ where, fault: 'always-met', what: 'effects' } as const] : []),
    ...rule.effects.flatMap((effect) => effectFaults(look, where, effect)),
  ];
}

const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `YYYY-MM-DD` of the calendar. */
function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && !leap ? 28 : daysOfMonths[month - 1];
  return match !== null && days !== undefined && day >= 1 && day <= days;
}

function effectFaults(look: LookUp, where: string, effect: SpecialRuleEffect): readonly EditionFault[] {
  switch (effect.kind) {
    case 'extra-parts': {
      const quantity = look.edition.quantities.find((each) => each.id === effect.quantity);
      return quantity === undefined
        ? [{ where, fault: 'unknown-quantity', what: effect.quantity }]
        : effect.parts.flatMap((part) => partFaults(look, where, quantity, part));
    }
    case 'changed-threshold': {
      const indicator = look.edition.indicators.find((each) => each.id === effect.indicator);
      const stages = Object.keys(effect.thresholds);
      if (indicator === undefined) return [{ where, fault: 'unknown-indicator', what: effect.indicator }];
      const thresholds = 'thresholds' in indicator ? indicator.thresholds : {};
      return [
        ...decimalFaults(
          where,
          Object.values(effect.thresholds).flatMap((each: string | null) => each ?? []),
        ),
        ...stageFaults(look, where, stages),
        ...stages
          .filter((stage) => look.stages.has(stage) && thresholds[stage] === undefined)
          .map((stage): EditionFault => ({ where, fault: 'wrong-level', what: `${effect.indicator}.${stage}` })),
      ];
    }
    case 'changed-comparison': {
      const requirement = look.edition.requirements.find((each) => each.id === effect.requirement);
      if (requirement === undefined) return [{ where, fault: 'unknown-requirement', what: effect.requirement }];
      const { rule } = requirement;
      const parts = rule.kind === 'all-of' || rule.kind === 'at-least-of' ? rule.parts : [];
      const target = effect.part === null ? rule : parts.find((part) => part.id === effect.part)?.rule;
      if (target === undefined) return [{ where, fault: 'unknown-part', what: effect.part ?? '' }];
      return [
        ...(target.kind === 'comparison' || target.kind === 'share'
          ? []
          : [{ where, fault: 'wrong-level', what: effect.requirement } as const]),
        ...[effect.left, effect.right].flatMap((amount) =>
          amount === null ? [] : amountFaults(look, where, requirement.per, amount),
        ),
      ];
    }
    default: {
      const exhaustive: never = effect;
      return exhaustive;
    }
  }
}

/** Numbers that a rule changes; adding to a numerator overlaps nothing. */
function changedNumbers(rule: SpecialRule): readonly string[] {
  return rule.effects.flatMap((effect): readonly string[] => {
    if (effect.kind === 'changed-threshold')
      return Object.keys(effect.thresholds).map((stage) => `indicators/${effect.indicator}/${stage}`);
    if (effect.kind !== 'changed-comparison') return [];
    const target = [effect.requirement, ...(effect.part === null ? [] : [effect.part])].join('/');
    return [
      ...(effect.left === null ? [] : [`requirements/${target}/left`]),
      ...(effect.right === null ? [] : [`requirements/${target}/right`]),
    ];
  });
}

/** Two rules that are on, may hold for one school on one day, and change the same number: which one counts would be chance. */
function overlaps(rules: readonly SpecialRule[]): readonly EditionFault[] {
  return rules.flatMap((rule, index) =>
    rules.slice(index + 1).flatMap((other) => {
      const mine = changedNumbers(rule);
      const same = changedNumbers(other).filter((each) => mine.includes(each));
      return same.length === 0 || !periodsMeet(rule, other) || excludeEachOther(rule.condition, other.condition)
        ? []
        : same.map((number): EditionFault => ({
            where: `specialRules/${rule.id}`,
            fault: 'overlapping-special-rules',
            what: `${other.id}: ${number}`,
          }));
    }),
  );
}

function periodsMeet(a: SpecialRule, b: SpecialRule): boolean {
  const apart = (first: SpecialRule, second: SpecialRule): boolean =>
    first.validUntil !== null && second.validFrom !== null && first.validUntil < second.validFrom;
  return !apart(a, b) && !apart(b, a);
}

/** The answers a condition demands of an item, where it demands any: those every school that meets it has given. */
function demanded(condition: Condition): ReadonlyMap<string, readonly string[]> {
  switch (condition.kind) {
    case 'choice-is':
      return new Map([[condition.item, condition.anyOf]]);
    case 'flag-is':
      return new Map([[condition.item, [condition.value]]]);
    case 'all': {
      const all = new Map<string, readonly string[]>();
      for (const [item, answers] of condition.conditions.flatMap((each) => [...demanded(each)])) {
        const before = all.get(item);
        all.set(item, before === undefined ? answers : before.filter((each) => answers.includes(each)));
      }
      return all;
    }
    case 'not':
      return condition.condition.kind === 'flag-is'
        ? new Map([[condition.condition.item, [condition.condition.value === 'yes' ? 'no' : 'yes']]])
        : new Map();
    case 'any':
    case 'number':
      return new Map();
    default: {
      const exhaustive: never = condition;
      return exhaustive;
    }
  }
}

/** Sound, not complete: two conditions on numbers that can never both hold are not recognised and must be told apart by an answer. */
function excludeEachOther(a: Condition, b: Condition): boolean {
  const others = demanded(b);
  return [...demanded(a)].some(([item, answers]) => {
    const other = others.get(item);
    return other !== undefined && !answers.some((each) => other.includes(each));
  });
}
