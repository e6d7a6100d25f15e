import { groupedDigits } from '@junheng/evaluation-messages';

const FEWEST_DIGITS = 2;
const MOST_DIGITS = 12;

/**
 * A number beside its target: as finely as the target is said, and never so rounded that it seems to be the target when it is not.
 * @param fewest digits after the point: of schools, none
 */
export function numberBeside(value: number, target: string, fewest = FEWEST_DIGITS): string {
  let digits = Math.max(fewest, target.split('.')[1]?.length ?? 0);
  while (digits < MOST_DIGITS && value !== Number(target) && Number(value.toFixed(digits)) === Number(target)) {
    digits += 1;
  }
  return groupedDigits(value.toFixed(digits));
}
