import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applicableCells, checkReport, editionById } from '../src/index.ts';
import type { Cells, Edition } from '../src/index.ts';
import { without } from './fixtures/schools.ts';

const found = editionById('cn-2017-quality-balance');
if (found === undefined) throw new Error('edition missing');
const edition: Edition = found;

const bands = [
  '1-to-25',
  '26-to-30',
  '31-to-35',
  '36-to-40',
  '41-to-45',
  '46-to-50',
  '51-to-55',
  '56-to-60',
  '61-to-65',
  '66-and-over',
];

/** A primary school without a single finding: 400 pupils in 10 classes of 40. */
const clean: Cells = {
  ...Object.fromEntries(
    applicableCells(edition, { 'school-type': 'primary', 'pupils.primary': '400', locale: 'rural' }).map((cell) => [
      cell.key,
      cell.item.value.kind === 'number' ? '0' : cell.item.value.kind === 'flag' ? 'no' : '',
    ]),
  ),
  'school-type': 'primary',
  ownership: 'public',
  locale: 'rural',
  'founded-year': '1956',
  'pupils.primary': '400',
  'migrant-pupils': '12',
  'pupils-in-zone.primary': '400',
  'classes.primary': '10',
  'classes-36-to-40.primary': '10',
  'largest-class.primary': '40',
  'full-time-teachers': '25',
  'teachers-associate.primary': '8',
  'teachers-bachelor.primary': '15',
  'teachers-master.primary': '1',
  'backbone-teachers.primary': '5',
  'certified-teachers': '25',
  'teachers-360-hours': '25',
  'pe-teachers.primary': '2',
  'music-teachers.primary': '1',
  'fine-art-teachers.primary': '1',
  'teaching-rooms-area': '2200.5',
  'indoor-sports-rooms-area': '200',
  'gymnasium-area': '200',
  'sports-field-area': '3000',
  'equipment-value': '90.5',
  'multimedia-classrooms': '10',
  'music-rooms': '1',
  'music-rooms-96-and-over': '1',
  'fine-art-rooms': '1',
  'fine-art-rooms-90-and-over': '1',
  'public-funds-budget': '30',
  'public-funds-final': '30',
  'training-funds-budget': '1.5',
};
const rulesOf = (cells: Cells, lastYear?: Cells) =>
  checkReport(edition, cells, lastYear === undefined ? {} : { lastYear }).map((each) => each.ruleId);
const changed = (overrides: Cells) => rulesOf({ ...clean, ...overrides });

test('a clean report has no finding', () => {
  expect(checkReport(edition, clean)).toEqual([]);
});

test('findings name rule, severity, cells and facts', () => {
  expect(checkReport(edition, without(clean, 'equipment-value'))).toEqual([
    {
      ruleId: 'required',
      severity: 'hard',
      cells: ['equipment-value'],
      messageKey: 'check.required',
      hintKey: 'check.required.hint',
      facts: { item: 'equipment-value', stage: null },
    },
  ]);
});

