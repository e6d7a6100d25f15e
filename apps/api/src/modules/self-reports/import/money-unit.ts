import { readFigure } from './read-figure.ts';
import type { SchoolRow } from './read-rows.ts';
import type { ProblemSink } from './problem-sink.ts';
import { TEN_THOUSAND_YUAN, YUAN } from './figure-units.ts';
import type { FigureUnit } from './figure-units.ts';
import type { FigureColumn } from './table-plan.ts';

/** Equipment per pupil is some hundreds to tens of thousands of yuan; beyond these bounds a reading is not believed. */
const LEAST_YUAN_PER_PUPIL = 100;
const MOST_YUAN_PER_PUPIL = 100_000;

/**
 * The unit of a money column. Stated in the header or title it holds; the size of the figures is only compared with it. Where
 * nothing is stated the size decides if one reading alone is possible (元 and 万元 are four powers of ten apart), and the person
 * is told; else the file is refused: a wrong guess would fail or pass every school.
 */
export function moneyUnitOf(column: FigureColumn, schools: readonly SchoolRow[], sink: ProblemSink): FigureUnit | null {
  const place = {
    file: schools[0]?.file ?? '',
    sheet: schools[0]?.sheet ?? '',
    column: column.letters,
    item: column.item.id,
  };
  const perPupil = medianPerPupil(column, schools);
  if (column.unit !== null) {
    if (perPupil !== null && column.item.id === 'equipment-value') {
      const yuan = perPupil * 10 ** (column.unit.shift + 4);
      const other = column.unit.id === 'yuan' ? TEN_THOUSAND_YUAN : YUAN;
      const otherYuan = perPupil * 10 ** (other.shift + 4);
      if (!isPlausible(yuan) && isPlausible(otherYuan)) {
        sink.add('warning', 'unit_looks_wrong', place, {
          unit: column.unit.id,
          otherUnit: other.id,
          header: column.header,
        });
      }
    }
    return column.unit;
  }
  if (!schools.some((school) => school.cells.get(column)?.cell != null)) return TEN_THOUSAND_YUAN;
  const possible =
    perPupil === null || column.item.id !== 'equipment-value'
      ? []
      : [YUAN, TEN_THOUSAND_YUAN].filter((unit) => isPlausible(perPupil * 10 ** (unit.shift + 4)));
  if (possible.length === 1) {
    sink.add('warning', 'unit_assumed', place, { unit: possible[0]!.id, header: column.header });
    return possible[0]!;
  }
  sink.add('error', 'unit_not_stated', place, { header: column.header });
  return null;
}

function isPlausible(yuan: number): boolean {
  return yuan >= LEAST_YUAN_PER_PUPIL && yuan <= MOST_YUAN_PER_PUPIL;
}

/** Doubles will do: this judges a size, it computes no figure. */
function medianPerPupil(column: FigureColumn, schools: readonly SchoolRow[]): number | null {
  const ratios = schools.flatMap((school) => {
    const cell = school.cells.get(column)?.cell;
    const reading = cell == null ? null : readFigure(cell);
    const pupils = pupilsOf(school);
    if (reading?.kind !== 'figure' || reading.unit !== null || pupils <= 0) return [];
    return [Number(reading.decimal) / pupils];
  });
  const positive = ratios.filter((ratio) => ratio > 0 && Number.isFinite(ratio)).toSorted((a, b) => a - b);
  return positive.length === 0 ? null : positive[Math.floor(positive.length / 2)]!;
}

function pupilsOf(school: SchoolRow): number {
  let sum = 0;
  for (const [column, { cell }] of school.cells) {
    if (column.item.id !== 'pupils' || cell === null) continue;
    const reading = readFigure(cell);
    if (reading.kind === 'figure') sum += Number(reading.decimal);
  }
  return sum;
}
