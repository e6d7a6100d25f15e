import { describe, expect, test } from '@jest/globals';
import {
  amendEdition,
  applicableCells,
  checkReport,
  editionById,
  evaluateCounty,
  evaluateSchool,
  validateEdition,
} from '../src/index.ts';
import type { Amendment, Cells, DataSet, Edition, Source } from '../src/index.ts';
import { golden, readCsv } from './fixtures/csv.ts';
import { near } from './fixtures/near.ts';
import { county, school, without } from './fixtures/schools.ts';

function shipped(id: string): Edition {
  const found = editionById(id);
  if (found === undefined) throw new Error(`no edition ${id}`);
  return found;
}
const national = shipped('cn-2012-basic-balance');
const shandong = shipped('cn-shandong-basic-balance');
const bureau: Source = { document: 'test bureau', clause: null, confidence: 'A', note: null };

/** One stage of a school: everything per pupil the same, so that no CV is above zero. */
function stageCells(stage: string, pupils: number, answers: Cells = {}): Cells {
  return {
    [`pupils.${stage}`]: String(pupils),
    [`full-time-teachers-of-stage.${stage}`]: String(pupils / 20),
    [`staff-of-stage.${stage}`]: String(pupils / 10),
    ...(stage === 'primary' ? { 'teachers-associate.primary': '0' } : {}),
    [`teachers-bachelor.${stage}`]: String(pupils / 40),
    [`teachers-master.${stage}`]: '0',
    [`teachers-doctor.${stage}`]: '0',
    [`teachers-mid-level-titles.${stage}`]: String(pupils / 40),
    [`provincial-standard-reached.${stage}`]: 'yes',
    [`science-equipment-reached.${stage}`]: 'yes',
    [`music-pe-art-equipment-reached.${stage}`]: 'yes',
    ...answers,
  };
}

/** Amounts by weighted pupils: 1 in primary, 1.1 in junior schools. */
function schoolCells(type: string, weighted: number, ...stages: readonly Cells[]): Cells {
  return {
    'school-type': type,
    ownership: 'public',
    ...Object.assign({}, ...stages),
    'land-area': String(weighted * 20),
    'green-area': String(weighted * 2),
    'buildings-area': String(weighted * 8),
    'teaching-rooms-area': String(weighted * 4),
    'gymnasium-area': '0',
    'sports-field-area': String(weighted * 8),
    'equipment-value': String((weighted * 2) / 10),
    computers: String(weighted / 5),
    books: String(weighted * 30),
  };
}

const schools = [
  school('a', schoolCells('primary', 400, stageCells('primary', 400))),
  school('b', schoolCells('junior', 440, stageCells('junior', 400))),
  school('c', schoolCells('nine-year', 420, stageCells('primary', 200), stageCells('junior', 200))),
];

const groups = ['parents', 'deputies', 'cppcc-members', 'principals', 'teachers', 'public'];
const survey: Cells = {
  'resident-population': '40',
  'survey-sent': '600',
  ...Object.fromEntries(
    groups.flatMap((group) => {
      const valid = group === 'parents' ? 210 : 42;
      return [
        [`survey-valid-${group}`, String(valid)],
        [`survey-satisfied-${group}`, String(group === 'parents' ? 179 : 36)],
        [`survey-fairly-satisfied-${group}`, '0'],
      ];
    }),
  ),
};

/** Four years, each a little better than the one before. */
const yearly = (key: string, ...values: readonly string[]): Cells =>
  Object.fromEntries(values.map((value, back) => [back === 0 ? key : `${key}@${back}`, value]));
const finance: Cells = {
  ...yearly('education-appropriation', '1331', '1210', '1100', '1000'),
  ...yearly('recurrent-revenue', '8690', '7965', '7300', '6700'),
  ...yearly('per-pupil-education-expenditure.primary', '9003', '9002', '9001', '9000'),
  ...yearly('per-pupil-education-expenditure.junior', '9503', '9502', '9501', '9500'),
  ...yearly('teachers-average-pay', '8.03', '8.02', '8.01', '8'),
  ...yearly('per-pupil-public-funds.primary', '653', '652', '651', '650'),
  ...yearly('per-pupil-public-funds.junior', '853', '852', '851', '850'),
};
const children: Cells = { 'children-with-disabilities': '50', 'children-with-disabilities-enrolled': '48' };
const countyCells: Cells = { ...survey, ...finance, ...children };

function dataSet(
  changes: { readonly schools?: readonly (typeof schools)[number][]; readonly county?: Cells } = {},
): DataSet {
  return { ...county(...(changes.schools ?? schools)), county: { cells: { ...countyCells, ...changes.county } } };
}

/** The outcomes of some requirements. */
function outcomes(edition: Edition, data: DataSet, ...ids: readonly string[]) {
  const { requirements } = evaluateCounty(edition, data).county;
  return ids.map((id) => requirements.find((each) => each.requirementId === id)?.outcome);
}

function amended(base: Edition, amendments: readonly Amendment[]): Edition {
  const result = amendEdition(base, { id: 'test-bureau', instrument: 'test bureau' }, amendments);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  expect(validateEdition(result.edition)).toEqual([]);
  return result.edition;
}

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
