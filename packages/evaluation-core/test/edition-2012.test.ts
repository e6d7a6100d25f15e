import { describe, expect, test } from '@jest/globals';
import { applicableCells, checkReport, evaluateCounty, evaluateSchool } from '../src/index.ts';
import type { Cells } from '../src/index.ts';
import {
  amended,
  bureau,
  dataSet,
  national,
  outcomes,
  schoolCells,
  schools,
  shandong,
  shipped,
  stageCells,
} from './fixtures/basic-balance-county.ts';
import { golden, readCsv } from './fixtures/csv.ts';
import { near } from './fixtures/near.ts';
import { school, without } from './fixtures/schools.ts';

describe('教督〔2012〕3号', () => {
  test('gate and balance are decided from the reports, the government’s work only once its points are set', () => {
    const result = evaluateCounty(national, dataSet());
    expect(result.resourceAllocation).toMatchObject({ outcome: 'met', complete: true });
    expect(result.resourceAllocation.stages.map((each) => each.composite)).toEqual([
      { outcome: 'met', value: 0, limit: '0.65', provisional: false, boundary: false, reason: null },
      { outcome: 'met', value: 0, limit: '0.55', provisional: false, boundary: false, reason: null },
    ]);
    expect(result.resourceAllocation.stages[0]?.cvs.map((cv) => cv.indicatorId)).toEqual([
      'B1',
      'B2',
      'B3',
      'B4',
      'B5',
      'B6',
      'B7',
      'B8',
    ]);
    expect(outcomes(national, dataSet(), 'basic-school-standard', 'basic-balance', 'basic-government-work')).toEqual([
      'met',
      'met',
      'undetermined',
    ]);
    expect(result.county.requirements.find((each) => each.requirementId === 'basic-government-work')).toMatchObject({
      reason: 'to-be-set',
    });
    expect(result.county.outcome).toBe('undetermined');
  });

  test('a bureau that sets the 17 points gets a whole verdict: 85 of 100 pass, 84.99 do not', () => {
    const maxima = [6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 5, 5];
    const own = amended(
      national,
      maxima.map((maximum, index) => ({
        kind: 'points',
        requirement: 'basic-government-work',
        point: String(index + 1),
        maximum: String(maximum),
        source: bureau,
      })),
    );
    const scores = (missing: string): Cells =>
      Object.fromEntries(
        maxima.map((maximum, index) => [
          `government-score-${index + 1}`,
          index === 0 ? missing : String(index > 14 ? 0 : maximum),
        ]),
      );
    // Fifteen times 6 without the last two: 90; the first with 1 instead of 6: 85.
    for (const [first, outcome] of [
      ['1', 'met'],
      ['0.99', 'unmet'],
    ] as const) {
      const data = dataSet({ county: scores(first) });
      expect(outcomes(own, data, 'basic-government-work')).toEqual([outcome]);
      expect(evaluateCounty(own, data).county.outcome).toBe(outcome);
    }
    const { 'government-score-1': _, ...others } = scores('0');
    expect(outcomes(own, dataSet({ county: others }), 'basic-government-work')).toEqual(['undetermined']);
  });

  test('the gate: one stage of one school that does not reach its province’s standard', () => {
    const failing = schools.map((each) =>
      each.schoolId === 'c' ? { ...each, cells: { ...each.cells, 'provincial-standard-reached.junior': 'no' } } : each,
    );
    expect(outcomes(national, dataSet({ schools: failing }), 'basic-school-standard', 'basic-balance')).toEqual([
      'unmet',
      'met',
    ]);
    const result = evaluateCounty(national, dataSet({ schools: failing }));
    expect(result.schoolStages.map((each) => [each.schoolId, each.stage, each.outcome])).toEqual([
      ['a', 'primary', 'met'],
      ['b', 'junior', 'met'],
      ['c', 'primary', 'met'],
      ['c', 'junior', 'unmet'],
    ]);
    const silent = schools.map((each) => ({
      ...each,
      cells: without(each.cells, 'provincial-standard-reached.primary'),
    }));
    expect(outcomes(national, dataSet({ schools: silent }), 'basic-school-standard')).toEqual(['undetermined']);
  });

  test('民办学校 and 教学点 do not take part', () => {
    const more = [
      ...schools,
      school('p', { ...schoolCells('primary', 100, stageCells('primary', 100)), ownership: 'private' }),
      school('t', { 'school-type': 'teaching-point', ownership: 'public', 'pupils.primary': '30' }),
    ];
    const result = evaluateCounty(national, dataSet({ schools: more }));
    expect(result.outOfScope.map((each) => [each.schoolId, each.reason])).toEqual([
      ['p', 'private'],
      ['t', 'teaching-point'],
    ]);
    expect(result.resourceAllocation.stages[0]).toMatchObject({ schoolStageCount: 2, pupils: 600 });
  });

  test('a county exactly on 0.65, and one book beside it', () => {
    // Two schools of 100 pupils: all eight CVs are (33 - 7) / (33 + 7).
    const two = (more: number) =>
      [
        [33, more],
        [7, 0],
      ].map(([share = 0, books = 0], index) =>
        school(`s${index}`, {
          ...schoolCells('primary', 100, stageCells('primary', 100)),
          'teaching-rooms-area': String(share * 10),
          'gymnasium-area': '0',
          'sports-field-area': String(share * 10),
          'equipment-value': String(share),
          computers: String(share),
          books: String(share * 100 + books),
          'full-time-teachers-of-stage.primary': String(share),
          'teachers-bachelor.primary': String(share),
          'teachers-mid-level-titles.primary': String(share),
        }),
      );
    const composite = (more: number) =>
      evaluateCounty(national, dataSet({ schools: two(more) })).resourceAllocation.stages[0]?.composite;
    expect(composite(0)).toMatchObject({ outcome: 'met', value: 0.65, boundary: false });
    expect(composite(1)).toMatchObject({ outcome: 'unmet', boundary: true });
    expect(composite(-1)).toMatchObject({ outcome: 'met', boundary: false });
  });

  test('the worked example of five schools: books have a CV of 0.515257, weighted by pupils', () => {
    const five = readCsv(golden('cases/cv_worked_example_5_schools.csv')).map((row) =>
      school(row['school'] ?? '', {
        'school-type': 'primary',
        ownership: 'public',
        'pupils.primary': row['students'] ?? '',
        books: row['books'] ?? '',
      }),
    );
    const stage = evaluateCounty(national, dataSet({ schools: five })).resourceAllocation.stages[0];
    const books = stage?.cvs.find((cv) => cv.indicatorId === 'B5');
    expect(near(books?.cv, 0.515257, 1e-5)).toBe(true);
    expect(books).toMatchObject({ provisional: false, outcome: 'not-applicable', limit: '' });
    expect(stage?.composite).toMatchObject({ outcome: 'undetermined', provisional: true, reason: 'missing-cells' });
  });

  test('books of a nine-year school are divided as the printed example does, without its rounding', () => {
    const rows = new Map(
      readCsv(golden('cases/split_nine_year_example.csv')).map((row) => [row['quantity'], row['stated'] ?? '']),
    );
    const own = school('n', {
      'school-type': 'nine-year',
      ownership: 'public',
      'pupils.primary': rows.get('primary_students') ?? '',
      'pupils.junior': rows.get('junior_students') ?? '',
      books: rows.get('total_books') ?? '',
    });
    const [primary, junior] = evaluateSchool(national, own).stages.map((stage) =>
      stage.indicators.find((each) => each.indicatorId === 'B5'),
    );
    // 23226 * 166 / 397 and 23226 * 231 / 397
    expect([primary?.trace.share, junior?.trace.share]).toEqual(['166/397', '231/397']);
    expect([primary?.exact, junior?.exact]).toEqual(['23226/397', '127743/1985']);
  });

  test.each([
    ['40', '600', 'met'],
    ['40', '599', 'unmet'],
    // 0.0015 * 400100 = 600.15
    ['40.01', '600', 'unmet'],
    ['40.01', '601', 'met'],
    ['100', '1500', 'unmet'],
  ])('sample: %s 万 people and %s questionnaires', (population, sent, outcome) => {
    const data = dataSet({
      county: { 'resident-population': population, 'survey-sent': sent, 'survey-valid-parents': '211' },
    });
    expect(outcomes(national, data, 'basic-survey-sample')).toEqual([outcome]);
  });

  test('half of the valid questionnaires are parents’, and 70 % of those sent come back valid', () => {
    // 420 valid of 600 are exactly 70 %, 210 of 420 exactly half.
    expect(outcomes(national, dataSet(), 'basic-survey-sample')).toEqual(['met']);
    const fewer = { 'survey-valid-parents': '209', 'survey-valid-public': '43' };
    expect(outcomes(national, dataSet({ county: fewer }), 'basic-survey-sample')).toEqual(['unmet']);
    expect(outcomes(national, dataSet({ county: { 'survey-sent': '601' } }), 'basic-survey-sample')).toEqual(['unmet']);
  });

  test('satisfaction: 357 of 420 are 85 %; what 基本满意 counts for is a setting', () => {
    const satisfied = (parents: number, fairly: number) =>
      outcomes(
        national,
        dataSet({
          county: { 'survey-satisfied-parents': String(parents), 'survey-fairly-satisfied-parents': String(fairly) },
        }),
        'basic-satisfaction',
      );
    // 5 * 36 = 180 of the others
    expect(satisfied(177, 0)).toEqual(['met']);
    expect(satisfied(176, 0)).toEqual(['unmet']);
    expect(satisfied(176, 1)).toEqual(['undetermined']);
    expect(satisfied(100, 1)).toEqual(['unmet']);
  });

  test('the growths are shown and decide nothing', () => {
    const figures = evaluateCounty(national, dataSet()).county.requirements.filter(
      (each) => each.group === 'basic-figures',
    );
    expect(figures.map((each) => [each.requirementId, each.outcome])).toEqual([
      ['basic-three-growths', 'not-applicable'],
      ['basic-not-lower', 'not-applicable'],
      ['basic-access-figures', 'not-applicable'],
    ]);
    expect(figures[0]?.score).toMatchObject({ least: '3', greatest: '3' });
    const fallen = dataSet({ county: { 'per-pupil-public-funds.junior@1': '853' } });
    expect(
      evaluateCounty(national, fallen).county.requirements.find((each) => each.requirementId === 'basic-three-growths')
        ?.score,
    ).toMatchObject({ least: '2', greatest: '2' });
  });
});

