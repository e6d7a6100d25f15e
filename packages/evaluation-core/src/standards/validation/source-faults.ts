import type { Source } from '../../items/item-definition.ts';
import type { Edition } from '../edition.ts';
import type { EditionFault } from './edition-fault.ts';

/** Whatever an official answers for names the document it comes from. */
export function sourceFaults(edition: Edition): readonly EditionFault[] {
  const sourced: (readonly [string, Source])[] = [
    ...each('items', edition.items),
    ...each('countyItems', edition.countyItems),
    ...each('quantities', edition.quantities),
    ...each('indicators', edition.indicators),
    ...each('specialRules', edition.specialRules),
    ...each('requirements', edition.requirements),
    ...edition.requirements.flatMap((requirement) =>
      requirement.rule.kind === 'scored' ? each(`requirements/${requirement.id}`, requirement.rule.points) : [],
    ),
    ...(edition.schoolRule === null ? [] : [['schoolRule', edition.schoolRule.source] as const]),
    ...(edition.balanceRule === null ? [] : [['balanceRule', edition.balanceRule.source] as const]),
    ['splitting', edition.splitting.source],
  ];
  return sourced
    .filter(([, { document: name }]) => name.trim() === '')
    .map(([where]) => ({ where, fault: 'no-source', what: where }));
}

function each(
  list: string,
  elements: readonly { readonly id: string; readonly source: Source }[],
): readonly (readonly [string, Source])[] {
  return elements.map(({ id, source }) => [`${list}/${id}`, source]);
}
