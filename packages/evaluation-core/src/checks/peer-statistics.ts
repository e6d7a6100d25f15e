import { cellKey } from '../items/cells.ts';
import type { DataSet, StageId } from '../items/cells.ts';
import { exactText } from '../quantities/decimal.ts';
import { rationalOf } from '../quantities/display.ts';
import { add, compare, divide, rational, subtract, sum } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { schoolTypeOf } from '../standards/applicable-cells.ts';
import type { CheckRule, PeerMeasure } from '../standards/check-rule.ts';
import type { Edition } from '../standards/edition.ts';
import { checkInput } from './check-input.ts';
import { reportedAmount } from './reported-amounts.ts';

/** The middle and the spread of one measure over the schools of one type; exact decimals or fractions. */
export interface PeerValue {
  readonly count: number;
  readonly median: string;
  /** Median of the absolute deviations from the median (MAD). */
  readonly mad: string;
  /** Mean of the absolute deviations from the median: used where more than half of the schools report the same and the MAD is 0. */
  readonly meanDeviation: string;
}

/** By measure (`pupils-per-teacher`), for measures by stage with the stage (`pupils-per-class.junior`). */
export type PeersOfType = Readonly<Record<string, PeerValue>>;

/** By school type. Groups too small to hide a school are not in it. */
export interface PeerStatistics {
  readonly types: Readonly<Record<string, PeersOfType>>;
}

interface Group {
  readonly minimum: number;
  readonly values: Rational[];
}

export type PeerRule = Extract<CheckRule, { readonly kind: 'peer-position' }>;

export function peerKey(measure: PeerMeasure, stage: StageId | null): string {
  return cellKey(measure.id, stage);
}

/** Where a measure is looked at in a school of these stages. */
export function peerStages(measure: PeerMeasure, stages: readonly StageId[]): readonly (StageId | null)[] {
  return measure.stages === null ? [null] : measure.stages.filter((stage) => stages.includes(stage));
}

/**
 * What the schools of each type report, for `checkReport`: from any data set of the same edition, as a rule last year's. Campuses that
 * are not counted as schools stay out. The order of the schools changes nothing.
 */
export function peerStatistics(edition: Edition, dataSet: DataSet): PeerStatistics {
  const rules = edition.checks.filter((rule): rule is PeerRule => rule.kind === 'peer-position');
  const byType = new Map<string, Map<string, Group>>();
  for (const school of dataSet.schools) {
    const type = schoolTypeOf(edition, school.cells);
    if (!school.countedAsSchool || type === undefined || rules.length === 0) continue;
    const input = checkInput(edition, school.cells, {});
    const groups = byType.get(type.id) ?? new Map<string, Group>();
    byType.set(type.id, groups);
    for (const { measures, minimumSchools } of rules) {
      for (const measure of measures) {
        for (const stage of peerStages(measure, input.stages)) {
          const value = reportedAmount(input, measure.value, stage);
          if (value === null) continue;
          const key = peerKey(measure, stage);
          const group = groups.get(key) ?? { minimum: minimumSchools, values: [] };
          group.values.push(value);
          groups.set(key, group);
        }
      }
    }
  }
  const types: Record<string, PeersOfType> = {};
  for (const type of [...byType.keys()].sort()) {
    const groups = [...(byType.get(type) ?? [])].filter(([, { minimum, values }]) => values.length >= minimum);
    if (groups.length > 0)
      types[type] = Object.fromEntries(
        groups.map(([key, { values }]) => [key, peerValue(values)] as const).sort(byKey),
      );
  }
  return { types };
}

function byKey([a]: readonly [string, PeerValue], [b]: readonly [string, PeerValue]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function peerValue(values: readonly Rational[]): PeerValue {
  const median = medianOf(values);
  const deviations = values.map((value) => distance(value, median));
  return {
    count: values.length,
    median: exactText(median),
    mad: exactText(medianOf(deviations)),
    meanDeviation: exactText(divide(sum(deviations), rational(BigInt(values.length), 1n))),
  };
}

/** Of at least one value; between the two middle ones of an even number. */
function medianOf(values: readonly Rational[]): Rational {
  const sorted = values.toSorted(compare);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? rational(0n, 1n);
  if (sorted.length % 2 === 1) return upper;
  return divide(add(upper, sorted[sorted.length / 2 - 1] ?? upper), rational(2n, 1n));
}

export function distance(a: Rational, b: Rational): Rational {
  const difference = subtract(a, b);
  return difference.n < 0n ? { n: -difference.n, d: difference.d } : difference;
}

/** Undefined for what is no number: statistics may have been stored and read back. */
export function readPeerValue(
  value: PeerValue,
): { readonly median: Rational; readonly mad: Rational; readonly meanDeviation: Rational } | undefined {
  const [median, mad, meanDeviation] = [value.median, value.mad, value.meanDeviation].map(rationalOf);
  if (median === undefined || mad === undefined || meanDeviation === undefined) return undefined;
  return { median, mad, meanDeviation };
}