describe.each([
  ['national', national],
  ['shandong', shandong],
] as const)('the forms of %s', (_, edition) => {
  test('items that the 2017 edition has too are the same items', () => {
    const before = new Map(shipped('cn-2017-quality-balance').items.map((item) => [item.id, item]));
    const both = edition.items.filter((item) => before.has(item.id));
    expect(both.length).toBeGreaterThan(15);
    for (const item of both) {
      const { value, unit, stages } = before.get(item.id) ?? item;
      expect([item.id, item.value, item.unit, item.stages]).toEqual([item.id, value, unit, stages]);
    }
  });

  test('a complete report has no finding that blocks it, and each check can fail', () => {
    for (const { cells } of schools) {
      const asked = applicableCells(edition, cells).map((cell) => cell.key);
      const own = Object.fromEntries(Object.entries(cells).filter(([key]) => asked.includes(key)));
      expect(checkReport(edition, own).filter((each) => each.severity === 'hard')).toEqual([]);
    }
    const spoilt: Cells = {
      ...schoolCells('primary', 100, stageCells('primary', 100)),
      'left-behind-pupils': '101',
      'boarding-pupils': '101',
      'aided-pupils': '101',
      'migrant-pupils': '101',
      'teachers-mid-level-titles.primary': '6',
      'staff-of-stage.primary': '4',
      'green-area': '2001',
      'teaching-rooms-area': '801',
      'grade-c-building-area': '500',
      'grade-d-building-area': '301',
    };
    const found = new Set(checkReport(edition, spoilt).map((each) => each.ruleId));
    expect(
      [
        'left-behind-pupils-within-pupils',
        'boarding-pupils-within-pupils',
        'aided-pupils-within-pupils',
        'migrant-pupils-within-pupils',
        'mid-level-titles-within-full-time',
        'full-time-within-staff',
        'green-area-within-land',
        'teaching-rooms-within-buildings',
        'dangerous-within-buildings',
      ].filter((id) => !found.has(id)),
    ).toEqual([]);
  });
});
