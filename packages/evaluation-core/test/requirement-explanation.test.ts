import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editionById, evaluateCounty, explainer } from '../src/index.ts';
import type { Cells, DataSet, Edition, EvaluationOptions, ExplanationNode } from '../src/index.ts';
import { recheck, recheckChanged } from './fixtures/recheck/recheck.ts';
import { wholeTree } from './fixtures/recheck/tree.ts';
import { runs } from './fixtures/runs.ts';
import { wholeCounty } from './fixtures/whole-county.ts';

const found = editionById('cn-2017-quality-balance');
if (found === undefined) throw new Error('edition missing');
const edition: Edition = found;
const options = { evaluationDate: '2026-11-22' };

/** The county that meets everything, with some cells of some reports changed, emptied or garbled. */
const spoiltCounty: fc.Arbitrary<DataSet> = fc
  .record({
    county: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }),
    schools: fc.array(fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 }), { minLength: 6, maxLength: 6 }),
    campus: fc.boolean(),
  })
  .map(({ county, schools, campus }) => {
    const whole = wholeCounty();
    return {
      ...whole,
      county: { cells: spoilt(whole.county?.cells ?? {}, county) },
      schools: whole.schools.map((school, index) => ({
        ...school,
        // The village school may be a campus of the first one.
        ...(campus && school.schoolId === 'd-village' ? { parentSchoolId: 'a-primary', countedAsSchool: false } : {}),
        cells: spoilt(school.cells, schools[index] ?? []),
      })),
    };
  });

const otherValues = ['', '', '0', '1', '7', '96', '2600', 'yes', 'no', '约20间', '0.5', '2024-02-30'];

function spoilt(cells: Cells, changes: readonly (readonly [number, number])[]): Cells {
  const keys = Object.keys(cells);
  const changed = changes.map(
    ([key, value]) => [keys[key % keys.length] ?? '', otherValues[value % otherValues.length] ?? ''] as const,
  );
  return Object.fromEntries(
    Object.entries({ ...cells, ...Object.fromEntries(changed) }).filter(([, value]) => value !== ''),
  );
}

/** Every special rule on. */
const relaxed: Edition = {
  ...edition,
  specialRules: edition.specialRules.map((rule) => ({ ...rule, enabled: true, validUntil: null })),
};

/** Every special rule on, and whether it still counts is not known where the day of the evaluation is not. */
const ways: readonly (readonly [string, Edition, EvaluationOptions])[] = [
  ['as shipped', edition, options],
  ['with every special rule on', relaxed, options],
  [
    'with special rules whose window is not known to be open',
    { ...relaxed, specialRules: relaxed.specialRules.map((rule) => ({ ...rule, validUntil: '2030-12-31' })) },
    {},
  ],
];

