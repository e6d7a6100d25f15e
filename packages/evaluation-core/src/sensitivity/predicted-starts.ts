import type { AmountTerm } from '../indicators/member-amount.ts';
import { isOfLargestCampus } from '../indicators/stage-amount.ts';
import { splitCellKey } from '../items/cells.ts';
import { reportedNumber } from '../items/reported-number.ts';
import { decimal } from '../quantities/decimal.ts';
import { addIntervals, nothing } from '../quantities/interval.ts';
import { add, lowest, rational, subtract, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { schoolTypeOf } from '../standards/applicable-cells.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import { stagePupils } from '../schools/stage-pupils.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import type { SchoolStageAssessment } from '../verdicts/school-stage.ts';
import { unitWith } from './cell-under-test.ts';
import type { NumberCell } from './cell-under-test.ts';

/**
 * Values of a cell at which, by the rules of the core, something may begin or end: a stage with its first pupil, the scope at its least
 * number of pupils, a contradiction where a difference of parts falls below zero, another campus being the largest. (What conditions on
 * numbers add is found by their own comparisons.)
 */
export function predictedStarts(
  cell: NumberCell,
  unit: SchoolUnit,
  indexed: IndexedEdition,
  schoolStages: readonly SchoolStageAssessment[],
): readonly bigint[] {
  const places = [
    ...scopePlaces(cell, unit, indexed),
    ...schoolStages.flatMap((own) => own.indicators.flatMap((each) => each.amounts)).flatMap(placesOfAmount),
    ...placesOfLargest(),
  ];
  return [1n, ...places.flatMap((value) => startsAt(value, cell.scale))];

  function placesOfAmount(amount: SchoolStageAssessment['indicators'][number]['amounts'][number]): readonly Rational[] {
    const sums = amount.members.map(({ terms }) => ({ terms, own: terms.find(isOwn) }));
    const turns = sums.flatMap(({ terms, own }) => {
      if (own === undefined) return [];
      const stage = splitCellKey(own.cell.key).stage;
      // Each sum by itself: of the standard's parts or of what a rule adds, of a stage where stages are added up, and of all.
      const groups = [
        terms.filter((term) => term.rule === own.rule && splitCellKey(term.cell.key).stage === stage),
        terms.filter((term) => term.rule === own.rule),
        terms,
      ];
      return groups.map((group) => turnOf(group, own, zero));
    });
    if (!isOfLargestCampus(indexed, amount.quantity)) return turns;
    const totals = sums.filter(({ own }) => own === undefined).map(({ terms }) => signedSum(terms));
    return [
      ...turns,
      ...sums.flatMap(({ terms, own }) => (own === undefined ? [] : totals.map((total) => turnOf(terms, own, total)))),
    ];
  }

  function isOwn({ cell: { schoolId, key } }: AmountTerm): boolean {
    return schoolId === cell.schoolId && key === cell.key;
  }

  /** The value of the own term at which the signed sum is `total`. */
  function turnOf(terms: readonly AmountTerm[], own: AmountTerm, total: Rational): Rational {
    const rest = subtract(total, signedSum(terms.filter((term) => !isOwn(term))));
    return own.sign === 1 ? rest : subtract(zero, rest);
  }

  function placesOfLargest(): readonly Rational[] {
    if (cell.item.ofCampuses !== 'largest') return [];
    return unit.members.flatMap((member) => reportedNumber(cell.item, member.cells, cell.key) ?? []);
  }
}

/** What is missing counts as nothing: it does not say where a known part turns. */
function signedSum(terms: readonly AmountTerm[]): Rational {
  return terms.reduce((sum, { sign, value }) => {
    if (value === null) return sum;
    return sign === 1 ? add(sum, value) : subtract(sum, value);
  }, zero);
}

function scopePlaces(cell: NumberCell, unit: SchoolUnit, indexed: IndexedEdition): readonly Rational[] {
  const { edition, evaluatedStages } = indexed;
  if (cell.item.id !== edition.pupilsItem) return [];
  const type = schoolTypeOf(edition, unit.record.cells);
  const without = unitWith(unit, cell, '0');
  const others = evaluatedStages.reduce(
    (sum, id) => addIntervals(sum, stagePupils(indexed, without, id).count),
    nothing,
  );
  return edition.scope.minimumPupils
    .filter((each) => type !== undefined && each.types.includes(type.id))
    .flatMap(({ fewerThan }) =>
      [others.low, others.high].flatMap((count) => (count === null ? [] : [subtract(decimal(fewerThan), count)])),
    );
}

/** The first integers, at the scale, that are not below and that are above the value. */
function startsAt(value: Rational, scale: number): readonly bigint[] {
  const { n, d } = lowest(rational(value.n * 10n ** BigInt(scale), value.d));
  if (n < 0n) return [];
  const floor = n / d;
  return d === 1n ? [floor, floor + 1n] : [floor + 1n];
}
