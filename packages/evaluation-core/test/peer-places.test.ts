import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluateCounty, fewestPeers, placesAmongPeers } from '../src/index.ts';
import type { DataSet, PeerPlaceOfIndicator } from '../src/index.ts';
import { countyArbitrary } from './fixtures/county-arbitrary.ts';
import { shippedEdition } from './fixtures/editions.ts';
import { cellsOf, county, school } from './fixtures/schools.ts';

const edition = shippedEdition('cn-2017-quality-balance');

function places(dataSet: DataSet): readonly PeerPlaceOfIndicator[] {
  return placesAmongPeers(edition, dataSet, evaluateCounty(edition, dataSet));
}

/** Primary schools of 100 pupils with so many PE teachers each. */
function withPeTeachers(...counts: readonly number[]): DataSet {
  const cells = cellsOf('primary', { primary: '100' });
  return county(
    ...counts.map((count, index) =>
      school(`s${index}`, { ...cells, 'pe-teachers.primary': String(count), 'music-teachers.primary': '0' }),
    ),
  );
}

const ofPe = (dataSet: DataSet) =>
  places(dataSet)
    .filter(({ indicatorId }) => indicatorId === 'R3')
    .map(({ schoolId, place }) => `${schoolId} ${place}`)
    .sort();

describe('the place of a school among similar ones', () => {
  test('is the best quarter, the last quarter or between', () => {
    expect(ofPe(withPeTeachers(1, 2, 3, 4, 5, 6, 7, 8))).toEqual([
      's0 lower',
      's1 lower',
      's2 middle',
      's3 middle',
      's4 middle',
      's5 middle',
      's6 upper',
      's7 upper',
    ]);
  });

  test('is the same for equal values', () => {
    expect(ofPe(withPeTeachers(3, 3, 3, 3, 3))).toEqual(['s0', 's1', 's2', 's3', 's4'].map((id) => `${id} middle`));
  });

  test('is not told where fewer than five schools are compared', () => {
    expect(fewestPeers).toBe(5);
    expect(ofPe(withPeTeachers(1, 2, 3, 4))).toEqual([]);
    expect(ofPe(withPeTeachers(1, 2, 3, 4, 5))).not.toEqual([]);
  });

  test('is the same in whatever order the schools stand, and always of five or more', () => {
    fc.assert(
      fc.property(countyArbitrary({ missing: 30, maximumSchools: 14 }), (dataSet) => {
        const told = places(dataSet);
        expect(told.every(({ schools }) => schools >= fewestPeers)).toBe(true);
        const turned = places({ ...dataSet, schools: dataSet.schools.toReversed() });
        expect(new Set(turned.map((each) => JSON.stringify(each)))).toEqual(
          new Set(told.map((each) => JSON.stringify(each))),
        );
      }),
      { numRuns: 20 },
    );
  });
});
