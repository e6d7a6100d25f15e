import type { CountyBoard } from './county-board.ts';
import type { LoadedCounty } from './load-county.ts';
import { amountAt, pupilsAt } from './school-stage-rows.ts';
import type { AmountLink, CellLink, PupilsLink } from './unit-links.ts';

/**
 * Carries a new number of one cell into the rows of its school and on to the verdict. false = it does not follow from the numbers alone;
 * the rows may then be half changed and the school must be assessed anew.
 */
export function follow(county: LoadedCounty, board: CountyBoard, unit: number, link: CellLink, value: number): boolean {
  const difference = value - link.value;
  if (difference === 0) return true;
  const followed =
    link.kind === 'amount'
      ? followAmount(county, board, unit, link, difference)
      : value > 0 && link.value > 0 && followPupils(county, board, unit, link, difference);
  if (followed) link.value = value;
  return followed;
}

/** Sums and products of integers are exact in doubles as long as they stay within 2^53, and one that does not is seen. */
function isHeld(value: number): boolean {
  return value >= 0 && value <= Number.MAX_SAFE_INTEGER;
}

function followAmount(
  county: LoadedCounty,
  board: CountyBoard,
  unit: number,
  link: AmountLink,
  difference: number,
): boolean {
  const { rows, units } = county;
  for (const { slot, times } of link.parts) {
    const more = times * difference;
    if (!isHeld(Math.abs(more))) return false;
    slot.value += more;
    // Below zero the parts contradict each other.
    if (!isHeld(slot.value)) return false;
    for (const stage of slot.stages) {
      const at = amountAt(rows, stage * units.length + unit, slot.column);
      const amount = (rows.numbers[at] ?? 0) + more;
      if (!isHeld(amount)) return false;
      rows.numbers[at] = amount;
    }
  }
  for (const { slot } of link.parts) for (const stage of slot.stages) board.amountChanged(stage, unit, slot.column);
  return true;
}

function followPupils(
  county: LoadedCounty,
  board: CountyBoard,
  unit: number,
  link: PupilsLink,
  difference: number,
): boolean {
  const { rows, units, stages, weights } = county;
  const weight = Number(weights.get(link.stage) ?? 0n);
  const changed: number[] = [];
  for (let stage = 0; stage < stages.length; stage += 1) {
    const row = stage * units.length + unit;
    const isOwn = stages[stage] === link.stage;
    const divided = rows.splits !== null && (rows.splits.mask[row] ?? 0) !== 0;
    if (isOwn) {
      const at = pupilsAt(rows, row);
      const pupils = (rows.numbers[at] ?? 0) + difference;
      if (!isHeld(pupils)) return false;
      rows.numbers[at] = pupils;
    }
    if (divided && rows.splits !== null) {
      const whole = (rows.splits.whole[row] ?? 0) + weight * difference;
      if (!isHeld(Math.abs(weight * difference)) || !isHeld(whole)) return false;
      rows.splits.whole[row] = whole;
    }
    if (isOwn || divided) changed.push(stage);
  }
  for (const stage of changed) board.rowChanged(stage, unit);
  return true;
}
