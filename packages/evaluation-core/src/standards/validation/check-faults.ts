import type { CheckRule } from '../check-rule.ts';
import { duplicates } from './edition-fault.ts';
import type { EditionFault } from './edition-fault.ts';
import type { LookUp } from './look-up.ts';

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
  ];
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
