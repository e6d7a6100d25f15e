import type { CountyItemDefinition, ItemDefinition } from '../../items/item-definition.ts';
import type { Edition } from '../edition.ts';

/** What the parts of an edition may refer to. */
export interface LookUp {
  readonly edition: Edition;
  readonly stages: ReadonlySet<string>;
  readonly evaluatedStages: readonly string[];
  readonly items: ReadonlyMap<string, ItemDefinition>;
  readonly countyItems: ReadonlyMap<string, CountyItemDefinition>;
  readonly quantities: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
  readonly dimensions: ReadonlySet<string>;
}

export function lookUp(edition: Edition): LookUp {
  const idsOf = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map((each) => each.id));
  return {
    edition,
    stages: idsOf(edition.stages),
    evaluatedStages: edition.stages.filter((stage) => stage.evaluated).map((stage) => stage.id),
    items: new Map(edition.items.map((item) => [item.id, item])),
    countyItems: new Map(edition.countyItems.map((item) => [item.id, item])),
    quantities: idsOf(edition.quantities),
    indicators: idsOf(edition.indicators),
    dimensions: idsOf(edition.dimensions),
  };
}

/** The answers an item can have; null for numbers and texts. */
export function answersOf(item: ItemDefinition): readonly string[] | null {
  if (item.value.kind === 'flag') return ['yes', 'no'];
  return item.value.kind === 'choice' ? item.value.options : null;
}
