import type { Amount } from '../items/amount.ts';

/** The same amount so many years earlier. */
export function yearsEarlier(amount: Amount, years: number): Amount {
  if (years === 0) return amount;
  switch (amount.kind) {
    case 'item':
      return { ...amount, yearsBack: amount.yearsBack + years };
    case 'constant':
    case 'by-stage':
    case 'by-choice':
    case 'setting':
    case 'years-since':
      return amount;
    case 'sum':
    case 'product':
    case 'larger':
    case 'smaller':
      return { ...amount, of: amount.of.map((each) => yearsEarlier(each, years)) };
    case 'difference':
      return { ...amount, of: yearsEarlier(amount.of, years), minus: yearsEarlier(amount.minus, years) };
    case 'quotient':
      return { ...amount, of: yearsEarlier(amount.of, years), by: yearsEarlier(amount.by, years) };
    case 'rounded-up':
    case 'total-of-schools':
      return { ...amount, of: yearsEarlier(amount.of, years) };
    default: {
      const exhaustive: never = amount;
      return exhaustive;
    }
  }
}

/** The part of a rule about the change from the year before to so many years back: `@0` = the last change. */
export function changePart(yearsBack: number): string {
  return `@${yearsBack}`;
}