describe('each rule', () => {
  test.each<readonly [string, Cells]>([
    ['readable', { 'equipment-value': '90,5' }],
    ['applicable', { 'pupils.junior': '5' }],
    ['applicable', { 'no-such-item': '5' }],
    ['class-bands-sum', { 'classes.primary': '11' }],
    ['class-bands-capacity', { 'pupils.primary': '401', 'pupils-in-zone.primary': '401' }],
    ['class-bands-capacity', { 'pupils.primary': '359', 'pupils-in-zone.primary': '359' }],
    ['classes-zero', { 'classes.primary': '0', 'classes-36-to-40.primary': '0' }],
    ['max-class-above-students', { 'largest-class.primary': '401' }],
    ['max-class-below-average', { 'largest-class.primary': '39' }],
    ['largest-class-in-bands', { 'largest-class.primary': '41' }],
    ['largest-class-in-bands', { 'classes-36-to-40.primary': '9', 'classes-46-to-50.primary': '1' }],
    ['pupils-in-zone-within-pupils', { 'pupils-in-zone.primary': '401' }],
    ['migrant-pupils-within-pupils', { 'migrant-pupils': '401' }],
    ['degrees-within-full-time', { 'teachers-bachelor.primary': '17' }],
    ['more-backbone-teachers-than-plausible', { 'backbone-teachers.primary': '9999' }],
    ['subject-teachers-within-full-time', { 'pe-teachers.primary': '24' }],
    ['certified-within-full-time', { 'certified-teachers': '26' }],
    ['trained-within-full-time', { 'teachers-360-hours': '26' }],
    ['indoor-sports-within-teaching-rooms', { 'indoor-sports-rooms-area': '2200.51' }],
    ['gymnasium-within-indoor-sports', { 'gymnasium-area': '200.01' }],
    ['music-rooms-by-size', { 'music-rooms-73-to-96': '1' }],
    ['fine-art-rooms-by-size', { 'fine-art-rooms': '0' }],
    ['training-funds-within-budget', { 'training-funds-budget': '30.000001' }],
    ['aggregate-differs', { 'teachers-above-required-degree.primary': '25' }],
    ['implausible', { 'founded-year': '1066' }],
    ['implausible', { 'sports-field-area': '99999999' }],
    ['implausible', { 'sports-field-area': '80000.01' }],
    ['implausible', { 'pupils.primary': '10001' }],
    ['zero-students-with-resources', { 'pupils.primary': '0' }],
  ])('%s: %j', (rule, overrides) => {
    expect(changed(overrides)).toContain(rule);
  });

  test.each<readonly [string, Cells]>([
    ['aggregate-differs', { 'teachers-above-required-degree.primary': '24' }],
    ['indoor-sports-within-teaching-rooms', { 'indoor-sports-rooms-area': '2200.5' }],
    ['training-funds-within-budget', { 'training-funds-budget': '30' }],
    ['implausible', { 'sports-field-area': '80000' }],
    ['max-class-below-average', { 'largest-class.primary': '40' }],
    ['degrees-within-full-time', { 'teachers-bachelor.primary': '16' }],
  ])('%s is silent at its limit: %j', (rule, overrides) => {
    expect(changed(overrides)).not.toContain(rule);
  });

  test('aggregates beside incomplete parts', () => {
    const partial = { ...without(clean, 'teachers-doctor.primary'), 'teachers-above-required-degree.primary': '25' };
    expect(rulesOf(partial)).toEqual(['aggregate-with-partial-parts']);
    expect(rulesOf({ ...partial, 'teachers-above-required-degree.primary': '20' })).toContain('aggregate-below-parts');
  });

  test('teachers of all stages together stay within the full-time teachers', () => {
    const nineYear = {
      'school-type': 'nine-year',
      'pupils.primary': '100',
      'pupils.junior': '100',
      'full-time-teachers': '20',
      'teachers-bachelor.primary': '12',
      'teachers-bachelor.junior': '8',
    };
    expect(rulesOf(nineYear)).not.toContain('degrees-within-full-time');
    expect(rulesOf({ ...nineYear, 'teachers-bachelor.junior': '9' })).toContain('degrees-within-full-time');
  });

  test('a stage of its own may be empty; its amounts may not', () => {
    const nineYear = {
      'school-type': 'nine-year',
      'pupils.primary': '100',
      'pupils.junior': '0',
      'sports-field-area': '900',
    };
    expect(rulesOf(nineYear)).not.toContain('zero-students-with-resources');
    expect(rulesOf({ ...nineYear, 'teachers-bachelor.junior': '1' })).toContain('zero-students-with-resources');
  });

  test('junior retention', () => {
    const junior = {
      'school-type': 'junior',
      'pupils.junior': '300',
      'graduates.junior': '103',
      'entry-pupils.junior': '100',
      'transferred-in.junior': '10',
      'transferred-out.junior': '5',
      'deceased.junior': '0',
    };
    expect(rulesOf({ ...junior, 'graduates.junior': '105' })).not.toContain('retention-above-all');
    expect(rulesOf({ ...junior, 'graduates.junior': '106' })).toContain('retention-above-all');
    expect(rulesOf({ ...junior, 'transferred-out.junior': '111' })).toContain('left-within-entered');
    expect(rulesOf({ ...junior, 'deceased.junior': '101' })).toContain('deceased-within-entry');
  });
});

