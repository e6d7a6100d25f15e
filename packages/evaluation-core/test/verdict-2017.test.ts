import { describe, expect, test } from '@jest/globals';
import { editionById, evaluateCounty, evaluateSchool } from '../src/index.ts';
import type { CountyEvaluation, Edition, SchoolRecord } from '../src/index.ts';
import { cellsOf, county, school, without } from './fixtures/schools.ts';
import { near } from './fixtures/near.ts';

const found = editionById('cn-2017-quality-balance');
if (found === undefined) throw new Error('edition missing');
const edition: Edition = found;

const primary = cellsOf('primary', { primary: '1000' });
const stageOf = (result: CountyEvaluation, id: string) =>
  result.resourceAllocation.stages.find((stage) => stage.stage === id);
const cvOf = (result: CountyEvaluation, stage: string, id: string) =>
  stageOf(result, stage)?.cvs.find((cv) => cv.indicatorId === id);
const indicatorOf = (result: CountyEvaluation, schoolId: string, stage: string, id: string) =>
  result.schoolStages
    .find((each) => each.schoolId === schoolId && each.stage === stage)
    ?.indicators.find((each) => each.indicatorId === id);

describe('a county whose schools all pass', () => {
  const result = evaluateCounty(edition, county(school('a', primary), school('b', primary)), {});

  test('has its resource allocation met and the rest open', () => {
    expect(result.resourceAllocation).toMatchObject({ outcome: 'met', complete: true });
    expect(stageOf(result, 'primary')).toMatchObject({
      outcome: 'met',
      schoolsOutcome: 'met',
      schoolStageCount: 2,
      pupils: 2000,
    });
    expect(stageOf(result, 'junior')).toMatchObject({ outcome: 'not-applicable', schoolStageCount: 0 });
    expect(result.county).toMatchObject({ outcome: 'undetermined', complete: false });
    const decided = result.county.requirements.filter((each) => each.outcome !== 'undetermined');
    expect(decided.map((each) => [each.requirementId, each.outcome])).toEqual([
      ['R', 'met'],
      ['G4', 'met'],
      // no village school of fewer than a hundred pupils, no junior school
      ['G6', 'not-applicable'],
      ['E1', 'not-applicable'],
    ]);
  });

  test('has seven CVs of exactly zero and exact values', () => {
    expect(stageOf(result, 'primary')?.cvs.map((cv) => cv.cv)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(indicatorOf(result, 'a', 'primary', 'R6')).toMatchObject({ value: 3002.5, exact: '6005/2', outcome: 'met' });
    expect(indicatorOf(result, 'a', 'primary', 'R4')).toMatchObject({
      value: 6.4995,
      threshold: '4.5',
      floor: '3.825',
    });
  });
});

describe('the rule "at least six, the rest at 85 %" (SPEC 4.1 test vectors)', () => {
  const judge = (overrides: Readonly<Record<string, string>>) =>
    evaluateSchool(edition, school('a', cellsOf('primary', { primary: '10000' }, { ...tenfold, ...overrides })), {})
      .stages[0];
  // Ten thousand pupils, so that single heads and metres reach any share of a threshold.
  const tenfold = {
    'teachers-bachelor.primary': '500',
    'backbone-teachers.primary': '100',
    'pe-teachers.primary': '90',
    'music-teachers.primary': '0',
    'fine-art-teachers.primary': '0',
    'teaching-rooms-area': '45000',
    'indoor-sports-rooms-area': '0',
    'gymnasium-area': '0',
    'sports-field-area': '75000',
    'equipment-value': '2000',
    'multimedia-classrooms': '230',
  };
  test('all seven exactly on their thresholds', () => {
    expect(judge({})).toMatchObject({ outcome: 'met', metCount: 7 });
  });
  test('six and the seventh exactly at 85 %', () => {
    expect(judge({ 'backbone-teachers.primary': '85' })).toMatchObject({ outcome: 'met', metCount: 6, unmetCount: 1 });
  });
  test('six and the seventh at 84.99 %', () => {
    expect(judge({ 'sports-field-area': '63742.5' })).toMatchObject({ outcome: 'unmet', metCount: 6 });
    expect(judge({ 'sports-field-area': '63750' })).toMatchObject({ outcome: 'met', metCount: 6 });
  });
  test('five and two at 99 %', () => {
    expect(judge({ 'backbone-teachers.primary': '99', 'equipment-value': '1980' })).toMatchObject({
      outcome: 'unmet',
      metCount: 5,
    });
  });
  test('six and one missing: not decided, never failed', () => {
    const cells = without(cellsOf('primary', { primary: '10000' }, tenfold), 'equipment-value');
    expect(evaluateSchool(edition, school('a', cells), {}).stages[0]).toMatchObject({
      outcome: 'undetermined',
      complete: false,
      reason: 'missing-cells',
      undeterminedCount: 1,
    });
  });
  test('one missing and another below its floor: unmet whatever the missing one is', () => {
    const cells = without(
      cellsOf('primary', { primary: '10000' }, { ...tenfold, 'backbone-teachers.primary': '84' }),
      'equipment-value',
    );
    expect(evaluateSchool(edition, school('a', cells), {}).stages[0]).toMatchObject({
      outcome: 'unmet',
      complete: false,
    });
  });
});

describe('missing parts', () => {
  test('the parts present already reach the threshold', () => {
    const result = evaluateSchool(edition, school('a', without(primary, 'teachers-doctor.primary')), {});
    expect(result.stages[0]?.indicators[0]).toMatchObject({
      outcome: 'met',
      value: null,
      missing: ['teachers-doctor.primary'],
    });
    expect(result).toMatchObject({ outcome: 'met', complete: false });
  });
  test('a missing subtrahend: the difference can only be smaller', () => {
    const gross = { 'teaching-rooms-area': '3824.99' };
    const result = evaluateSchool(
      edition,
      school('a', without({ ...primary, ...gross }, 'indoor-sports-rooms-area')),
      {},
    );
    expect(result.stages[0]?.indicators[3]).toMatchObject({ outcome: 'unmet', aboveFloor: false, value: null });
    expect(result.outcome).toBe('unmet');
  });
  test('an unreadable cell is missing, not zero and not an exception', () => {
    const result = evaluateSchool(edition, school('a', { ...primary, 'multimedia-classrooms': '1e3' }), {});
    expect(result.stages[0]?.indicators[6]).toMatchObject({
      outcome: 'undetermined',
      missing: ['multimedia-classrooms'],
    });
  });
  test('pupils missing: nothing of the stage is decided', () => {
    const result = evaluateCounty(
      edition,
      county(school('a', without(primary, 'pupils.primary')), school('b', primary)),
      {},
    );
    expect(result.schoolStages[0]).toMatchObject({ outcome: 'undetermined', pupils: null });
    expect(cvOf(result, 'primary', 'R1')).toMatchObject({
      outcome: 'undetermined',
      provisional: true,
      cv: 0,
      schoolStageCount: 1,
    });
  });
  test('parts that contradict each other decide nothing', () => {
    const result = evaluateSchool(edition, school('a', { ...primary, 'indoor-sports-rooms-area': '9000' }), {});
    expect(result.stages[0]?.indicators[3]).toMatchObject({
      outcome: 'undetermined',
      reason: 'negative-quantity',
      missing: [],
    });
  });
});

describe('aggregates', () => {
  const partsOfR1 = [
    'teachers-associate.primary',
    'teachers-bachelor.primary',
    'teachers-master.primary',
    'teachers-doctor.primary',
  ];
  const r1 = (cells: Readonly<Record<string, string>>) =>
    evaluateSchool(edition, school('a', cells), {}).stages[0]?.indicators[0];
  test('stand in where no part is there', () => {
    const cells = { ...without(primary, ...partsOfR1), 'teachers-above-required-degree.primary': '42' };
    expect(r1(cells)).toMatchObject({ outcome: 'met', exact: '21/5', missing: [] });
  });
  test('stand in where some parts are there', () => {
    const cells = { ...without(primary, 'teachers-bachelor.primary'), 'teachers-above-required-degree.primary': '41' };
    expect(r1(cells)).toMatchObject({ outcome: 'unmet', exact: '41/10' });
  });
  test('lose against complete parts', () => {
    expect(r1({ ...primary, 'teachers-above-required-degree.primary': '1' })).toMatchObject({ exact: '13/2' });
  });
  test('net area without gross and indoor area', () => {
    const cells = {
      ...without(primary, 'teaching-rooms-area', 'indoor-sports-rooms-area'),
      'net-teaching-rooms-area': '4500',
    };
    expect(evaluateSchool(edition, school('a', cells), {}).stages[0]?.indicators[3]).toMatchObject({
      exact: '9/2',
      outcome: 'met',
    });
  });
});

describe('splitting of multi-stage schools', () => {
  test('the published example: 166 primary, 210 junior, 23,226 units', () => {
    const cells = cellsOf('nine-year', { primary: '166', junior: '210' }, { 'multimedia-classrooms': '23226' });
    const result = evaluateCounty(edition, county(school('a', cells)), {});
    expect(Number(indicatorOf(result, 'a', 'primary', 'R7')?.value) * 1.66).toBeCloseTo(9711.6272, 3);
    expect(Number(indicatorOf(result, 'a', 'junior', 'R7')?.value) * 2.1).toBeCloseTo(13514.3728, 3);
    expect(indicatorOf(result, 'a', 'primary', 'R7')?.trace).toMatchObject({ share: '166/397' });
    expect(indicatorOf(result, 'a', 'junior', 'R7')?.trace).toMatchObject({ share: '231/397' });
  });
  test('full middle schools share with senior pupils 1 : 1.2', () => {
    const result = evaluateCounty(
      edition,
      county(school('a', cellsOf('full-middle', { junior: '500', senior: '1000' }))),
      {},
    );
    expect(indicatorOf(result, 'a', 'junior', 'R7')?.trace.share).toBe('5/17');
    expect(result.schoolStages).toHaveLength(1);
  });
  test('twelve-year schools share 1 : 1.1 : 1.32', () => {
    const cells = cellsOf('twelve-year', { primary: '100', junior: '100', senior: '100' });
    const result = evaluateCounty(edition, county(school('a', cells)), {});
    expect(indicatorOf(result, 'a', 'primary', 'R5')?.trace.share).toBe('50/171');
    expect(indicatorOf(result, 'a', 'junior', 'R5')?.trace.share).toBe('55/171');
  });
  test('teachers are not split', () => {
    const result = evaluateCounty(
      edition,
      county(school('a', cellsOf('nine-year', { primary: '600', junior: '400' }))),
      {},
    );
    expect(indicatorOf(result, 'a', 'primary', 'R2')).toMatchObject({ exact: '2', trace: { share: null } });
    expect(indicatorOf(result, 'a', 'junior', 'R2')).toMatchObject({ exact: '3' });
  });
  test('one stage only: a school of that stage, undivided', () => {
    const result = evaluateCounty(
      edition,
      county(school('a', cellsOf('nine-year', { primary: '1000', junior: '0' }))),
      {},
    );
    expect(indicatorOf(result, 'a', 'primary', 'R7')).toMatchObject({ exact: '3', trace: { share: null } });
    expect(result.outOfScope).toEqual([
      { schoolId: 'a', stage: 'junior', reason: 'no-pupils', facts: { pupils: '0' } },
    ]);
  });
  test("another stage's pupils missing: the share is open, yet an amount too small even undivided is unmet", () => {
    const cells = without(
      cellsOf('nine-year', { primary: '1000', junior: '1' }, { 'equipment-value': '1' }),
      'pupils.junior',
    );
    const result = evaluateCounty(edition, county(school('a', cells)), {});
    expect(indicatorOf(result, 'a', 'primary', 'R7')).toMatchObject({
      outcome: 'undetermined',
      missing: ['pupils.junior'],
    });
    expect(indicatorOf(result, 'a', 'primary', 'R6')).toMatchObject({ outcome: 'unmet', aboveFloor: false });
  });
  test('reported by stage: the cells of the stage, and their names where they are missing', () => {
    const cells = cellsOf('nine-year', { primary: '1000', junior: '500' }, { 'multimedia-classrooms.primary': '20' });
    const result = evaluateCounty(edition, county(school('a', cells)), { split: 'reported-by-stage' });
    expect(indicatorOf(result, 'a', 'primary', 'R7')).toMatchObject({ exact: '2', trace: { share: null } });
    expect(indicatorOf(result, 'a', 'junior', 'R7')).toMatchObject({
      outcome: 'undetermined',
      missing: ['multimedia-classrooms.junior'],
    });
    expect(result.options).toEqual({ split: 'reported-by-stage', evaluationDate: null });
  });
  test('weighted, though only reported by stage: the parts are pooled and then divided', () => {
    const cells = {
      ...without(cellsOf('nine-year', { primary: '100', junior: '100' }), 'multimedia-classrooms'),
      'multimedia-classrooms.primary': '1',
      'multimedia-classrooms.junior': '20',
    };
    const result = evaluateCounty(edition, county(school('a', cells)), {});
    expect(indicatorOf(result, 'a', 'primary', 'R7')).toMatchObject({ exact: '10', trace: { share: '10/21' } });
  });
});

describe('scope', () => {
  const reasons = (...schools: readonly SchoolRecord[]) => evaluateCounty(edition, county(...schools), {});
  test('special-education and vocational schools are out', () => {
    const result = reasons(
      school('a', primary),
      school('s', cellsOf('special-education', { primary: '60' })),
      school('v', { 'school-type': 'vocational' }),
    );
    expect(result.outOfScope).toEqual([
      { schoolId: 's', stage: null, reason: 'special-education', facts: { schoolType: 'special-education' } },
      { schoolId: 'v', stage: null, reason: 'vocational', facts: { schoolType: 'vocational' } },
    ]);
    expect(result.resourceAllocation.outcome).toBe('met');
  });
  test('teaching points under 50 pupils are out, at 50 in; ordinary schools under 50 and private ones are in', () => {
    const result = reasons(
      school('p49', cellsOf('teaching-point', { primary: '40', junior: '9' })),
      school('p50', cellsOf('teaching-point', { primary: '50' })),
      school('small', { ...cellsOf('primary', { primary: '12' }), ownership: 'private' }),
    );
    expect(result.outOfScope).toEqual([
      {
        schoolId: 'p49',
        stage: null,
        reason: 'teaching-point-below-minimum',
        facts: { schoolType: 'teaching-point', pupils: '49', minimum: '50' },
      },
    ]);
    expect(result.schoolStages.map((each) => each.schoolId)).toEqual(['p50', 'small']);
    expect(stageOf(result, 'primary')?.pupils).toBe(62);
  });
  test('a teaching point without its pupils: scope open, and so is every CV', () => {
    const result = reasons(
      school('a', primary),
      school('p', without(cellsOf('teaching-point', { primary: '1' }), 'pupils.primary')),
    );
    expect(result.dataProblems).toEqual([{ schoolId: 'p', kind: 'pupils-missing', missing: ['pupils.primary'] }]);
    expect(result.schoolStages.find((each) => each.schoolId === 'p')).toMatchObject({
      outcome: 'undetermined',
      reason: 'scope-undetermined',
    });
    expect(cvOf(result, 'primary', 'R1')).toMatchObject({
      outcome: 'undetermined',
      reason: 'scope-undetermined',
      provisional: true,
    });
    expect(stageOf(result, 'junior')?.outcome).toBe('not-applicable');
  });
  test('a school without a type may have any stage', () => {
    const result = reasons(school('a', primary), school('x', without(primary, 'school-type')));
    expect(result.dataProblems).toEqual([{ schoolId: 'x', kind: 'school-type-missing', missing: ['school-type'] }]);
    expect(result.resourceAllocation.stages.map((stage) => stage.outcome)).toEqual(['undetermined', 'undetermined']);
  });
  test('private schools leave where an edition says so', () => {
    const publicOnly: Edition = { ...edition, scope: { ...edition.scope, includePrivate: false } };
    const cells = { ...primary, ownership: 'private' };
    expect(evaluateCounty(publicOnly, county(school('a', cells)), {}).outOfScope).toMatchObject([
      { reason: 'private' },
    ]);
    expect(evaluateCounty(publicOnly, county(school('a', without(cells, 'ownership'))), {}).dataProblems).toMatchObject(
      [{ kind: 'ownership-missing' }],
    );
  });
  test('a county without schools', () => {
    const result = reasons();
    expect(result.resourceAllocation).toMatchObject({ outcome: 'not-applicable', complete: true });
    expect(result.county.outcome).toBe('undetermined');
  });
});

describe('campuses', () => {
  const campus = (id: string, parent: string | null, cells = primary) =>
    school(id, cells, { parentSchoolId: parent, countedAsSchool: false });
  test('an uncounted campus is merged before anything is computed', () => {
    const result = evaluateCounty(edition, county(school('a', primary), campus('c', 'a')), {});
    expect(result.mergedCampuses).toEqual([{ schoolId: 'c', parentSchoolId: 'a' }]);
    expect(result.schoolStages).toHaveLength(1);
    expect(result.schoolStages[0]).toMatchObject({ schoolId: 'a', pupils: 2000 });
    expect(indicatorOf(result, 'a', 'primary', 'R7')).toMatchObject({
      exact: '3',
      trace: { amount: '60', pupils: '2000' },
    });
  });
  test('a counted campus is a school of its own', () => {
    const counted = school('c', primary, { parentSchoolId: 'a', countedAsSchool: true });
    expect(evaluateCounty(edition, county(school('a', primary), counted), {}).schoolStages).toHaveLength(2);
  });
  test('merging comes before splitting', () => {
    const junior = cellsOf('junior', { junior: '1000' });
    const result = evaluateCounty(edition, county(school('a', primary), campus('c', 'a', junior)), {});
    expect(indicatorOf(result, 'a', 'primary', 'R7')).toMatchObject({ trace: { share: '10/21', amount: '200/7' } });
    expect(indicatorOf(result, 'a', 'junior', 'R2')).toMatchObject({ exact: '6/5' });
    const byStage = evaluateCounty(edition, county(school('a', primary), campus('c', 'a', junior)), {
      split: 'reported-by-stage',
    });
    expect(indicatorOf(byStage, 'a', 'primary', 'R7')).toMatchObject({ trace: { share: null, amount: '30' } });
  });
  test('a cell missing in either makes the sum missing', () => {
    const result = evaluateCounty(
      edition,
      county(school('a', primary), campus('c', 'a', without(primary, 'equipment-value'))),
      {},
    );
    expect(cvOf(result, 'primary', 'R6')?.missing).toEqual([{ schoolId: 'c', key: 'equipment-value' }]);
  });
  test('campuses of campuses go to the top', () => {
    const result = evaluateCounty(edition, county(school('a', primary), campus('b', 'a'), campus('c', 'b')), {});
    expect(result.mergedCampuses).toEqual([
      { schoolId: 'b', parentSchoolId: 'a' },
      { schoolId: 'c', parentSchoolId: 'a' },
    ]);
  });
  test.each([
    ['parent-not-in-data-set', [campus('c', 'nowhere')]],
    ['parent-missing', [campus('c', null)]],
    ['parent-cycle', [campus('c', 'd'), campus('d', 'c')]],
    ['duplicate-school-id', [school('c', primary), school('c', without(primary, 'ownership'))]],
  ])('%s: nothing is decided over its head', (kind, schools) => {
    const result = evaluateCounty(edition, county(school('a', primary), ...schools), {});
    expect(result.dataProblems[0]).toMatchObject({ schoolId: 'c', kind });
    expect(result.resourceAllocation.outcome).toBe('undetermined');
  });
});

describe('the whole verdict', () => {
  test('is unmet as soon as the resource allocation is', () => {
    const result = evaluateCounty(edition, county(school('a', { ...primary, 'equipment-value': '0' })), {});
    expect(result.resourceAllocation.outcome).toBe('unmet');
    expect(result.county.outcome).toBe('unmet');
    expect(cvOf(result, 'primary', 'R6')).toMatchObject({ outcome: 'undetermined', reason: 'zero-mean', cv: null });
  });
  test('names what drives a CV', () => {
    const result = evaluateCounty(
      edition,
      county(school('a', primary), school('b', { ...primary, 'multimedia-classrooms': '90' })),
      {},
    );
    const cv = cvOf(result, 'primary', 'R7');
    expect(cv).toMatchObject({ cv: 0.5, outcome: 'met', boundary: false, mean: 6, standardDeviation: 3 });
    expect(cv?.contributions).toEqual([
      { schoolId: 'a', share: 0.5 },
      { schoolId: 'b', share: 0.5 },
    ]);
  });
  test('marks a CV that rounding would let pass', () => {
    // 芜湖市鸠江区 2023 prints 0.501787 for backbone teachers: unmet unrounded, met if rounded to two digits first.
    const schools = [
      school('a', { ...primary, 'multimedia-classrooms': '498213' }),
      school('b', { ...primary, 'multimedia-classrooms': '1501787' }),
    ];
    const result = cvOf(evaluateCounty(edition, county(...schools), {}), 'primary', 'R7');
    expect(near(result?.cv, 0.501787)).toBe(true);
    expect(result).toMatchObject({ outcome: 'unmet', boundary: true });
    const rounding: Edition = { ...edition, rounding: { ...edition.rounding, cvs: { kind: 'half-up', decimals: 2 } } };
    expect(cvOf(evaluateCounty(rounding, county(...schools), {}), 'primary', 'R7')).toMatchObject({ outcome: 'met' });
  });
});

describe('special rules', () => {
  const small = {
    ...cellsOf('primary', { primary: '60' }),
    'pe-teachers.primary': '0',
    'music-teachers.primary': '0',
    'fine-art-teachers.primary': '0',
  };
  const visiting = {
    ...small,
    'visiting-pe-teachers.primary': '1',
    'visiting-music-teachers.primary': '0',
    'visiting-fine-art-teachers.primary': '0',
    'visiting-arts-teachers.primary': '0',
  };
  const switched = (validUntil: string | null): Edition => ({
    ...edition,
    specialRules: edition.specialRules.map((rule) => ({ ...rule, enabled: true, validUntil })),
  });
  const r3 = (own: Edition, cells: Readonly<Record<string, string>>, evaluationDate?: string) =>
    evaluateSchool(own, school('a', cells), evaluationDate === undefined ? {} : { evaluationDate }).stages[0]
      ?.indicators[2];
  test('are off in the shipped edition', () => {
    expect(r3(edition, { ...visiting, 'rural-50-to-99-pupils': 'yes' })).toMatchObject({
      exact: '0',
      outcome: 'unmet',
    });
  });
  test('count where they are on and their condition holds', () => {
    expect(r3(switched(null), { ...visiting, 'rural-50-to-99-pupils': 'yes' })).toMatchObject({
      exact: '5/3',
      outcome: 'met',
    });
    expect(r3(switched(null), { ...visiting, 'rural-50-to-99-pupils': 'no' })).toMatchObject({ exact: '0' });
  });
  test('leave the indicator open where the condition is not reported', () => {
    expect(r3(switched(null), without(visiting, 'rural-50-to-99-pupils'))).toMatchObject({
      outcome: 'undetermined',
      missing: ['rural-50-to-99-pupils'],
    });
  });
  test('end with their window', () => {
    const cells = { ...visiting, 'rural-50-to-99-pupils': 'yes' };
    expect(r3(switched('2022-12-31'), cells, '2022-12-31')).toMatchObject({ outcome: 'met' });
    expect(r3(switched('2022-12-31'), cells, '2023-01-01')).toMatchObject({ outcome: 'unmet' });
    expect(r3(switched('2022-12-31'), cells)).toMatchObject({ outcome: 'undetermined' });
  });
});
