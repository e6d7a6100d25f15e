import { describe, expect, test } from '@jest/globals';
import { evaluateCounty, explainer } from '../src/index.ts';
import type { Cells, DataSet } from '../src/index.ts';
import { shippedEdition } from './fixtures/editions.ts';
import { school } from './fixtures/schools.ts';
import { wholeSchool } from './fixtures/whole-county.ts';

const shipped = shippedEdition('cn-2017-quality-balance');
/** 走教教师 count, if the window of the special rule is open. */
const edition = {
  ...shipped,
  specialRules: shipped.specialRules.map((rule) =>
    rule.id === 'visiting-pe-and-arts-teachers' ? { ...rule, enabled: true, validUntil: '2026-12-31' } : rule,
  ),
};

const path = 'quantity/main/primary/R3';
const visiting = ['pe', 'music', 'fine-art', 'arts'].map((subject) => `visiting-${subject}-teachers.primary`);

/** A school whose primary stage is empty, and its campus with a hundred primary pupils and two teachers of PE. */
function merged(ofEmptyStage: Cells): DataSet {
  const rural = { 'rural-50-to-99-pupils': 'yes' };
  const notAsked = Object.entries(wholeSchool('nine-year', 'rural', { junior: 100 }, rural)).filter(
    ([key]) => !key.endsWith('.primary'),
  );
  const campus = wholeSchool('primary', 'rural', { primary: 100 }, rural);
  return {
    countyCode: '990001',
    countyName: 'Fictional county',
    schools: [
      school('main', { ...Object.fromEntries(notAsked), 'pupils.primary': '0', ...ofEmptyStage }),
      {
        ...school('campus', { ...campus, ...Object.fromEntries(visiting.map((key) => [key, '0'])) }),
        parentSchoolId: 'main',
        countedAsSchool: false,
      },
    ],
  };
}

const bounds = (ofEmptyStage: Cells, evaluationDate?: string) => {
  const { exact, bounds, complete, cells } = explainer(edition, merged(ofEmptyStage), { evaluationDate })(path);
  return { exact, bounds, complete, listed: cells.map((cell) => `${cell.schoolId} ${cell.key}`) };
};

describe('a stage without pupils in a school that a campus is merged into', () => {
  test('is asked nothing, by the standard or by a special rule that may count', () => {
    expect(bounds({})).toMatchObject({ exact: '2', bounds: null, complete: true });
    expect(bounds({}, '2026-06-01')).toMatchObject({ exact: '2', complete: true });
    expect(bounds({}).listed.filter((cell) => cell.startsWith('main'))).toEqual([]);
  });

  test('what it reported all the same counts, and may count where it is not known whether the rule does', () => {
    const more = { 'pe-teachers.primary': '1', 'visiting-pe-teachers.primary': '3' };
    expect(bounds(more, '2026-06-01')).toMatchObject({ exact: '6', complete: true });
    expect(bounds(more, '2027-06-01')).toMatchObject({ exact: '3', complete: true });
    expect(bounds(more)).toMatchObject({ exact: null, bounds: { low: '3', high: '6' } });
    expect(bounds(more).listed).toContain('main visiting-pe-teachers.primary');
  });

  test('what cannot be read there is missing, not nothing', () => {
    const garbled = { 'pe-teachers.primary': '约3人' };
    expect(bounds(garbled, '2026-06-01')).toMatchObject({ exact: null, bounds: { low: '2', high: null } });
    const primary = evaluateCounty(edition, merged(garbled)).schoolStages.find((each) => each.stage === 'primary');
    const taught = primary?.indicators.find((each) => each.indicatorId === 'R3');
    expect(taught?.missing).toContain('pe-teachers.primary');
  });
});
