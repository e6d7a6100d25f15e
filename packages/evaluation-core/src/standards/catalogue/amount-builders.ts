import { ownStage } from '../../items/amount.ts';
import type { Amount } from '../../items/amount.ts';
import type { StageId } from '../../items/cells.ts';

// Amounts of an edition, short to write and to read.

export function constant(value: string): Amount {
  return { kind: 'constant', value };
}

/** A reported item of the whole school or county, or of one stage. */
export function reported(item: string, stage: StageId | null = null, yearsBack = 0): Amount {
  return { kind: 'item', item, stage, yearsBack };
}

/** A reported item of the stage that is looked at. */
export function ofOwnStage(item: string): Amount {
  return { kind: 'item', item, stage: ownStage, yearsBack: 0 };
}

export function sum(...of: readonly Amount[]): Amount {
  return { kind: 'sum', of };
}

export function product(...of: readonly Amount[]): Amount {
  return { kind: 'product', of };
}

export function difference(of: Amount, minus: Amount): Amount {
  return { kind: 'difference', of, minus };
}

export function quotient(of: Amount, by: Amount): Amount {
  return { kind: 'quotient', of, by };
}

export function roundedUp(of: Amount): Amount {
  return { kind: 'rounded-up', of };
}

export function byStage(values: Readonly<Record<StageId, string>>): Amount {
  return { kind: 'by-stage', values };
}

export function byChoice(item: string, values: Readonly<Record<string, string>>, otherwise: string | null): Amount {
  return { kind: 'by-choice', item, values, otherwise };
}
