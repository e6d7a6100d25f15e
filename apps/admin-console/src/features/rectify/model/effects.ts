import type { Rectification } from '@junheng/api-contract';
import { cellKey, type Edition, type ItemDefinition } from '@junheng/evaluation-core';

export interface EffectCell {
  readonly key: string;
  readonly unit: string | null;
}

const cellsOf = (item: ItemDefinition): readonly EffectCell[] =>
  (item.stages ?? [null]).map((stage) => ({ key: cellKey(item.id, stage), unit: item.unit }));

const isNumber = ({ unit }: ItemDefinition): boolean => unit !== null;

/** Cells of schools a measure may change; those that the row's indicator counts stand first. */
export function schoolCells(edition: Edition, place: Rectification['place']): readonly EffectCell[] {
  const counted = new Set(itemsOfIndicator(edition, place));
  const numbers = edition.items.filter((item) => isNumber(item) && item.entry === 'form');
  return [...numbers.filter(({ id }) => counted.has(id)), ...numbers.filter(({ id }) => !counted.has(id))].flatMap(
    (item) => cellsOf(item),
  );
}

/** Cells of the county report a measure may change. What past years say, no measure changes. */
export function countyCellsToChange(edition: Edition): readonly EffectCell[] {
  return edition.countyItems.filter(isNumber).flatMap((item) => cellsOf(item));
}

function itemsOfIndicator(edition: Edition, place: Rectification['place']): readonly string[] {
  if (place?.kind !== 'indicator' && place?.kind !== 'cv') return [];
  const indicator = edition.indicators.find(({ id }) => id === place.indicatorId);
  if (indicator === undefined) return [];
  const named = new Set(
    indicator.kind === 'ratio'
      ? [indicator.numerator, indicator.denominator]
      : 'quantity' in indicator
        ? [indicator.quantity]
        : [],
  );
  return edition.quantities
    .filter(({ id }) => named.has(id))
    .flatMap(({ parts }) => parts.filter(({ sign }) => sign === 1).map(({ item }) => item));
}
