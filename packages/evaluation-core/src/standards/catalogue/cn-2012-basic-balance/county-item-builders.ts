import type { CountyItemDefinition, ItemDefinition, Source } from '../../../items/item-definition.ts';

interface Extras {
  readonly stages?: readonly string[];
  /** How many earlier years are asked too. */
  readonly earlierYears?: number;
  readonly required?: boolean;
  readonly plausible?: { readonly minimum?: string; readonly maximum?: string };
}

function item(
  section: string,
  id: string,
  value: ItemDefinition['value'],
  unit: string | null,
  source: Source,
  extras: Extras,
): CountyItemDefinition {
  const { minimum = null, maximum = null } = extras.plausible ?? {};
  return {
    id,
    section,
    value,
    unit,
    stages: extras.stages ?? null,
    alsoByStage: [],
    condition: null,
    required: extras.required ?? true,
    entry: 'form',
    plausible: extras.plausible === undefined ? null : { minimum, maximum, maximumPerPupil: null },
    source,
    earlierYears: extras.earlierYears ?? 0,
  };
}

export function countyNumber(
  section: string,
  id: string,
  scale: number,
  unit: string | null,
  source: Source,
  extras: Extras = {},
): CountyItemDefinition {
  return item(section, id, { kind: 'number', scale }, unit, source, extras);
}

export function countyFlag(section: string, id: string, source: Source, extras: Extras = {}): CountyItemDefinition {
  return item(section, id, { kind: 'flag' }, null, source, extras);
}
