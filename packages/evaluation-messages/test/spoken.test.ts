import { describe, expect, test } from '@jest/globals';
import { checkReport, editionById, evaluateCounty, explainer } from '@junheng/evaluation-core';
import type { Cells, DataSet, SchoolRecord } from '@junheng/evaluation-core';
import { languages, text } from '../src/index.ts';

const edition = editionById('cn-2017-quality-balance');
if (edition === undefined) throw new Error('no edition');

const school = (schoolId: string, cells: Cells): SchoolRecord => ({
  schoolId,
  code: schoolId,
  name: schoolId,
  parentSchoolId: null,
  countedAsSchool: true,
  cells: { ownership: 'public', locale: 'town', ...cells },
});

const facilities = {
  'teaching-rooms-area': '6000',
  'indoor-sports-rooms-area': '500',
  'gymnasium-area': '500',
  'sports-field-area': '8000',
  'equipment-value': '300.5',
  'multimedia-classrooms': '30',
};

const primary = {
  'pupils.primary': '900',
  'teachers-associate.primary': '5',
  'teachers-bachelor.primary': '40',
  'teachers-master.primary': '1',
  'teachers-doctor.primary': '0',
  'backbone-teachers.primary': '9',
  'pe-and-arts-teachers.primary': '9',
};

/** Split, aggregated, out of scope, incomplete: every sentence an explanation can contain occurs. */
const county: DataSet = {
  countyCode: '999999',
  countyName: '示例县（虚构）',
  county: {
    cells: {
      'basic-balance-recognised-on': '2015-12-31',
      'monitoring-stays-high': 'yes',
      'moral-education-grade': 'fair',
      'rotated-teachers': '30',
      'rotation-eligible-teachers': '350',
    },
  },
  schools: [
    school('primary', { 'school-type': 'primary', ...primary, ...facilities }),
    school('nine-year', { 'school-type': 'nine-year', 'pupils.junior': '410', ...primary, ...facilities }),
    school('village', {
      'school-type': 'primary',
      locale: 'rural',
      'pupils.primary': '80',
      'classes.primary': '6',
      'public-funds-budget': '8',
    }),
    school('tiny', { 'school-type': 'teaching-point', 'pupils.primary': '12' }),
    school('special', { 'school-type': 'special-education' }),
    school('vocational', { 'school-type': 'vocational' }),
    school('empty', { 'school-type': 'primary', 'pupils.primary': '0' }),
    school('unknown', {}),
  ],
};

describe.each(languages)('in %s', (language) => {
  test('every node of an explanation speaks, with all its numbers', () => {
    const open = ['county'];
    const seen = new Set<string>();
    const templates = new Set<string>();
    const at = explainer(edition, county, {});
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const node = at(path);
      expect(text(language, `node.${node.kind}`)).not.toBe('');
      if (node.formula !== null) {
        templates.add(node.formula.template);
        expect(text(language, `formula.${node.formula.template}`, node.formula.numbers)).not.toContain('{');
      }
      if (typeof node.facts['reason'] === 'string' && node.outcome !== 'not-applicable') {
        expect(text(language, `reason.${node.facts['reason']}`, node.facts)).not.toContain('{');
      }
      open.push(...node.children);
    }
    expect([...templates].sort()).toEqual([
      'aggregate',
      'all-must-hold',
      'answer',
      'at-least-m-of-n',
      'coefficient-of-variation',
      'compared',
      'computed-amount',
      'per-pupil',
      'pupils-sum',
      'rounded-up',
      'share',
      'share-of-total',
      'signed-sum',
      'total-of-schools',
      'weighted-share',
    ]);
  });

  test('every reason for being out of scope speaks', () => {
    const { outOfScope, dataProblems } = evaluateCounty(edition, county);
    expect(outOfScope.length).toBeGreaterThan(3);
    for (const { reason, facts } of outOfScope)
      expect(text(language, `out-of-scope.${reason}`, facts)).not.toContain('{');
    for (const { kind } of dataProblems) expect(text(language, `data-problem.${kind}`)).not.toBe('');
  });

  test('every check that can fail in a report speaks, with all its facts', () => {
    const found = new Set<string>();
    for (const [cells, lastYear] of spoiltReports) {
      const context = lastYear === null ? { peers } : { lastYear, peers };
      for (const { messageKey, hintKey, facts, ruleId } of checkReport(edition, cells, context)) {
        found.add(ruleId);
        expect(text(language, messageKey, facts)).not.toContain('{');
        expect(text(language, hintKey, facts)).not.toContain('{');
      }
    }
    expect(edition.checks.map((check) => check.id).filter((id) => !found.has(id))).toEqual([]);
  });
});

