import { describe, expect, test } from '@jest/globals';
import { cellsOf, county, school } from '../../test/fixtures/schools.ts';
import { canonicalJson, editionById, evaluateCounty, whatIf } from '../index.ts';
import type { CellEdit, DataSet, Edition } from '../index.ts';

const found = editionById('cn-2017-quality-balance');
if (found === undefined) throw new Error('edition missing');
const edition: Edition = found;

const dataSet: DataSet = county(
  school('a', cellsOf('primary', { primary: '1000' })),
  school('b', cellsOf('primary', { primary: '1000' })),
  school('c', cellsOf('junior', { junior: '1000' })),
);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) frozen(each);
    Object.freeze(value);
  }
  return value;
}

const edit = (schoolId: string | null, key: string, value: string | null): CellEdit => ({ schoolId, key, value });

describe('what if', () => {
  test('gives the evaluation of the edited data set and what differs because of which cells', () => {
    const before = evaluateCounty(edition, dataSet);
    const answer = whatIf(edition, frozen(structuredClone(dataSet)), [edit('a', 'multimedia-classrooms', '0')]);
    expect(answer.refused).toEqual([]);
    expect(canonicalJson(answer.evaluation)).toBe(canonicalJson(evaluateCounty(edition, answer.dataSet)));
    expect(answer.dataSet.schools.map((each) => each.cells['multimedia-classrooms'])).toEqual(['0', '30', '30']);
    const { comparison } = answer;
    expect(comparison.resourceAllocation).toEqual({
      before: { outcome: 'met', complete: true },
      after: { outcome: 'unmet', complete: true },
    });
    expect(comparison.indicators.map((each) => [each.school.before, each.stage, each.indicatorId])).toEqual([
      ['a', 'primary', 'R7'],
    ]);
    expect(comparison.indicators[0]?.becauseOf?.cells).toEqual([
      { school: { before: 'a', after: 'a' }, key: 'multimedia-classrooms', before: '30', after: '0' },
    ]);
    expect(comparison.cvs.map((each) => [each.stage, each.indicatorId, each.before?.cv, each.after?.cv])).toEqual([
      ['primary', 'R7', before.resourceAllocation.stages[0]?.cvs[6]?.cv, expect.any(Number)],
    ]);
  });

  test('reads what a person types, and null empties a cell', () => {
    const answer = whatIf(edition, dataSet, [
      edit('a', 'teaching-rooms-area', ' ７，５００．５０ '),
      edit('b', 'equipment-value', null),
    ]);
    expect(answer.refused).toEqual([]);
    expect(answer.dataSet.schools[0]?.cells['teaching-rooms-area']).toBe('7500.5');
    expect(Object.hasOwn(answer.dataSet.schools[1]?.cells ?? {}, 'equipment-value')).toBe(false);
    expect(answer.evaluation.resourceAllocation.complete).toBe(false);
  });

  test('refuses what cannot stand, each with its reason, and answers with the rest', () => {
    const answer = whatIf(edition, county(...dataSet.schools, school('c', {})), [
      edit('a', 'pupils.primary', '12.5'),
      edit('a', 'teaching-rooms-area', '1.234'),
      edit('a', 'teaching-rooms-area', '-1'),
      edit('a', 'teaching-rooms-area', 'many'),
      edit('a', 'teaching-rooms-area', ' '),
      edit('a', 'school-type', 'castle'),
      edit('a', 'towers', '1'),
      edit('a', 'pupils', '1'),
      edit('a', 'constructor', '1'),
      edit('nobody', 'pupils.primary', '1'),
      edit('c', 'pupils.primary', '1'),
      edit(null, 'pupils.primary', '1'),
      edit('a', 'equipment-value', '1'),
      edit('a', 'equipment-value', '2'),
    ]);
    expect(answer.refused.map((each) => each.problem)).toEqual([
      'not-an-integer',
      'too-fine',
      'negative',
      'not-a-number',
      'empty',
      'not-an-option',
      'unknown-cell',
      'unknown-cell',
      'unknown-cell',
      'unknown-school',
      'ambiguous-school',
      'unknown-cell',
      'edited-twice',
    ]);
    expect(answer.refused[0]).toEqual({
      schoolId: 'a',
      key: 'pupils.primary',
      value: '12.5',
      problem: 'not-an-integer',
    });
    expect(answer.dataSet.schools[0]?.cells['equipment-value']).toBe('1');
  });

  test('the order of the edits changes no byte; no edits change nothing', () => {
    const edits = [
      edit('a', 'equipment-value', '1'),
      edit('a', 'gymnasium-area', '2'),
      edit('b', 'pupils.primary', '3'),
    ];
    const [one, other] = [whatIf(edition, dataSet, edits), whatIf(edition, dataSet, [...edits].reverse())];
    expect(canonicalJson([one.evaluation, one.comparison])).toBe(canonicalJson([other.evaluation, other.comparison]));
    const none = whatIf(edition, dataSet, [edit(null, 'pupils', null)]);
    expect(none.comparison.same).toBe(true);
    expect(none.dataSet).toEqual(dataSet);
  });

  test('an evaluation that the caller has is not computed again', () => {
    const before = evaluateCounty(edition, dataSet, { split: 'reported-by-stage' });
    const edits = [edit('a', 'multimedia-classrooms', '0')];
    const options = { split: 'reported-by-stage' } as const;
    expect(canonicalJson(whatIf(edition, dataSet, edits, { ...options, before }))).toBe(
      canonicalJson(whatIf(edition, dataSet, edits, options)),
    );
  });
});
