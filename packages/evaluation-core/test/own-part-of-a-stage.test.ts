import { describe, expect, test } from '@jest/globals';
import { editionById, evaluateCounty } from '../src/index.ts';
import type { CountyEvaluation, SchoolRecord } from '../src/index.ts';

const edition = editionById('cn-2017-quality-balance')!;

/** 小学部 of a nine-year school as a table of the primary stage gives it: nothing is known of 初中部. */
const primaryPart = {
  'school-type': 'nine-year',
  'pupils.primary': '720',
  'teachers-above-required-degree.primary': '33',
  'backbone-teachers.primary': '9',
  'pe-and-arts-teachers.primary': '8',
  'net-teaching-rooms-area.primary': '3528',
  'sports-area.primary': '5832',
  'equipment-value.primary': '158.4',
  'multimedia-classrooms.primary': '18',
};

function evaluated(
  cells: Record<string, string>,
  split: 'weighted' | 'reported-by-stage' = 'weighted',
): CountyEvaluation {
  const school: SchoolRecord = {
    schoolId: 'a',
    code: 'a',
    name: 'A',
    parentSchoolId: null,
    countedAsSchool: true,
    cells,
  };
  return evaluateCounty(edition, { countyCode: '', countyName: '', schools: [school] }, { split });
}

function valuesOf(result: CountyEvaluation, stage: string): (string | null)[] {
  return result.schoolStages.find((school) => school.stage === stage)!.indicators.map((indicator) => indicator.exact);
}

describe('a school of several stages of which one table gives one stage', () => {
  test.each(['weighted', 'reported-by-stage'] as const)('%s: its figures are that part’s own', (split) => {
    const result = evaluated(primaryPart, split);
    expect(valuesOf(result, 'primary').slice(3)).toEqual(['49/10', '81/10', '2200', '5/2']);
    expect(result.schoolStages.find((school) => school.stage === 'primary')).toMatchObject({
      outcome: 'met',
      complete: true,
    });
    expect(result.resourceAllocation.stages.find((stage) => stage.stage === 'primary')!.outcome).toBe('met');
    expect(result.schoolStages.find((school) => school.stage === 'junior')).toMatchObject({ outcome: 'undetermined' });
    expect(result.resourceAllocation.outcome).toBe('undetermined');
  });

  test('the whole school’s amount, where it is known, is divided as before', () => {
    const cells = { ...primaryPart, 'pupils.junior': '720', 'multimedia-classrooms': '42' };
    expect(valuesOf(evaluated(cells), 'primary')[6]).toBe('25/9');
    expect(valuesOf(evaluated(cells, 'reported-by-stage'), 'primary')[6]).toBe('5/2');
  });

  test('both parts: pooled and divided by weight, or as reported', () => {
    const cells = { ...primaryPart, 'pupils.junior': '720', 'multimedia-classrooms.junior': '24' };
    expect(valuesOf(evaluated(cells), 'primary')[6]).toBe('25/9');
    expect(valuesOf(evaluated(cells, 'reported-by-stage'), 'primary')[6]).toBe('5/2');
  });

  test('with the pupils of the other stage known and its facilities missing nothing can be divided', () => {
    const school = evaluated({ ...primaryPart, 'pupils.junior': '720' }).schoolStages.find(
      (each) => each.stage === 'primary',
    )!;
    expect(school.indicators[6]).toMatchObject({ outcome: 'undetermined', value: null });
    expect(school.complete).toBe(false);
  });
});
