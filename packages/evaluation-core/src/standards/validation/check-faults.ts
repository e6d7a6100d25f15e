import type { CheckRule } from '../check-rule.ts';
import { amountFaults, conditionFaults } from './amount-faults.ts';
import { duplicates } from './edition-fault.ts';
import type { EditionFault } from './edition-fault.ts';
import type { LookUp } from './look-up.ts';
import { decimalFaults, stageFaults } from './number-faults.ts';

export function checkFaults(look: LookUp): readonly EditionFault[] {
  const { checks } = look.edition;
  return [
    ...duplicates(
      'checks',
      checks.map((each) => each.id),
    ),
    ...checks.flatMap((check) =>
      itemsOfCheck(check)
        .filter((id) => !look.items.has(id))
        .map((what): EditionFault => ({ where: `checks/${check.id}`, fault: 'unknown-item', what })),
    ),
    ...checks.flatMap((check) => amountsOfCheck(look, check)),
  ];
}

/** Checks made of amounts and conditions: everything these read, and the bounds. */
function amountsOfCheck(look: LookUp, check: CheckRule): readonly EditionFault[] {
  const where = `checks/${check.id}`;
  switch (check.kind) {
    case 'flag-contradicts':
      return [
        ...conditionFaults(look, where, check.truth),
        ...Object.values(check.amounts).flatMap((amount) => amountFaults(look, where, 'school', amount)),
      ];
    case 'ratio-bounds':
      return [
        ...decimalFaults(
          where,
          [check.minimum, check.maximum].flatMap((each) => each ?? []),
        ),
        ...stageFaults(look, where, check.stages ?? []),
        ...amountFaults(look, where, check.stages === null ? 'school' : 'school-stage', check.ratio),
      ];
    case 'peer-position':
      return [
        ...decimalFaults(where, [check.bound, check.minimumDifference]),
        ...duplicates(
          where,
          check.measures.map((measure) => measure.id),
        ),
        ...check.measures.flatMap(({ stages, value }) => [
          ...stageFaults(look, where, stages ?? []),
          ...amountFaults(look, where, stages === null ? 'school' : 'school-stage', value),
        ]),
      ];
    default:
      return [];
  }
}

function itemsOfCheck(check: CheckRule): readonly string[] {
  switch (check.kind) {
    case 'at-most':
    case 'equal':
      return [...check.left, ...check.right].map((term) => term.item);
    case 'class-bands-capacity':
      return check.bands.map((band) => band.item);
    case 'largest-class-in-bands':
      return [check.largestItem, ...check.bands.map((band) => band.item)];
    case 'largest-class-below-average':
      return [check.largestItem, check.classesItem];
    case 'zero-pupils-with-resources':
      return check.items;
    case 'zero-with-pupils':
      return [check.item];
    case 'change-from-last-year':
      return check.exemptItems;
    case 'flag-contradicts':
      return [check.flag];
    case 'ratio-bounds':
    case 'peer-position':
    case 'required':
    case 'readable':
    case 'applicable':
    case 'aggregate-differs':
    case 'aggregate-with-partial-parts':
    case 'aggregate-below-parts':
    case 'negative-quantity':
    case 'plausible-range':
      return [];
    default: {
      const exhaustive: never = check;
      return exhaustive;
    }
  }
}
