import type { Condition } from '../../../items/condition.ts';
import type { ItemDefinition, PlausibleRange, Source } from '../../../items/item-definition.ts';
import { cityForm } from './sources.ts';

interface Extras {
  readonly stages?: readonly string[];
  readonly alsoByStage?: readonly string[];
  readonly condition?: Condition;
  readonly required?: boolean;
  readonly entry?: 'form' | 'import';
  readonly plausible?: Partial<PlausibleRange>;
  readonly ofCampuses?: 'largest';
  readonly source?: Source;
}

function build(
  section: string,
  id: string,
  row: string | null,
  extras: Extras,
): Omit<ItemDefinition, 'value' | 'unit'> {
  const { plausible } = extras;
  return {
    id,
    section,
    stages: extras.stages ?? null,
    alsoByStage: extras.alsoByStage ?? [],
    condition: extras.condition ?? null,
    required: extras.required ?? true,
    entry: extras.entry ?? 'form',
    plausible:
      plausible === undefined
        ? null
        : {
            minimum: plausible.minimum ?? null,
            maximum: plausible.maximum ?? null,
            maximumPerPupil: plausible.maximumPerPupil ?? null,
          },
    ...(extras.ofCampuses === undefined ? {} : { ofCampuses: extras.ofCampuses }),
    source: extras.source ?? cityForm(row),
  };
}

/** Heads, rooms, classes: whole numbers. */
export function count(
  section: string,
  id: string,
  unit: string,
  row: string | null,
  extras: Extras = {},
): ItemDefinition {
  return { ...build(section, id, row, extras), value: { kind: 'number', scale: 0 }, unit };
}

/** Areas in square metres, to 0.01 m2. */
export function area(section: string, id: string, row: string | null, extras: Extras = {}): ItemDefinition {
  return { ...build(section, id, row, extras), value: { kind: 'number', scale: 2 }, unit: 'square-metre' };
}

/** Money in 万元, to 0.01 yuan = 0.000001 万元. */
export function money(section: string, id: string, row: string | null, extras: Extras = {}): ItemDefinition {
  return { ...build(section, id, row, extras), value: { kind: 'number', scale: 6 }, unit: 'ten-thousand-yuan' };
}

export function flag(section: string, id: string, row: string | null, extras: Extras = {}): ItemDefinition {
  return { ...build(section, id, row, extras), value: { kind: 'flag' }, unit: null };
}

export function choice(
  section: string,
  id: string,
  options: readonly string[],
  row: string | null,
  extras: Extras = {},
): ItemDefinition {
  return { ...build(section, id, row, extras), value: { kind: 'choice', options }, unit: null };
}
