import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editionById, evaluateCounty, explain, explainer } from '../src/index.ts';
import type { DataSet, Edition, ExplanationNode } from '../src/index.ts';
import { countyArbitrary } from './fixtures/county-arbitrary.ts';
import { evaluateExpression, holds } from './fixtures/expression-checker.ts';
import { cellsOf, county, school, without } from './fixtures/schools.ts';
import { near } from './fixtures/near.ts';

const found = editionById('cn-2017-quality-balance');
if (found === undefined) throw new Error('edition missing');
const edition: Edition = found;

/** Every node from the county down. */
function walk(dataSet: DataSet, own: Edition = edition): readonly ExplanationNode[] {
  const at = explainer(own, dataSet, {});
  const nodes = new Map<string, ExplanationNode>();
  const open = ['county'];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (nodes.has(path)) continue;
    const node = at(path);
    nodes.set(path, node);
    open.push(...node.children);
  }
  return [...nodes.values()];
}

/** What any reader can check of a node with the expression it prints. */
function recheck(node: ExplanationNode): void {
  expect(node.kind).not.toBe('not-found');
  const { formula } = node;
  if (formula === null || formula.expression === null || formula.result === null) return;
  const value = evaluateExpression(formula.expression);
  const result = evaluateExpression(formula.result);
  expect(holds(value, '=', result)).toBe(true);
  if (node.exact !== null) expect(node.exact).toBe(formula.result);
  const double = Number(result[0]) / Number(result[1]);
  if (node.value !== null && Number.isFinite(double)) {
    const shown = node.kind === 'cv' ? node.value ** 2 : node.value;
    expect(near(shown, double, 1e-9) || Math.abs(shown - double) < 1e-15).toBe(true);
  }
  const { comparison } = formula;
  if (comparison === null) return;
  expect(holds(value, comparison.relation, evaluateExpression(comparison.limit))).toBe(comparison.holds);
  if (node.kind === 'cv' || node.kind === 'indicator') expect(node.outcome).toBe(comparison.holds ? 'met' : 'unmet');
}

/** The numbers a node uses are those of its children, and at the bottom those of the cells themselves. */
function recheckLinks(nodes: readonly ExplanationNode[], dataSet: DataSet): void {
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  for (const node of nodes) {
    for (const { schoolId, key, value } of node.cells) {
      expect(dataSet.schools.find((each) => each.schoolId === schoolId)?.cells[key] ?? null).toBe(value);
    }
    const expression = node.formula?.expression ?? null;
    if (expression === null) continue;
    const numbers = expression.match(/\d+(?:\.\d+)?(?:\/\d+(?=\)))?/g) ?? [];
    if (node.kind === 'indicator') {
      const [quantity, pupils] = node.children.map((path) => byPath.get(path));
      const [multiplier, factor, amount, divisor] = numbers;
      expect([multiplier, factor]).toEqual([node.formula?.numbers['multiplier'], node.formula?.numbers['unitFactor']]);
      expect(holds(evaluateExpression(amount ?? ''), '=', evaluateExpression(quantity?.exact ?? ''))).toBe(true);
      expect(divisor).toBe(pupils?.exact);
    }
    if (
      node.kind === 'pupils' ||
      (node.kind === 'quantity' && node.children.length === 0 && node.formula?.expression !== '0')
    ) {
      expect(new Set(numbers)).toEqual(new Set(node.cells.map((cell) => cell.value)));
      expect(numbers).toHaveLength(node.cells.length);
    }
    if (node.kind === 'cv') {
      // A teaching point of which nobody knows whether it counts has an indicator of its own and no part in the CV.
      const terms = node.children
        .map((path) => byPath.get(path))
        .filter((child) => {
          const schoolStage = byPath.get(`school/${String(child?.facts['schoolId'])}/${String(child?.facts['stage'])}`);
          return schoolStage?.facts['reason'] !== 'scope-undetermined';
        })
        .filter((child) => child?.formula?.numbers['amount'] !== null && child?.formula?.numbers['pupils'] !== null);
      expect(expression.split(' + ')).toHaveLength(terms.length);
    }
  }
}

/** Whether a teaching point counts hangs on its pupils of all stages; those of primary school are not known. */
const withOpenTeachingPoint = county(
  school('s0', cellsOf('junior', { junior: '303' })),
  school('s1', cellsOf('teaching-point', { junior: '8' })),
);