describe('answers that the school’s own numbers contradict', () => {
  const found = (overrides: Cells) =>
    checkReport(edition, { ...clean, ...overrides }).filter(
      (each) => each.ruleId.startsWith('rural') || each.ruleId.startsWith('built'),
    );
  const small: Cells = { 'pupils.primary': '60', 'largest-class.primary': '12', 'migrant-pupils': '0' };

  test.each<readonly [string, string, Cells]>([
    ['rural-small-school-contradicted', 'hard', { 'rural-50-to-99-pupils': 'yes' }],
    ['rural-small-school-contradicted', 'hard', { ...small, 'rural-50-to-99-pupils': 'yes', 'pupils.primary': '49' }],
    ['rural-small-school-contradicted', 'hard', { ...small, 'rural-50-to-99-pupils': 'yes', 'pupils.primary': '100' }],
    ['rural-small-school-contradicted', 'hard', { ...small, 'rural-50-to-99-pupils': 'yes', locale: 'town' }],
    ['rural-small-school-overlooked', 'information', small],
    ['rural-small-classes-contradicted', 'hard', { 'rural-largest-class-under-30': 'yes' }],
    [
      'rural-small-classes-contradicted',
      'hard',
      { 'rural-largest-class-under-30': 'yes', 'largest-class.primary': '30' },
    ],
    ['rural-small-classes-contradicted', 'hard', { ...small, 'rural-largest-class-under-30': 'yes', locale: 'urban' }],
    ['rural-small-classes-overlooked', 'information', small],
    ['built-2016-follows-from-2010', 'hard', { 'built-2010-or-before': 'yes' }],
    [
      'built-2010-before-founded',
      'soft',
      { 'built-2010-or-before': 'yes', 'built-2016-or-before': 'yes', 'founded-year': '2012' },
    ],
    ['built-2016-before-founded', 'soft', { 'built-2016-or-before': 'yes', 'founded-year': '2017' }],
  ])('%s (%s): %j', (rule, severity, overrides) => {
    expect(found(overrides).map((each) => [each.ruleId, each.severity])).toContainEqual([rule, severity]);
  });

  test.each<readonly [Cells, readonly string[]]>([
    [{}, []],
    [{ ...small, 'rural-50-to-99-pupils': 'yes', 'rural-largest-class-under-30': 'yes' }, []],
    [{ ...small, 'rural-50-to-99-pupils': 'yes', 'rural-largest-class-under-30': 'yes', 'pupils.primary': '50' }, []],
    [{ ...small, 'rural-50-to-99-pupils': 'yes', 'rural-largest-class-under-30': 'yes', 'pupils.primary': '99' }, []],
    // 农村 may mean 镇区 as well
    [{ ...small, locale: 'town', 'rural-largest-class-under-30': 'yes' }, []],
    [{ ...small, locale: 'town' }, []],
    [{ 'built-2010-or-before': 'yes', 'built-2016-or-before': 'yes' }, []],
    // one cause, one finding: the founding year
    [
      { 'built-2010-or-before': 'yes', 'built-2016-or-before': 'yes', 'founded-year': '2017' },
      ['built-2010-before-founded'],
    ],
  ])('%j: %j', (overrides, rules) => {
    expect(found(overrides).map((each) => each.ruleId)).toEqual(rules);
  });

  test('the answer stands first, then what decides, with its number', () => {
    expect(found({ 'rural-50-to-99-pupils': 'yes' })).toEqual([
      {
        ruleId: 'rural-small-school-contradicted',
        severity: 'hard',
        cells: ['rural-50-to-99-pupils', 'locale', 'pupils.primary'],
        messageKey: 'check.rural-small-school-contradicted',
        hintKey: 'check.rural-small-school-contradicted.hint',
        facts: { flag: 'rural-50-to-99-pupils', pupils: '400' },
      },
    ]);
  });

  test('what is missing decides nothing unless it cannot matter any more', () => {
    const nineYear: Cells = { 'school-type': 'nine-year', locale: 'rural', 'rural-50-to-99-pupils': 'yes' };
    const rules = (cells: Cells) => rulesOf({ ...nineYear, ...cells }).filter((each) => each.startsWith('rural'));
    expect(rules({})).toEqual([]);
    expect(rules({ 'pupils.primary': '60' })).toEqual([]);
    expect(rules({ 'pupils.primary': '60', 'pupils.junior': '39' })).toEqual([]);
    expect(rules({ 'pupils.primary': '60', 'pupils.junior': '40' })).toEqual(['rural-small-school-contradicted']);
    expect(rules({ 'pupils.primary': '100' })).toEqual(['rural-small-school-contradicted']);
    expect(rules({ 'pupils.primary': '60', 'pupils.junior': '约40' })).toEqual([]);
  });
});