describe('explanation of requirements', () => {
  test.each(ways)('every node is computed again by code that shares nothing with the core: %s', (_, own, options) => {
    fc.assert(
      fc.property(spoiltCounty, (dataSet) => {
        const faults = recheck(own, dataSet, wholeTree(own, dataSet, options), options);
        if (faults.length > 0) throw new Error(faults.join('\n'));
      }),
      runs(25),
    );
  });

  test.each(ways)('what a node says cannot be changed without the recheck saying so: %s', (_, own, options) => {
    const kinds = new Set(['requirement', 'requirement-school', 'requirement-part', 'amount']);
    const seen = new Set<string>();
    fc.assert(
      fc.property(spoiltCounty, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 12 }), (dataSet, places) => {
        const nodes = wholeTree(own, dataSet, options);
        const candidates = [...nodes.values()].filter((node) => kinds.has(node.kind));
        for (const [place, which] of places) {
          const node = candidates[place % candidates.length];
          const lies = node === undefined ? [] : falsified(node);
          const [name, lie] = lies[which % Math.max(1, lies.length)] ?? [];
          if (name === undefined || lie === undefined) continue;
          seen.add(`${lie.kind} ${name}`);
          const found = recheckChanged(own, dataSet, nodes, lie, options).length > 0;
          expect([name, lie.path, found]).toEqual([name, lie.path, true]);
        }
      }),
      runs(8),
    );
    expect(seen.size).toBeGreaterThan(12);
  });

  test('says the same as the evaluation', () => {
    fc.assert(
      fc.property(spoiltCounty, (dataSet) => {
        const result = evaluateCounty(relaxed, dataSet, options);
        const at = explainer(relaxed, dataSet, options);
        for (const each of result.county.requirements) {
          const { requirementId: id, outcome, complete, measured, parts, schools } = each;
          expect(at(`requirement/${id}`)).toMatchObject({
            outcome,
            complete,
            ...(measured === null ? {} : { value: measured.value }),
          });
          for (const part of parts) expect(at(`part/${id}/${part.part}`).outcome).toBe(part.outcome);
          for (const school of schools?.open ?? []) {
            const path = [`requirement/${id}/${school.schoolId}`, ...(school.stage === null ? [] : [school.stage])];
            expect(at(path.join('/'))).toMatchObject({ outcome: school.outcome, facts: { reason: school.reason } });
          }
        }
      }),
      runs(25),
    );
  });

  test('goes down to the cells of the county report and of the schools', () => {
    const at = explainer(edition, wholeCounty(), options);
    expect(at('part/G11/backbone')).toMatchObject({
      kind: 'requirement-part',
      outcome: 'met',
      exact: '20',
      formula: {
        template: 'share',
        expression: '100 * 6 / 30',
        comparison: { relation: '>=', limit: '20', holds: true },
      },
      cells: [
        { schoolId: '', key: 'rotated-backbone-teachers', value: '6' },
        { schoolId: '', key: 'rotated-teachers', value: '30' },
      ],
    });
    expect(at('amount/E1/part')).toMatchObject({
      formula: { template: 'total-of-schools', expression: '95 + 95' },
      children: ['amount/E1/part.0/b-junior', 'amount/E1/part.0/c-nine-year'],
    });
    expect(at('amount/E1/part.0/b-junior')).toMatchObject({ formula: { expression: '(97 - 5) + 3' }, exact: '95' });
    expect(at('part/G3/music/c-nine-year').children).toEqual(['amount/G3/music.right/c-nine-year']);
    expect(at('amount/G3/music.right/c-nine-year')).toMatchObject({
      formula: {
        template: 'rounded-up',
        expression: '((38 + 25) / 12) + 0.75',
        comparison: { relation: '<', limit: '6.25', holds: true },
      },
      exact: '6',
    });
    expect(at('requirement/G5').children).toContain('requirement/G5/c-nine-year/junior');
    expect(at('requirement/P1')).toMatchObject({ exact: '10', formula: { expression: '2026 - 2015 - 1' } });
  });

  test.each([
    'requirement/none',
    'requirement/G3/none',
    'requirement/G5/a-primary/junior',
    'requirement/G1/a-primary',
    'part/G11',
    'part/G11/none',
    'part/G3/music',
    'part/G11/backbone/a-primary',
    'amount/E1/part.9',
    'amount/E1/part.0',
    'amount/E1/part/b-junior',
    'amount/E1/part.0/none',
    'amount/G3/music.right.x/a-primary',
    'point/G1/none',
    'part/none/x',
  ])('%s has no node', (path) => {
    expect(explainer(edition, wholeCounty(), options)(path).kind).toBe('not-found');
  });
});

/** The same node with one lie in it. */
function falsified(node: ExplanationNode): readonly (readonly [string, ExplanationNode])[] {
  const lies: [string, ExplanationNode][] = [['complete', { ...node, complete: !node.complete }]];
  if (node.outcome !== null) {
    lies.push(['outcome', { ...node, outcome: node.outcome === 'met' ? 'unmet' : 'met' }]);
  }
  if (node.exact !== null) lies.push(['exact', { ...node, exact: `${node.exact}1` }]);
  if (node.bounds !== null) lies.push(['bounds', { ...node, bounds: { ...node.bounds, low: '123456789' } }]);
  const [cell, ...cells] = node.cells;
  if (cell !== undefined)
    lies.push(['cell', { ...node, cells: [{ ...cell, value: `77${cell.value ?? ''}` }, ...cells] }]);
  return lies;
}
