import type { EvaluationOptions } from '../evaluation.ts';
import { methodOf } from '../indicators/evaluation-method.ts';
import type { CellKey, DataSet } from '../items/cells.ts';
import { openSession } from '../kernel/county-session.ts';
import type { CountySession } from '../kernel/county-session.ts';
import { met, unmet } from '../kernel/outcome-codes.ts';
import type { Outcome } from '../outcome.ts';
import { toDouble } from '../quantities/double.ts';
import { rational } from '../quantities/rational.ts';
import type { Edition } from '../standards/edition.ts';
import { indexEdition } from '../standards/edition-index.ts';
import { cellStarts } from './cell-starts.ts';
import { decimalOf, numberCell } from './cell-under-test.ts';
import type { CellUnderTest, NumberCell } from './cell-under-test.ts';
import { cellsToTry } from './cells-to-try.ts';
import { newContext, schoolContext } from './context.ts';
import type { Context, SchoolContext, SensitivityTarget } from './context.ts';
import { nearestFlips, smallestDeciding } from './search-cell.ts';
import type { ValueAndOutcome } from './search-cell.ts';
import { standsWhatever } from './stands.ts';

export interface SensitivityOptions extends EvaluationOptions {
  /** Whose verdict is to flip. Without it: the county's where that is decided, else that of the resource allocation. */
  readonly target?: SensitivityTarget;
  /** Which cells are looked at; `schoolId` null = the county report. All that enter the verdict without it. */
  readonly cells?: (schoolId: string | null, key: CellKey) => boolean;
}

export interface Sensitivity {
  readonly target: SensitivityTarget;
  readonly outcome: Outcome;
  /** Those that can flip it first, by the smallest relative change; then those that cannot. */
  readonly numbers: readonly NumberSensitivity[];
  /** Yes/no and choice cells, those that can flip it first. */
  readonly answers: readonly AnswerSensitivity[];
  /** Where the verdict is undetermined: empty cells, each alone; those that could decide it first. */
  readonly missing: readonly MissingSensitivity[];
}

interface CellName {
  /** Null: a cell of the county report. */
  readonly schoolId: string | null;
  readonly key: CellKey;
}

export interface NumberSensitivity extends CellName {
  readonly value: string;
  /** The nearest greater value that gives another verdict; null = none does, if `proven`. */
  readonly up: Flip | null;
  readonly down: Flip | null;
  /**
   * true = exact: no nearer value, and none at all where there is no flip. false = the flips are true, but a nearer one may have been missed: the
   * verdict hangs on this cell by steps, by the larger of two numbers, by points, or by the mean of several CVs.
   */
  readonly proven: boolean;
}

export interface Flip {
  /** Canonical, in the item's own scale. */
  readonly value: string;
  /** Signed. */
  readonly change: string;
  /** |change| / value, null where the value is zero. */
  readonly relativeChange: number | null;
  /** The verdict there. */
  readonly outcome: Outcome;
}

export interface AnswerSensitivity extends CellName {
  readonly value: string;
  readonly flips: readonly OptionFlip[];
}

export interface OptionFlip {
  /** An option, or `yes` or `no`. */
  readonly value: string;
  readonly outcome: Outcome;
}

export interface MissingSensitivity extends CellName {
  /** Values that decide the verdict: of a number the smallest for each outcome, of a choice all. */
  readonly decides: readonly OptionFlip[];
  readonly proven: boolean;
}

/**
 * For every cell that enters the verdict the nearest admissible values, up and down, that flip it: found in exact arithmetic over all values that can
 * be typed, and each tried. One cell at a time, the others as they are. The data set is not touched. Throws RangeError as `openCounty`.
 */
