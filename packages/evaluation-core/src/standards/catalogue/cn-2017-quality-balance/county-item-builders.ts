import type { CountyItemDefinition, ItemDefinition, Source } from '../../../items/item-definition.ts';
import { countyForm } from './sources.ts';

/** `source`: what asks for the item where the city's county form has no such row. */
type Origin = { readonly row: string } | { readonly source: Source };

function countyItem(
  section: string,
  id: string,
  value: ItemDefinition['value'],
  unit: string | null,
  origin: Origin,
  extras: Partial<Pick<ItemDefinition, 'stages' | 'plausible'>> = {},
): CountyItemDefinition {
  return {
    id,
    section,
    value,
    unit,
    stages: extras.stages ?? null,
    alsoByStage: [],
    condition: null,
    required: true,
    entry: 'form',
    plausible: extras.plausible ?? null,
    source: 'row' in origin ? countyForm(origin.row) : origin.source,
    earlierYears: 0,
  };
}

/** Heads, places, questionnaires: whole numbers. */
export function countyCount(section: string, id: string, unit: string, origin: Origin): CountyItemDefinition {
  return countyItem(section, id, { kind: 'number', scale: 0 }, unit, origin);
}

/** Money in yuan, to 0.01. */
export function countyYuan(
  section: string,
  id: string,
  origin: Origin,
  stages: ItemDefinition['stages'] = null,
): CountyItemDefinition {
  return countyItem(section, id, { kind: 'number', scale: 2 }, 'yuan', origin, { stages });
}

/** Money in 万元, to 0.01 yuan. */
export function countyPay(section: string, id: string, row: string): CountyItemDefinition {
  const plausible = { minimum: '1', maximum: '100', maximumPerPupil: null };
  return countyItem(section, id, { kind: 'number', scale: 6 }, 'ten-thousand-yuan', { row }, { plausible });
}

/** A rate as a number between 0 and 1. */
export function countyRate(section: string, id: string, source: Source): CountyItemDefinition {
  const plausible = { minimum: '0', maximum: '1', maximumPerPupil: null };
  return countyItem(section, id, { kind: 'number', scale: 4 }, null, { source }, { plausible });
}

export function countyFlag(section: string, id: string, source: Source): CountyItemDefinition {
  return countyItem(section, id, { kind: 'flag' }, null, { source });
}

export function countyChoice(
  section: string,
  id: string,
  options: readonly string[],
  source: Source,
): CountyItemDefinition {
  return countyItem(section, id, { kind: 'choice', options }, null, { source });
}

export function countyDate(section: string, id: string, source: Source): CountyItemDefinition {
  return countyItem(section, id, { kind: 'date' }, null, { source });
}
