import type { CellKey, DataSet } from '../items/cells.ts';
import { fixedText } from '../quantities/display.ts';
import { reportedNumber } from '../items/reported-number.ts';
import { compare, divide, rational, sum } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { applicableCells, schoolTypeOf } from '../standards/applicable-cells.ts';
import type { Edition } from '../standards/edition.ts';

/**
 * Where most schools of one type lie with one cell: the mean of the lower half to the mean of the upper half, two digits each. A mean of
 * three schools or more is no school's own value, which a quartile would be.
 */
export interface PeerBand {
  readonly low: string;
  readonly high: string;
  readonly schools: number;
}

/** Fewer schools than this have no band. */
const FEWEST = 5;

/**
 * By school type (学校类型) and cell, for numbers that are counted or measured; from any data set of the edition, as a rule last year's.
 * No band for fewer than five schools, nor where all are alike: either would tell single values. Campuses not counted as schools stay out.
 */
export function peerBands(
  edition: Edition,
  dataSet: DataSet,
): Readonly<Record<string, Readonly<Record<CellKey, PeerBand>>>> {
  const types = new Map<string, Map<CellKey, Rational[]>>();
  for (const { cells, countedAsSchool } of dataSet.schools) {
    const type = schoolTypeOf(edition, cells);
    if (!countedAsSchool || type === undefined) continue;
    const byCell = types.get(type.id) ?? new Map<CellKey, Rational[]>();
    types.set(type.id, byCell);
    for (const { key, item } of applicableCells(edition, cells)) {
      const value = item.value.kind === 'number' && item.unit !== 'year' ? reportedNumber(item, cells, key) : null;
      if (value === null) continue;
      const values = byCell.get(key);
      if (values === undefined) byCell.set(key, [value]);
      else values.push(value);
    }
  }
  return Object.fromEntries(
    [...types].map(([type, byCell]) => [
      type,
      Object.fromEntries(
        [...byCell].flatMap(([key, values]) => {
          const band = bandOf(values);
          return band === null ? [] : [[key, band] as const];
        }),
      ),
    ]),
  );
}

function bandOf(values: readonly Rational[]): PeerBand | null {
  const schools = values.length;
  if (schools < FEWEST) return null;
  const sorted = values.toSorted(compare);
  // Of an odd number the middle one is in both.
  const half = Math.ceil(schools / 2);
  const low = twoDigits(mean(sorted.slice(0, half)));
  const high = twoDigits(mean(sorted.slice(-half)));
  return low === high ? null : { low, high, schools };
}

function mean(values: readonly Rational[]): Rational {
  return divide(sum(values), rational(BigInt(values.length), 1n));
}

/** `12`, `4.7`, `1300`: rounded to two significant digits, below 10 to one decimal. */
function twoDigits(value: Rational): string {
  const whole = (value.n < 0n ? -value.n : value.n) / value.d;
  const beyond = whole.toString().length - 2;
  if (beyond < 0) return fixedText(value, 1).replace(/\.0$/, '');
  const unit = rational(10n ** BigInt(beyond), 1n);
  return `${fixedText(divide(value, unit), 0)}${'0'.repeat(beyond)}`;
}