const nineYear = { 'school-type': 'nine-year', ownership: 'public', locale: 'rural', 'pupils.primary': '100' };

const peers = {
  types: { 'nine-year': { 'pupils-per-teacher': { count: 9, median: '15', mad: '1', meanDeviation: '1' } } },
};

const small = { 'pupils.junior': '0', 'pupils.primary': '60', 'largest-class.primary': '12' };

const spoiltReports: readonly (readonly [Cells, Cells | null])[] = [
  [{}, null],
  [
    {
      ...nineYear,
      'pupils.junior': '60',
      'multimedia-classrooms': '约20间',
      'graduates.senior': '3',
      'rented-venue-area': '3',
      'teachers-above-required-degree.primary': '50',
      'teachers-associate.primary': '1',
      'teachers-bachelor.primary': '1',
      'teachers-master.primary': '1',
      'teachers-doctor.primary': '1',
      'teachers-above-required-degree.junior': '2',
      'teachers-bachelor.junior': '30',
      'backbone-teachers.primary': '30',
      'full-time-teachers': '20',
      'certified-teachers': '21',
      'teachers-360-hours': '22',
      'pe-teachers.primary': '30',
      'teaching-rooms-area': '100',
      'indoor-sports-rooms-area': '200.5',
      'gymnasium-area': '300',
      'classes.primary': '3',
      'classes-1-to-25.primary': '1',
      'classes-26-to-30.primary': '1',
      'classes-31-to-35.primary': '0',
      'classes-36-to-40.primary': '0',
      'classes-41-to-45.primary': '0',
      'classes-46-to-50.primary': '0',
      'classes-51-to-55.primary': '0',
      'classes-56-to-60.primary': '0',
      'classes-61-to-65.primary': '0',
      'classes-66-and-over.primary': '0',
      'largest-class.primary': '33',
      'classes.junior': '0',
      'largest-class.junior': '90',
      'pupils-in-zone.primary': '101',
      'migrant-pupils': '200',
      'music-rooms': '1',
      'music-rooms-96-and-over': '2',
      'fine-art-rooms': '1',
      'fine-art-rooms-90-and-over': '2',
      'public-funds-budget': '10',
      'training-funds-budget': '11.5',
      'equipment-value': '99999',
      'entry-pupils.junior': '20',
      'transferred-in.junior': '1',
      'transferred-out.junior': '5',
      'deceased.junior': '21',
      'graduates.junior': '20',
    },
    { 'pupils.junior': '20', 'equipment-value': '0' },
  ],
  [{ ...nineYear, 'pupils.junior': '60', 'classes.junior': '2', 'largest-class.junior': '29' }, null],
  [{ ...nineYear, 'pupils.junior': '0', 'backbone-teachers.junior': '1' }, null],
  [{ ...nineYear, 'pupils.junior': '60', 'full-time-teachers': '2', 'classes.primary': '1' }, null],
  [
    {
      ...nineYear,
      'rural-50-to-99-pupils': 'yes',
      'rural-largest-class-under-30': 'yes',
      'pupils.junior': '60',
      'largest-class.primary': '40',
    },
    null,
  ],
  [{ ...nineYear, ...small, 'rural-50-to-99-pupils': 'no', 'rural-largest-class-under-30': 'no' }, null],
  [{ ...nineYear, 'built-2010-or-before': 'yes', 'built-2016-or-before': 'no', 'founded-year': '2012' }, null],
  [{ ...nineYear, 'built-2010-or-before': 'no', 'built-2016-or-before': 'yes', 'founded-year': '2017' }, null],
  [{ ...nineYear, 'public-funds-budget': '10', 'public-funds-final': '30' }, null],
];
