import type { ItemDefinition } from '../../items/item-definition.ts';
import type { EditionFault } from './edition-fault.ts';
import { duplicates } from './edition-fault.ts';
import { answerFaults } from './amount-faults.ts';
import type { LookUp } from './look-up.ts';
import { decimalFaults, isAbove, stageFaults, stepFaults } from './number-faults.ts';
import type { IndicatorDefinition, QuantityDefinition, QuantityPart } from '../edition.ts';
import type { BalanceRule, SchoolRule } from '../school-and-balance-rule.ts';

/** Quantities, indicators, school rule, balance rule, scope and splitting. */
export function indicatorFaults(look: LookUp): readonly EditionFault[] {
  const { edition } = look;
  const { scope, splitting } = edition;
  return [
    ...duplicates(
      'quantities',
      edition.quantities.map((each) => each.id),
    ),
    ...edition.quantities.flatMap((quantity) => quantityFaults(look, quantity)),
    ...duplicates(
      'indicators',
      edition.indicators.map((each) => each.id),
    ),
    ...edition.indicators.flatMap((indicator) => oneIndicatorFaults(look, indicator)),
    ...(edition.schoolRule === null ? [] : schoolRuleFaults(look, edition.schoolRule)),
    ...(edition.balanceRule === null ? [] : balanceRuleFaults(look, edition.balanceRule)),
    ...decimalFaults('splitting', Object.values(splitting.weights)),
    ...stageFaults(look, 'splitting', Object.keys(splitting.weights)),
    ...decimalFaults(
      'scope',
      scope.minimumPupils.map((each) => each.fewerThan),
    ),
    ...[...scope.excludedTypes.map((each) => each.type), ...scope.minimumPupils.flatMap((each) => each.types)]
      .filter((type) => !edition.schoolTypes.some((each) => each.id === type))
      .map((what): EditionFault => ({ where: 'scope', fault: 'unknown-type', what })),
  ];
}

function quantityFaults(look: LookUp, quantity: QuantityDefinition): readonly EditionFault[] {
  const where = `quantities/${quantity.id}`;
  return [
    ...quantity.parts.flatMap((part) => partFaults(look, where, quantity, part)),
    ...(quantity.aggregate === null ? [] : quantityItemFaults(look, where, quantity, quantity.aggregate)),
    ...(quantity.parts.length === 0 && quantity.aggregate === null
      ? [{ where, fault: 'unreachable', what: quantity.id } as const]
      : []),
  ];
}

export function partFaults(
  look: LookUp,
  where: string,
  quantity: QuantityDefinition,
  part: QuantityPart,
): readonly EditionFault[] {
  return [...quantityItemFaults(look, where, quantity, part.item), ...stageFaults(look, where, part.stages ?? [])];
}

function quantityItemFaults(
  look: LookUp,
  where: string,
  quantity: QuantityDefinition,
  id: string,
): readonly EditionFault[] {
  const item = look.items.get(id);
  if (item === undefined) return [{ where, fault: 'unknown-item', what: id }];
  return item.value.kind !== 'number' || (item.stages === null) !== (quantity.level === 'school')
    ? [{ where, fault: 'wrong-level', what: id }]
    : [];
}

function oneIndicatorFaults(look: LookUp, indicator: IndicatorDefinition): readonly EditionFault[] {
  const where = `indicators/${indicator.id}`;
  const quantityIn = (ids: readonly string[]): readonly EditionFault[] =>
    ids.filter((id) => !look.quantities.has(id)).map((what) => ({ where, fault: 'unknown-quantity', what }));
  const thresholds = 'thresholds' in indicator ? indicator.thresholds : {};
  const common = [
    ...decimalFaults(
      where,
      Object.values(thresholds).flatMap((each: string | null) => each ?? []),
    ),
    ...stageFaults(look, where, Object.keys(thresholds)),
  ];
  switch (indicator.kind) {
    case 'per-pupil':
      return [
        ...common,
        ...quantityIn([indicator.quantity]),
        ...decimalFaults(where, [indicator.multiplier, indicator.unitFactor]),
      ];
    case 'ratio':
      return [
        ...common,
        ...quantityIn([indicator.numerator, indicator.denominator]),
        ...decimalFaults(where, [indicator.multiplier]),
      ];
    case 'amount':
      return [...common, ...quantityIn([indicator.quantity])];
    case 'answer':
      return answerFaults(where, indicator.item, answeredBySchool(look.items.get(indicator.item)), indicator.holds);
    default: {
      const exhaustive: never = indicator;
      return exhaustive;
    }
  }
}

/** Unlike a condition, an indicator may ask its answer by stage. */
function answeredBySchool(item: ItemDefinition | undefined): ItemDefinition | undefined {
  return item === undefined ? undefined : { ...item, stages: null };
}

