import type { SchoolUnit } from '../schools/school-units.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import { assessUnit } from '../verdicts/county.ts';
import { atomsOf } from './atoms.ts';
import { decimalOf, unitToVary, unitWith } from './cell-under-test.ts';
import type { NumberCell } from './cell-under-test.ts';
import type { Context, SchoolContext } from './context.ts';
import { observerOf } from './observer.ts';
import { noteConditions } from './observe-conditions.ts';
import { isPlain } from './observe-requirements.ts';
import { newNotes } from './observation.ts';
import type { Observation } from './observation.ts';
import { fewest, piecesBetween } from './pieces.ts';
import { predictedStarts } from './predicted-starts.ts';
import { signChanges } from './sign-changes.ts';

/** Where the verdict may change while the value of a cell grows. */
export interface CellStarts {
  /** Ascending, the first is 0: from each up to the next nothing changes, or (`bends`) there is at most a single change. */
  readonly starts: readonly bigint[];
  readonly bends: boolean;
  /** false = it is not proven that nothing changes elsewhere. */
  readonly proven: boolean;
}

/**
 * Every decision is the sign of a polynomial of low degree in the value, within ranges over which the same things are there. The ranges are
 * predicted, the polynomials found from observed values and tried on others, their sign changes found exactly.
 */
export function cellStarts(context: Context, school: SchoolContext | null, cell: NumberCell): CellStarts {
  const { indexed } = context.session.county;
  const found = new Set<bigint>([0n]);
  let proven = true;
  for (const start of school === null ? [1n] : predicted(indexed, context, school, cell)) found.add(start);
  if (school !== null && context.conditionItems.has(cell.item.id)) {
    proven = isPlain(context.conditions);
    const varied = unitToVary(school.unit, cell);
    addStarts((v) => {
      varied.put(decimalOf(v, cell.scale));
      return conditionsOf(context, varied.unit);
    });
  }
  const { observe, read, onlyAmounts } = observerOf(context, school, cell);
  proven &&= isPlain(read.map(({ rule, appliesTo }) => [rule, appliesTo]));
  addStarts(observe);
  // The mean of several CVs is no polynomial. With constant pupils it rises or falls between the starts, otherwise nothing is known of it.
  const bends = indexed.edition.balanceRule?.kind === 'composite-cv';
  if (bends && !onlyAmounts) proven = false;
  return { starts: ascending(found), bends: bends || !proven, proven };

  function addStarts(look: (v: bigint) => Observation): void {
    const starts = ascending(found).filter((start) => start <= cell.largest);
    starts.forEach((from, index) => {
      const to = (starts[index + 1] ?? cell.largest + 1n) - 1n;
      const further = cell.value === null ? [] : [cell.value];
      const { pieces, asExpected } = piecesBetween(from, to, look, further);
      proven &&= asExpected;
      for (const piece of pieces) {
        found.add(piece.from);
        if (!piece.known) {
          if (piece.to - piece.from >= fewest) proven = false;
          else for (let v = piece.from; v <= piece.to; v += 1n) found.add(v);
          continue;
        }
        const atoms = atomsOf(piece, school?.cvs ?? { of: () => [] });
        if (atoms === null) proven = false;
        for (const atom of atoms ?? []) for (const change of signChanges(atom, piece.from, piece.to)) found.add(change);
      }
    });
  }
}

function ascending(found: ReadonlySet<bigint>): readonly bigint[] {
  return [...found].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function predicted(
  indexed: IndexedEdition,
  { session }: Context,
  { unit, schoolStages }: SchoolContext,
  cell: NumberCell,
): readonly bigint[] {
  // Of a cell that is empty the school is looked at with something in it.
  const own = cell.value === null ? unitWith(unit, cell, decimalOf(1n, cell.scale)) : unit;
  const stages = cell.value === null ? assessUnit(indexed, session.county.method, own).schoolStages : schoolStages;
  return predictedStarts(cell, own, indexed, stages).filter((start) => start > 0n && start <= cell.largest);
}

function conditionsOf({ session, conditions }: Context, unit: SchoolUnit): Observation {
  const notes = newNotes();
  const figures = session.requirements.figures();
  noteConditions(notes, conditions, figures, unit);
  figures.readBefore.delete(unit);
  return notes.done();
}
