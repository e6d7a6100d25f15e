import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkReport, editionById, peerStatistics } from '../src/index.ts';
import type { Cells, DataSet, Edition, PeerStatistics } from '../src/index.ts';

const found = editionById('cn-2017-quality-balance');
if (found === undefined) throw new Error('edition missing');
const edition: Edition = found;

const primary = (pupils: number, teachers: number, more: Cells = {}): Cells => ({
  'school-type': 'primary',
  'pupils.primary': String(pupils),
  'full-time-teachers': String(teachers),
  ...more,
});

function county(...reports: readonly Cells[]): DataSet {
  return {
    countyCode: '999999',
    countyName: '示例县（虚构）',
    schools: reports.map((cells, index) => ({
      schoolId: `s${index}`,
      code: `99${index}`,
      name: `示例学校${index}`,
      parentSchoolId: null,
      countedAsSchool: true,
      cells,
    })),
  };
}

/** Pupils for each teacher: 15, 16, 17, 18, 19. */
const ordinary = [15, 16, 17, 18, 19].map((ratio) => primary(ratio * 10, 10));
const unusual = (cells: Cells, peers: PeerStatistics) =>
  checkReport(edition, cells, { peers }).filter((each) => each.ruleId === 'unusual-among-peers');

describe('what schools of one type report', () => {
  test('median and MAD, exact, by type and stage', () => {
    const { types } = peerStatistics(
      edition,
      county(...ordinary, primary(20, 1, { 'school-type': 'nine-year', 'pupils.junior': '3' }), {
        'pupils.primary': '7',
      }),
    );
    expect(Object.keys(types)).toEqual(['primary']);
    expect(types['primary']).toEqual({
      'pupils-per-teacher': { count: 5, median: '17', mad: '1', meanDeviation: '1.2' },
    });
    const even = peerStatistics(edition, county(...ordinary, primary(70, 3))).types['primary'];
    expect(even?.['pupils-per-teacher']).toEqual({ count: 6, median: '17.5', mad: '1.5', meanDeviation: '37/18' });
  });

  test('measures by stage carry the stage; fewer than five schools are no group', () => {
    const nineYear = (classes: number): Cells => ({
      'school-type': 'nine-year',
      'pupils.primary': '200',
      'classes.primary': String(classes),
      'pupils.junior': '100',
      'classes.junior': '2',
    });
    const schools = [4, 5, 5, 6, 8].map(nineYear);
    expect(Object.keys(peerStatistics(edition, county(...schools)).types['nine-year'] ?? {})).toEqual([
      'pupils-per-class.junior',
      'pupils-per-class.primary',
    ]);
    expect(peerStatistics(edition, county(...schools.slice(1))).types).toEqual({});
    expect(peerStatistics(edition, county()).types).toEqual({});
  });

  test('campuses not counted as schools, missing, unreadable and impossible numbers stay out', () => {
    const dataSet = county(
      ...ordinary,
      primary(1000, 10),
      primary(10, 0),
      primary(10, 1, { 'full-time-teachers': '约3' }),
    );
    const schools = dataSet.schools.map((school, index) =>
      index === 5 ? { ...school, countedAsSchool: false } : school,
    );
    expect(peerStatistics(edition, { ...dataSet, schools })).toEqual(peerStatistics(edition, county(...ordinary)));
  });

  test('the order of the schools changes nothing; plain data', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...ordinary, primary(333, 7), primary(41, 3)], { minLength: 7 }), (shuffled) => {
        const statistics = peerStatistics(edition, county(...shuffled));
        expect(JSON.stringify(statistics)).toBe(
          JSON.stringify(peerStatistics(edition, county(...ordinary, primary(333, 7), primary(41, 3)))),
        );
        expect(JSON.parse(JSON.stringify(statistics))).toEqual(statistics);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a school among them', () => {
  const peers = peerStatistics(edition, county(...ordinary));

  test('far away needs a reason, with the numbers for it', () => {
    // 0.6745 * (34 - 17) / 1 = 11.5
    expect(unusual(primary(340, 10), peers)).toEqual([
      {
        ruleId: 'unusual-among-peers',
        severity: 'soft',
        cells: ['full-time-teachers', 'pupils.primary'],
        messageKey: 'check.unusual-among-peers',
        hintKey: 'check.unusual-among-peers.hint',
        facts: {
          measure: 'pupils-per-teacher',
          stage: null,
          value: '34.0',
          median: '17.0',
          side: 'above',
          count: 5,
          z: '11.5',
        },
      },
    ]);
    expect(unusual(primary(80, 10), peers)).toMatchObject([{ facts: { side: 'below', z: '6.1' } }]);
  });

  test('a small spread alone accuses nobody: within half of the median nothing is said', () => {
    // z = 5.4, but 25 is less than one and a half times 17
    expect(unusual(primary(250, 10), peers)).toEqual([]);
    expect(unusual(primary(255, 10), peers)).toEqual([]);
    expect(unusual(primary(256, 10), peers)).toHaveLength(1);
  });

  test('where more than half report the same, the mean deviation decides; where all do, nothing', () => {
    const same = [...Array<Cells>(4).fill(primary(170, 10)), primary(180, 10)];
    expect(peerStatistics(edition, county(...same)).types['primary']?.['pupils-per-teacher']).toMatchObject({
      mad: '0',
      meanDeviation: '0.2',
    });
    expect(unusual(primary(340, 10), peerStatistics(edition, county(...same)))).toMatchObject([
      { facts: { z: '67.8' } },
    ]);
    const equal = peerStatistics(edition, county(...Array<Cells>(5).fill(primary(170, 10))));
    expect(unusual(primary(340, 10), equal)).toEqual([]);
  });

  test('other types, missing numbers and statistics that are none say nothing', () => {
    expect(unusual({ ...primary(340, 10), 'school-type': 'junior', 'pupils.junior': '900' }, peers)).toEqual([]);
    expect(unusual({ 'school-type': 'primary', 'pupils.primary': '340' }, peers)).toEqual([]);
    expect(unusual({}, peers)).toEqual([]);
    expect(checkReport(edition, primary(340, 10)).map((each) => each.ruleId)).not.toContain('unusual-among-peers');
    const spoilt = {
      types: { primary: { 'pupils-per-teacher': { count: 5, median: 'x', mad: '1', meanDeviation: '' } } },
    };
    expect(unusual(primary(340, 10), spoilt)).toEqual([]);
    const few = {
      types: { primary: { 'pupils-per-teacher': { count: 4, median: '17', mad: '1', meanDeviation: '1' } } },
    };
    expect(unusual(primary(340, 10), few)).toEqual([]);
    expect(unusual({ ...primary(340, 10), 'school-type': 'constructor' }, peers)).toEqual([]);
  });
});