export function sensitivity(edition: Edition, dataSet: DataSet, options: SensitivityOptions = {}): Sensitivity {
  const { target: wanted, cells: isWanted = () => true, ...method } = options;
  const indexed = indexEdition(edition);
  const session = openSession(indexed, dataSet, methodOf(edition, method));
  const target = wanted ?? (isDecided(session) ? 'county' : 'resource-allocation');
  const context = newContext(session, target);
  const outcome = context.outcome();
  const numbers: NumberSensitivity[] = [];
  const answers: AnswerSensitivity[] = [];
  const missing: MissingSensitivity[] = [];
  let school: SchoolContext | null = null;
  for (const cell of cellsToTry(context, outcome)) {
    if (!isWanted(cell.schoolId, cell.key)) continue;
    if (cell.unit !== null && school?.place !== cell.unit) school = schoolContext(context, cell.unit);
    const own = cell.unit === null ? null : school;
    const stands = outcome === 'unmet' && standsWhatever(context, own, cell);
    const number = numberCell(cell);
    if (cell.text === null) missing.push(tryMissing(context, own, cell, number));
    else if (number === null)
      answers.push({ ...nameOf(cell), value: cell.text, flips: stands ? [] : tryOptions(context, cell) });
    else numbers.push(tryNumber(context, own, number, cell.text, stands));
  }
  return {
    target,
    outcome,
    numbers: numbers.sort(byRelativeChange),
    answers: answers.sort((a, b) => rank(a.flips) - rank(b.flips)),
    missing: missing.sort((a, b) => rank(a.decides) - rank(b.decides)),
  };
}

function isDecided({ requirements }: CountySession): boolean {
  const code = requirements.outcome();
  return code === met || code === unmet;
}

function nameOf({ schoolId, key }: CellUnderTest): CellName {
  return { schoolId, key };
}

function tryNumber(
  context: Context,
  school: SchoolContext | null,
  cell: NumberCell,
  text: string,
  stands: boolean,
): NumberSensitivity {
  const name = { ...nameOf(cell), value: text };
  if (stands || cell.value === null) return { ...name, up: null, down: null, proven: true };
  const starts = cellStarts(context, school, cell);
  const { up, down } = nearestFlips(context, cell, cell.value, starts);
  return { ...name, up: flipOf(cell, cell.value, up), down: flipOf(cell, cell.value, down), proven: starts.proven };
}

function flipOf({ scale }: NumberCell, own: bigint, found: ValueAndOutcome | null): Flip | null {
  if (found === null) return null;
  const change = found.value - own;
  return {
    value: decimalOf(found.value, scale),
    change: decimalOf(change, scale),
    relativeChange: own === 0n ? null : toDouble(rational(change < 0n ? -change : change, own)),
    outcome: found.outcome,
  };
}

function tryMissing(
  context: Context,
  school: SchoolContext | null,
  cell: CellUnderTest,
  number: NumberCell | null,
): MissingSensitivity {
  if (number === null) return { ...nameOf(cell), decides: tryOptions(context, cell), proven: true };
  const starts = cellStarts(context, school, number);
  const decides = smallestDeciding(context, number, starts).map(({ value, outcome }) => ({
    value: decimalOf(value, number.scale),
    outcome,
  }));
  return { ...nameOf(cell), decides, proven: starts.proven };
}

function tryOptions(
  { session, outcome }: Context,
  { schoolId, key, item, text }: CellUnderTest,
): readonly OptionFlip[] {
  const { value } = item;
  const options = value.kind === 'choice' ? value.options : value.kind === 'flag' ? ['yes', 'no'] : [];
  const before = outcome();
  const flips = options.flatMap((option): OptionFlip[] => {
    if (option === text) return [];
    session.change(schoolId, key, option);
    const after = outcome();
    return after === before ? [] : [{ value: option, outcome: after }];
  });
  session.change(schoolId, key, text);
  return flips;
}

function rank(flips: readonly OptionFlip[]): number {
  return flips.length > 0 ? 0 : 1;
}

/** Sorting keeps the order of equal ones: by school, then as the edition has its items. */
function byRelativeChange(a: NumberSensitivity, b: NumberSensitivity): number {
  const [one, other] = [distanceOf(a), distanceOf(b)];
  return one === other ? 0 : one < other ? -1 : 1;
}

function distanceOf({ up, down }: NumberSensitivity): number {
  const distances = [up, down].flatMap((flip) => (flip === null ? [] : [flip.relativeChange ?? Number.MAX_VALUE]));
  return Math.min(Infinity, ...distances);
}
