import { describe, expect, test } from '@jest/globals';
import { evaluateCounty, evaluateSchool } from '../src/index.ts';
import type { Amendment, Edition } from '../src/index.ts';
import { amended, bureau, dataSet, outcomes, schools, shandong } from './fixtures/basic-balance-county.ts';
import { school } from './fixtures/schools.ts';

describe('山东', () => {
  const standards: readonly (readonly [id: string, value: string])[] = [
    ['SD1', '20'],
    ['SD2', '2'],
    ['SD3', '8'],
    ['SD4', '8'],
    ['SD7', '20'],
    ['SD8', '30'],
    ['SD9', '10'],
    ['SD10', '50'],
  ];
  const setTo = (changes: Readonly<Record<string, string>> = {}): Edition =>
    amended(
      shandong,
      standards.flatMap(([id, value]) =>
        ['primary', 'junior'].map((stage): Amendment => ({
          kind: 'threshold',
          indicator: id,
          stage,
          value: changes[id] ?? value,
          source: bureau,
        })),
      ),
    );
  const primaryOnly = [schools[0]].flatMap((each) => each ?? []);

  test('has ten standards, 4 A, 23 B and 34 points, as many as are told', () => {
    expect(shandong.indicators.filter((each) => each.id.startsWith('SD'))).toHaveLength(10);
    const ofGovernment = shandong.dimensions.filter((each) => each.parent === 'sd-government').map((each) => each.id);
    expect(ofGovernment.filter((id) => /^sd-b\d+$/.test(id))).toHaveLength(23);
    expect(ofGovernment.filter((id) => !/^sd-b\d+$/.test(id))).toHaveLength(4);
    const card = shandong.requirements.find((each) => each.id === 'sd-government-work')?.rule;
    if (card?.kind !== 'scored') throw new Error('not scored');
    expect(card).toMatchObject({ total: '100', pass: '85' });
    expect(card.points).toHaveLength(34);
    expect(card.points.every((point) => point.maximum === null && point.source.confidence === 'U')).toBe(true);
    expect(shandong.requirements.filter((each) => each.group === 'sd-veto')).toHaveLength(4);
  });

  test('decides nothing of a school while its standards are to be set, unless an answer already fails it', () => {
    const [stage] = evaluateSchool(shandong, primaryOnly[0] ?? school('none', {})).stages;
    expect(stage).toMatchObject({ outcome: 'undetermined', reason: 'to-be-set', complete: true, metCount: 2 });
    expect(stage?.indicators.find((each) => each.indicatorId === 'SD9')).toMatchObject({
      outcome: 'undetermined',
      reason: 'to-be-set',
      value: 10,
      threshold: '',
    });
    const withoutScience = { ...primaryOnly[0]?.cells, 'science-equipment-reached.primary': 'no' };
    expect(evaluateSchool(shandong, school('a', withoutScience)).stages[0]).toMatchObject({ outcome: 'unmet' });
  });

  test('with standards set by a bureau every school is decided, on the limit and beside it', () => {
    expect(evaluateSchool(setTo(), school('a', primaryOnly[0]?.cells ?? {})).stages[0]).toMatchObject({
      outcome: 'met',
      metCount: 10,
    });
    for (const [id, beside] of [
      ['SD1', '20.01'],
      ['SD9', '9.99'],
      ['SD10', '50.01'],
    ] as const) {
      const [stage] = evaluateSchool(setTo({ [id]: beside }), school('a', primaryOnly[0]?.cells ?? {})).stages;
      expect(stage).toMatchObject({ outcome: 'unmet', metCount: 9 });
      expect(stage?.indicators.find((each) => each.outcome === 'unmet')?.indicatorId).toBe(id);
    }
  });

  test('the mean of the eight CVs is judged, the ten standards have none', () => {
    const stage = evaluateCounty(shandong, dataSet()).resourceAllocation.stages[0];
    expect(stage?.cvs).toHaveLength(8);
    expect(stage?.composite).toMatchObject({ outcome: 'met', limit: '0.65' });
  });

  test('三个增长 in each of three years: as fast as revenue is not faster, and one year is enough to fail', () => {
    expect(outcomes(shandong, dataSet(), 'sd-veto-growth')).toEqual(['met']);
    // 1000 -> 1100 is 10 %; so is 6700 -> 7370
    const asFast = { 'recurrent-revenue@2': '7370' };
    expect(outcomes(shandong, dataSet({ county: asFast }), 'sd-veto-growth')).toEqual(['unmet']);
    expect(outcomes(shandong, dataSet({ county: { 'recurrent-revenue@2': '7369.99' } }), 'sd-veto-growth')).toEqual([
      'met',
    ]);
    const still = { 'per-pupil-education-expenditure.primary@1': '9001' };
    expect(outcomes(shandong, dataSet({ county: still }), 'sd-veto-growth')).toEqual(['unmet']);
    const gap = { 'teachers-average-pay@3': '' };
    expect(outcomes(shandong, dataSet({ county: gap }), 'sd-veto-growth')).toEqual(['undetermined']);
  });

  test('the other vetoes', () => {
    const ids = ['sd-veto-safety', 'sd-veto-disability', 'sd-veto-weak-schools'];
    const answers = { 'major-accident-or-breach': 'no', 'weak-schools-improved': 'yes' };
    expect(outcomes(shandong, dataSet({ county: answers }), ...ids)).toEqual(['met', 'undetermined', 'met']);
    const bad = { 'major-accident-or-breach': 'yes', 'weak-schools-improved': 'no' };
    expect(outcomes(shandong, dataSet({ county: bad }), ...ids)).toEqual(['unmet', 'undetermined', 'unmet']);
    expect(evaluateCounty(shandong, dataSet({ county: bad })).county.outcome).toBe('unmet');
    const own = amended(shandong, [
      {
        kind: 'requirement-limit',
        requirement: 'sd-veto-disability',
        part: null,
        limit: { kind: 'constant', value: '96' },
        source: bureau,
      },
    ]);
    expect(outcomes(own, dataSet(), 'sd-veto-disability')).toEqual(['met']);
    expect(
      outcomes(own, dataSet({ county: { 'children-with-disabilities-enrolled': '47' } }), 'sd-veto-disability'),
    ).toEqual(['unmet']);
  });
});
