import type { Edition, ExplanationFormula } from '@junheng/evaluation-core';
import { text, unitOfItem, type Language } from '@junheng/evaluation-messages';
import { readPath } from '../model/explanation-path.ts';

/** The units behind the numbers of a formula; '' where a number has none, or where its text already names it. */
export interface NumberUnits {
  readonly of: (name: string, value: string) => string;
  /** Of what the formula results in, and so of the limit it is compared with. */
  readonly result: (value: string) => string;
}

const none: NumberUnits = { of: () => '', result: () => '' };

/** Amounts carry the unit they were reported in, values and thresholds the unit of the indicator. */
export function unitsAt(
  language: Language,
  edition: Edition,
  path: string,
  template: ExplanationFormula['template'] | null,
): NumberUnits {
  const parts = readPath(path);
  if (parts === null) return none;
  const pupils = (value: string): string => unitOfItem(language, edition.pupilsItem, 'person', value);
  if (parts.kind === 'pupils') return { of: none.of, result: pupils };
  if (!('indicatorId' in parts)) return none;
  const indicator = edition.indicators.find((each) => each.id === parts.indicatorId);
  if (indicator === undefined || !('quantity' in indicator)) return none;
  const item = amountItem(edition, indicator.quantity);
  if (item === null) return none;
  const amount = (value: string): string => unitOfItem(language, item.id, item.unit, value);
  const ofIndicator = (): string => text(language, `unit.${indicator.unit}`);
  switch (parts.kind) {
    case 'indicator':
      if (template !== 'per-pupil') return { of: none.of, result: ofIndicator };
      return {
        of: (name, value) =>
          name === 'amount' ? amount(value) : ['value', 'threshold'].includes(name) ? ofIndicator() : '',
        result: ofIndicator,
      };
    case 'quantity':
      return { of: (name, value) => (['total', 'amount'].includes(name) ? amount(value) : ''), result: amount };
    case 'cv':
      return { of: (name, value) => (name === 'total' ? amount(value) : ''), result: none.result };
    default: {
      const exhaustive: never = parts;
      return exhaustive;
    }
  }
}

function amountItem(edition: Edition, quantityId: string) {
  const quantity = edition.quantities.find((each) => each.id === quantityId);
  const itemId = quantity?.parts[0]?.item ?? quantity?.aggregate;
  return edition.items.find((each) => each.id === itemId) ?? null;
}