describe('ratios', () => {
  test.each<readonly [string, Cells, number]>([
    ['pupils-per-teacher', { 'full-time-teachers': '10' }, 0],
    ['pupils-per-teacher', { 'full-time-teachers': '9' }, 1],
    ['pupils-per-class', { 'classes.primary': '6' }, 0],
    ['pupils-per-class', { 'classes.primary': '5' }, 1],
    ['funds-spent-of-budget', { 'public-funds-final': '45' }, 0],
    ['funds-spent-of-budget', { 'public-funds-final': '45.000001' }, 1],
    ['funds-spent-of-budget', { 'public-funds-final': '14.99' }, 1],
    ['funds-spent-of-budget', { 'public-funds-budget': '0' }, 0],
  ])('%s: %j: %i', (rule, overrides, count) => {
    expect(changed(overrides).filter((each) => each === rule)).toHaveLength(count);
  });
  test('the numbers are told, the cell to mend first', () => {
    const [first] = checkReport(edition, { ...clean, 'full-time-teachers': '8' }).filter(
      (each) => each.ruleId === 'pupils-per-teacher',
    );
    expect(first).toMatchObject({
      severity: 'soft',
      cells: ['full-time-teachers', 'pupils.primary'],
      facts: { stage: null, value: '50.00', of: '400', by: '8', bound: 'maximum', limit: '40' },
    });
  });
});

describe('against last year', () => {
  const facts = (now: string, before: string) =>
    checkReport(
      edition,
      { ...clean, 'multimedia-classrooms': now },
      { lastYear: { ...clean, 'multimedia-classrooms': before } },
    ).map((each) => each.facts);
  test('a change above 30 % needs a reason', () => {
    expect(facts('13', '10')).toEqual([]);
    expect(facts('14', '10')).toEqual([
      { item: 'multimedia-classrooms', stage: null, now: '14', before: '10', percent: '40.0' },
    ]);
    expect(facts('6', '10')).toMatchObject([{ percent: '-40.0' }]);
  });
  test('a few units are no jump, from nothing there is no percentage', () => {
    expect(facts('3', '1')).toEqual([]);
    expect(facts('10', '0')).toMatchObject([{ percent: null }]);
  });
});

test('missing values raise nothing but their absence', () => {
  fc.assert(
    fc.property(fc.subarray(Object.keys(clean).filter((key) => key !== 'school-type')), (removed) => {
      const rules = new Set(rulesOf(without(clean, ...removed)));
      rules.delete('required');
      expect([...rules]).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('nothing that can be typed makes a check throw', () => {
  const keys = [
    ...Object.keys(clean),
    ...bands.map((band) => `classes-${band}.junior`),
    'pupils.senior',
    '__proto__',
    'constructor',
    '',
  ];
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(...keys),
        fc.oneof(fc.string(), fc.constantFrom('0', '-1', '1e9', '99999999999999999', 'yes', 'nine-year', '0.001')),
      ),
      (cells) => {
        for (const each of checkReport(edition, { ...clean, ...cells }, { lastYear: cells }))
          expect(each.messageKey).toBe(`check.${each.ruleId}`);
      },
    ),
    { numRuns: 200 },
  );
});
