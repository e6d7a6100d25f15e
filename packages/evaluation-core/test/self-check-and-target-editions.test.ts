import { describe, expect, test } from '@jest/globals';
import { editionById, evaluateCounty } from '../src/index.ts';
import type { Cells, CountyEvaluation, DataSet, Edition } from '../src/index.ts';

function shipped(id: string): Edition {
  const edition = editionById(id);
  if (edition === undefined) throw new Error(`${id} is shipped`);
  return edition;
}

function requirement(evaluation: CountyEvaluation, id: string) {
  const found = evaluation.county.requirements.find((each) => each.requirementId === id);
  if (found === undefined) throw new Error(`no requirement ${id}`);
  return found;
}

describe('A-B-C self-check of a school', () => {
  const edition = shipped('cn-liujiang-school-self-check');
  const codes = Array.from({ length: 15 }, (_, index) => `self-check-c${index + 1}`);
  // 鹿宜小学: 74 pupils, 9 full-time teachers, 6 with an associate degree or higher, all with the required degree.
  const luyi: Cells = {
    'school-type': 'primary',
    'pupils.primary': '74',
    ...Object.fromEntries(codes.map((code) => [code, 'yes'])),
    'transfer-payment-education-share': '60',
    'grade-d-building-area': '0',
    'full-time-teachers': '9',
    'teachers-with-required-degree': '9',
    'teachers-associate-or-higher': '6',
  };
  const of = (...schools: readonly Cells[]): DataSet => ({
    countyCode: '990000',
    countyName: '清泉县（虚构）',
    schools: schools.map((cells, index) => ({
      schoolId: `s${index}`,
      code: `s${index}`,
      name: `学校${index}`,
      parentSchoolId: null,
      countedAsSchool: true,
      cells,
    })),
  });
  const outcome = (...schools: readonly Cells[]) => evaluateCounty(edition, of(...schools)).county.outcome;

  test('has C1 to C15 under B1 to B7 (golden G034), each with its archive index', () => {
    const cs = edition.requirements.filter((each) => codes.includes(each.id));
    expect(cs).toHaveLength(15);
    const counts = Array.from({ length: 7 }, (_, index) =>
      cs.filter((each) => each.group === `self-check-b${index + 1}`),
    );
    expect(counts.map((each) => each.length)).toEqual([3, 4, 2, 1, 1, 2, 2]);
    expect(cs.filter((each) => each.evidence.length === 0)).toEqual([]);
  });
  test('is met where all is answered yes and the numbers agree', () => {
    expect(outcome(luyi)).toBe('met');
    expect(outcome(luyi, luyi)).toBe('met');
  });
  test.each(codes)('%s alone decides', (code) => {
    expect(outcome({ ...luyi, [code]: 'no' })).toBe('unmet');
    const open = Object.fromEntries(Object.entries(luyi).filter(([key]) => key !== code));
    const evaluation = evaluateCounty(edition, of(luyi, open));
    expect(evaluation.county.outcome).toBe('undetermined');
    expect(requirement(evaluation, code).missing).toEqual([{ schoolId: 's1', key: code }]);
  });
  test.each([
    ['transfer-payment-education-share', '59.99'],
    ['grade-d-building-area', '0.01'],
    ['teachers-with-required-degree', '8'],
  ])('a yes that %s = %s contradicts does not count', (key, value) => {
    expect(outcome({ ...luyi, [key]: value })).toBe('unmet');
  });
  test('shows the score and judges nothing by it, because no points are public', () => {
    const evaluation = evaluateCounty(edition, of({ ...luyi, 'self-check-c1-score': '3' }));
    expect(requirement(evaluation, 'self-check-score').outcome).toBe('not-applicable');
    expect(evaluation.county.outcome).toBe('met');
    expect(evaluation.resourceAllocation.outcome).toBe('not-applicable');
  });
});

describe('target responsibility with deductions', () => {
  const edition = shipped('cn-target-responsibility-2023');
  const good: Cells = {
    ...Object.fromEntries(
      edition.countyItems
        .filter((item) => item.id.startsWith('monitoring-'))
        .map((item) => [item.id, item.id.endsWith('-county') ? '500' : '499.99']),
    ),
    'has-first-grade-senior-high': 'yes',
    'industry-education-integration-sufficient': 'yes',
    'industry-college-progressing': 'yes',
    'teaching-results-own-profile': 'yes',
    'adult-secondary-closure-finished': 'yes',
    'vocational-conditions-asked': '5',
    'vocational-conditions-met': '5',
    'employment-rate': '96',
    'employment-rate-prefecture': '96',
    'primary-teacher-balance-score': '2',
    'assessment-rank': '10',
    'assessed-counties': '10',
  };
  const evaluate = (cells: Cells, own: Edition = edition) =>
    evaluateCounty(own, { countyCode: '990000', countyName: '清泉县（虚构）', schools: [], county: { cells } });
  const point = (evaluation: CountyEvaluation, id: string) =>
    requirement(evaluation, 'target-score').score?.points.find((each) => each.pointId === id);

  test('points that are blank in the instrument stay to be set', () => {
    const evaluation = evaluate({ ...good, 'has-first-grade-senior-high': 'no' });
    expect(point(evaluation, 'target-senior-high')).toMatchObject({ maximum: null, reason: 'to-be-set' });
    expect(requirement(evaluation, 'target-score')).toMatchObject({
      outcome: 'not-applicable',
      score: { total: '20' },
    });
  });

  /** As a bureau would publish it: 4 points to each head. */
  const withPoints: Edition = {
    ...edition,
    requirements: edition.requirements.map((each) =>
      each.rule.kind === 'scored'
        ? { ...each, rule: { ...each.rule, points: each.rule.points.map((own) => ({ ...own, maximum: '4' })) } }
        : each,
    ),
  };
  test('nothing is deducted where nothing was found, although what it would cost is still to be set', () => {
    const evaluation = evaluate(good, withPoints);
    expect(requirement(evaluation, 'target-score').score).toMatchObject({ least: '18', greatest: '18', total: '20' });
  });
  test('无一级二等以上高中扣1分', () => {
    const evaluation = evaluate({ ...good, 'has-first-grade-senior-high': 'no' }, withPoints);
    expect(point(evaluation, 'target-senior-high')).toMatchObject({ least: '3', greatest: '3' });
  });
  test.each<readonly [string, Cells]>([
    ['target-monitoring', { 'monitoring-grade-4-subject-1-county': '499.98' }],
    ['target-vocational', { 'vocational-conditions-met': '3' }],
    ['target-employment', { 'employment-rate': '95.9' }],
  ])('%s: found, and what it costs is to be set: anything from 0 to the maximum', (id, cells) => {
    expect(point(evaluate({ ...good, ...cells }, withPoints), id)).toMatchObject({
      least: '0',
      greatest: '4',
      reason: 'to-be-set',
    });
  });
  test('more conditions met than asked is a contradiction (golden G081 asks for both numbers)', () => {
    expect(evaluate({ ...good, 'vocational-conditions-met': '6' }).county.outcome).toBe('unmet');
    expect(evaluate(good).county.outcome).toBe('met');
  });
});
