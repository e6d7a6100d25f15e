import type { CountyEvaluation, IndicatorEvaluation, SchoolStageEvaluation } from '../evaluation.ts';
import type { DataSet, StageId } from '../items/cells.ts';
import { rationalOf } from '../quantities/display.ts';
import { compare } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { schoolTypeOf } from '../standards/applicable-cells.ts';
import type { Edition } from '../standards/edition.ts';

/** Where a value stands among similar schools: the best quarter, the last quarter, or between. More would tell of the others. */
export const peerPlaces = ['upper', 'middle', 'lower'] as const;
export type PeerPlace = (typeof peerPlaces)[number];

/** The place of one indicator of one school-stage. `schools` counts those compared, itself included. */
export interface PeerPlaceOfIndicator {
  readonly schoolId: string;
  readonly stage: StageId;
  readonly indicatorId: string;
  readonly place: PeerPlace;
  readonly schools: number;
}

/** Fewer schools than this are not compared: each could tell the others' values. */
export const fewestPeers = 5;

interface Entry {
  readonly school: SchoolStageEvaluation;
  readonly indicator: IndicatorEvaluation;
  readonly value: Rational;
}

/**
 * The place of every school-stage among those of the same stage and school type (学校类型) in the county, by indicator, compared exactly.
 * Nothing for an indicator without a better side, a value that is not known, or a group of fewer than `fewestPeers`. Equal values have
 * the same place. `dataSet` is the one that was evaluated.
 */
export function placesAmongPeers(
  edition: Edition,
  dataSet: DataSet,
  { schoolStages }: Pick<CountyEvaluation, 'schoolStages'>,
): readonly PeerPlaceOfIndicator[] {
  const types = new Map(dataSet.schools.map(({ schoolId, cells }) => [schoolId, schoolTypeOf(edition, cells)?.id]));
  const groups = new Map<string, Entry[]>();
  for (const school of schoolStages) {
    const type = types.get(school.schoolId);
    for (const indicator of school.indicators) {
      const value = indicator.exact === null ? undefined : rationalOf(indicator.exact);
      if (type === undefined || value === undefined || indicator.comparator === null) continue;
      const key = JSON.stringify([type, school.stage, indicator.indicatorId]);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ school, indicator, value }]);
      else group.push({ school, indicator, value });
    }
  }
  return [...groups.values()].filter((group) => group.length >= fewestPeers).flatMap(placesIn);
}

function placesIn(group: readonly Entry[]): readonly PeerPlaceOfIndicator[] {
  const bestFirst = group.toSorted((a, b) =>
    a.indicator.comparator === 'at-most' ? compare(a.value, b.value) : compare(b.value, a.value),
  );
  const places: PeerPlaceOfIndicator[] = [];
  for (let better = 0; better < bestFirst.length;) {
    const first = bestFirst[better];
    const end = bestFirst.findIndex((each, at) => at > better && compare(each.value, first?.value ?? each.value) !== 0);
    const equals = bestFirst.slice(better, end === -1 ? undefined : end);
    const place = placeOf(better, equals.length, group.length);
    for (const { school, indicator } of equals) {
      const { schoolId, stage } = school;
      places.push({ schoolId, stage, indicatorId: indicator.indicatorId, place, schools: group.length });
    }
    better += equals.length;
  }
  return places;
}

/** By the middle of the ranks that equal values share, so that they stand together. */
function placeOf(better: number, equal: number, all: number): PeerPlace {
  const rank = 4 * better + 2 * equal;
  return rank < all ? 'upper' : rank > 3 * all ? 'lower' : 'middle';
}