function listed(look: LookUp, where: string, ids: readonly string[]): readonly EditionFault[] {
  return ids
    .filter((id) => !look.indicators.has(id))
    .map((what): EditionFault => ({ where, fault: 'unknown-indicator', what }));
}

/** The indicators a school rule counts in the stage that judges the most of them. */
function judgedCount(look: LookUp, ids: readonly string[] | null): number {
  const counted = look.edition.indicators.filter((each) => ids === null || ids.includes(each.id));
  return Math.max(
    0,
    ...look.evaluatedStages.map(
      (stage) => counted.filter((each) => !('thresholds' in each) || each.thresholds[stage] !== undefined).length,
    ),
  );
}

function schoolRuleFaults(look: LookUp, rule: SchoolRule): readonly EditionFault[] {
  const where = 'schoolRule';
  switch (rule.kind) {
    case 'at-least-m-of-n':
      return [
        ...listed(look, where, rule.indicators ?? []),
        ...floorFaults(where, rule.floorShare),
        ...countFaults(where, rule.minimumMet, judgedCount(look, rule.indicators)),
      ];
    case 'at-most-k-unmet':
      return [
        ...listed(look, where, rule.indicators ?? []),
        ...floorFaults(where, rule.floorShare),
        ...(Number.isInteger(rule.maximumUnmet) && rule.maximumUnmet >= 0
          ? []
          : [{ where, fault: 'unreachable', what: String(rule.maximumUnmet) } as const]),
        ...(rule.maximumUnmet >= judgedCount(look, rule.indicators) && rule.floorShare === null
          ? [{ where, fault: 'always-met', what: String(rule.maximumUnmet) } as const]
          : []),
      ];
    case 'stepped-points': {
      const total = Object.values(rule.points);
      return [
        ...listed(look, where, Object.keys(rule.points)),
        ...decimalFaults(where, [...total, rule.pass]),
        ...stepFaults(where, rule.steps),
      ];
    }
    case 'grades':
      return [
        ...listed(look, where, rule.indicators ?? []),
        ...duplicates(
          where,
          rule.grades.map((grade) => grade.id),
        ),
        ...rule.grades.flatMap((grade, index) => {
          const before = rule.grades[index - 1];
          return before !== undefined && before.minimumMet <= grade.minimumMet
            ? [{ where, fault: 'steps-not-descending', what: grade.id } as const]
            : [];
        }),
        ...rule.grades.flatMap((grade) =>
          grade.minimumMet > judgedCount(look, rule.indicators)
            ? [{ where, fault: 'unreachable', what: grade.id } as const]
            : [],
        ),
        ...(rule.grades.some((grade) => grade.id === rule.passing)
          ? []
          : [{ where, fault: 'unreachable', what: rule.passing } as const]),
      ];
    default: {
      const exhaustive: never = rule;
      return exhaustive;
    }
  }
}

/** Above 0, at most 1. */
function floorFaults(where: string, share: string | null): readonly EditionFault[] {
  if (share === null) return [];
  const possible = isAbove(share, '0') && !isAbove(share, '1');
  return [
    ...decimalFaults(where, [share]),
    ...(possible ? [] : [{ where, fault: 'unreachable', what: share } as const]),
  ];
}

function countFaults(where: string, minimum: number, possible: number): readonly EditionFault[] {
  if (!Number.isInteger(minimum) || minimum > possible) return [{ where, fault: 'unreachable', what: String(minimum) }];
  return minimum <= 0 ? [{ where, fault: 'always-met', what: String(minimum) }] : [];
}

function balanceRuleFaults(look: LookUp, rule: BalanceRule): readonly EditionFault[] {
  const where = 'balanceRule';
  const perPupil = look.edition.indicators.filter((each) => each.kind === 'per-pupil').map((each) => each.id);
  return [
    ...listed(look, where, rule.indicators ?? []),
    ...(rule.indicators ?? [])
      .filter((id) => look.indicators.has(id) && !perPupil.includes(id))
      .map((what): EditionFault => ({ where, fault: 'wrong-level', what })),
    ...(perPupil.length === 0 ? [{ where, fault: 'unreachable', what: 'indicators' } as const] : []),
    ...decimalFaults(where, Object.values(rule.limits)),
    ...Object.values(rule.limits)
      .filter((limit) => isAbove('0', limit))
      .map((what): EditionFault => ({ where, fault: 'unreachable', what })),
    ...stageFaults(look, where, Object.keys(rule.limits)),
    ...look.evaluatedStages
      .filter((stage) => rule.limits[stage] === undefined)
      .map((what): EditionFault => ({ where, fault: 'missing-limit', what })),
  ];
}
