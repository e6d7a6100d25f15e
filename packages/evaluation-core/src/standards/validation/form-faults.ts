import type { ItemDefinition } from '../../items/item-definition.ts';
import { conditionFaults } from './amount-faults.ts';
import { duplicates } from './edition-fault.ts';
import type { EditionFault } from './edition-fault.ts';
import type { LookUp } from './look-up.ts';
import { decimalFaults, stageFaults } from './number-faults.ts';

/** Stages, school types, sections and items: what is asked of whom. */
export function formFaults(look: LookUp): readonly EditionFault[] {
  const { edition } = look;
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((each) => each.id);
  return [
    ...duplicates('stages', ids(edition.stages)),
    // A rule names an item without saying whose it is.
    ...duplicates('items', [...ids(edition.items), ...ids(edition.countyItems)]),
    ...duplicates('schoolTypes', ids(edition.schoolTypes)),
    ...duplicates('sections', edition.sections),
    ...duplicates('countySections', edition.countySections),
    ...[...ids(edition.stages), ...ids(edition.items), ...ids(edition.countyItems)]
      .filter((id) => !/^[a-z0-9-]+$/i.test(id))
      .map((what): EditionFault => ({ where: 'ids', fault: 'bad-id', what })),
    ...edition.items.flatMap((item) => [
      ...itemFaults(look, `items/${item.id}`, item, edition.sections),
      ...conditionFaults(look, `items/${item.id}`, item.condition),
    ]),
    ...edition.countyItems.flatMap((item) => itemFaults(look, `countyItems/${item.id}`, item, edition.countySections)),
    ...[edition.pupilsItem, edition.schoolTypeItem]
      .filter((id) => !look.items.has(id))
      .map((what): EditionFault => ({ where: 'edition', fault: 'unknown-item', what })),
    ...edition.schoolTypes.flatMap((type) =>
      stageFaults(
        look,
        `schoolTypes/${type.id}`,
        type.stages.map((each) => each.stage),
      ),
    ),
  ];
}

function itemFaults(
  look: LookUp,
  where: string,
  item: ItemDefinition,
  sections: readonly string[],
): readonly EditionFault[] {
  return [
    ...(sections.includes(item.section) ? [] : [{ where, fault: 'unknown-section', what: item.section } as const]),
    ...stageFaults(look, where, [...(item.stages ?? []), ...item.alsoByStage]),
    ...decimalFaults(
      where,
      Object.values(item.plausible ?? {}).flatMap((bound: string | null) => bound ?? []),
    ),
  ];
}