describe('explanation', () => {
  test('every number of generated counties can be checked again by code that shares nothing with the core', () => {
    fc.assert(
      fc.property(countyArbitrary({ missing: 8, maximumSchools: 6 }), (dataSet) => {
        const nodes = walk(dataSet);
        for (const node of nodes) recheck(node);
        recheckLinks(nodes, dataSet);
      }),
      { numRuns: 60, examples: [[withOpenTeachingPoint]] },
    );
  });

  test('the same holds where an edition rounds before it compares', () => {
    const rounding: Edition = {
      ...edition,
      rounding: { indicators: { kind: 'half-up', decimals: 1 }, cvs: { kind: 'half-up', decimals: 2 } },
    };
    fc.assert(
      fc.property(countyArbitrary({ missing: 0, maximumSchools: 5 }), (dataSet) => {
        for (const node of walk(dataSet, rounding)) recheck(node);
      }),
      { numRuns: 30 },
    );
  });

  test('says the same as the evaluation', () => {
    fc.assert(
      fc.property(countyArbitrary({ missing: 8, maximumSchools: 6 }), (dataSet) => {
        const result = evaluateCounty(edition, dataSet, {});
        const nodes = new Map(walk(dataSet).map((node) => [node.path, node]));
        for (const stage of result.resourceAllocation.stages) {
          expect(nodes.get(`stage/${stage.stage}`)?.outcome).toBe(stage.outcome);
          for (const cv of stage.cvs) {
            expect(nodes.get(`cv/${stage.stage}/${cv.indicatorId}`)).toMatchObject({
              outcome: cv.outcome,
              value: cv.cv,
            });
          }
        }
        for (const school of result.schoolStages) {
          expect(nodes.get(`school/${school.schoolId}/${school.stage}`)?.outcome).toBe(school.outcome);
          for (const own of school.indicators) {
            const path = `indicator/${school.schoolId}/${school.stage}/${own.indicatorId}`;
            expect(nodes.get(path)).toMatchObject({ outcome: own.outcome, value: own.value, exact: own.exact });
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('goes down to the cells', () => {
    const dataSet = county(school('a', cellsOf('nine-year', { primary: '600', junior: '400' })));
    expect(explain(edition, dataSet, {}, 'indicator/a/primary/R4')).toMatchObject({
      kind: 'indicator',
      outcome: 'met',
      formula: { template: 'per-pupil', expression: '1 * 1 * (194985/52) / 600' },
      children: ['quantity/a/primary/R4', 'pupils/a/primary'],
    });
  });

  test('missing cells are named with no value', () => {
    const dataSet = county(school('a', without(cellsOf('primary', { primary: '600' }), 'equipment-value')));
    const node = explain(edition, dataSet, {}, 'indicator/a/primary/R6');
    expect(node).toMatchObject({ outcome: 'undetermined', complete: false, value: null });
    expect(node.cells).toContainEqual({ schoolId: 'a', key: 'equipment-value', value: null });
    expect(node.cells).toContainEqual({ schoolId: 'a', key: 'pupils.primary', value: '600' });
  });

  test('a school that is out of scope is told why; an unknown address is not found', () => {
    const dataSet = county(school('a/b', { 'school-type': 'vocational' }));
    expect(explain(edition, dataSet, {}, 'school/a%2Fb/primary')).toMatchObject({
      outcome: 'not-applicable',
      facts: { reason: 'vocational' },
    });
    for (const path of [
      '',
      'nothing',
      'stage/none',
      'cv/primary',
      'indicator/x/primary/R1',
      'pupils/%E0%A4%A',
      'share/a/b',
    ]) {
      expect(explain(edition, dataSet, {}, path).kind).toBe('not-found');
    }
  });

  test('a cell that a school without pupils in the stage left out is not asked of it, and not named', () => {
    const parent = without(cellsOf('nine-year', { primary: '300', junior: '0' }), 'backbone-teachers.junior');
    const campus = cellsOf('junior', { junior: '100' }, { 'backbone-teachers.junior': '1' });
    const dataSet = county(
      school('s0', parent),
      school('s1', campus, { parentSchoolId: 's0', countedAsSchool: false }),
    );
    const node = explainer(edition, dataSet, {})('quantity/s0/junior/R2');
    expect(node.cells).toEqual([{ schoolId: 's1', key: 'backbone-teachers.junior', value: '1' }]);
    expect(node.exact).toBe('1');
  });
});
