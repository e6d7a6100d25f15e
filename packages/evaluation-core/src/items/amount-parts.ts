import type { Amount } from './amount.ts';
import type { StageId } from './cells.ts';

/** An item that an amount reads. `stage` may be `ownStage`. */
export interface ItemRead {
  readonly item: string;
  readonly stage: StageId | null;
  readonly yearsBack: number;
}

/** The items an amount reads, those of the schools in a county total included. */
export function amountItems(amount: Amount): readonly ItemRead[] {
  switch (amount.kind) {
    case 'item':
      return [amount];
    case 'by-choice':
    case 'years-since':
      return [{ item: amount.item, stage: null, yearsBack: 0 }];
    default:
      return innerAmounts(amount).flatMap(amountItems);
  }
}

/** What an amount is made of, in the order in which it is printed. */
export function innerAmounts(amount: Amount): readonly Amount[] {
  switch (amount.kind) {
    case 'item':
    case 'constant':
    case 'by-stage':
    case 'by-choice':
    case 'setting':
    case 'years-since':
      return [];
    case 'sum':
    case 'product':
    case 'larger':
    case 'smaller':
      return amount.of;
    case 'difference':
      return [amount.of, amount.minus];
    case 'quotient':
      return [amount.of, amount.by];
    case 'rounded-up':
    case 'total-of-schools':
      return [amount.of];
    default: {
      const exhaustive: never = amount;
      return exhaustive;
    }
  }
}
