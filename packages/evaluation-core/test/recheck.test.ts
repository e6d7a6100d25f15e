import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ExplanationNode } from '../src/index.ts';
import { countyArbitrary } from './fixtures/county-arbitrary.ts';
import { editionVariants } from './fixtures/edition-variants.ts';
import { recheck, recheckChanged } from './fixtures/recheck/recheck.ts';
import { wholeTree } from './fixtures/recheck/tree.ts';
import { runs } from './fixtures/runs.ts';

const counties = fc.oneof(
  countyArbitrary({ missing: 0, maximumSchools: 6, relaxed: true }),
  countyArbitrary({ missing: 10, maximumSchools: 6, relaxed: true }),
  countyArbitrary({ missing: 60, garbled: 20, maximumSchools: 4, relaxed: true }),
);

describe('every node of an explanation, computed again by code that shares nothing with the core', () => {
  test.each(Object.entries(editionVariants))('%s', (_, { edition, options }) => {
    fc.assert(
      fc.property(counties, (dataSet) => {
        const faults = recheck(edition, dataSet, wholeTree(edition, dataSet, options), options);
        if (faults.length > 0) throw new Error(faults.join('\n'));
      }),
      runs(20),
    );
  });

  test('what a node says cannot be changed without the recheck saying so', () => {
    const { edition, options } = editionVariants['every kind of indicator'] ?? { edition: undefined, options: {} };
    if (edition === undefined) throw new Error('variant missing');
    const seen = new Set<string>();
    fc.assert(
      fc.property(counties, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 8 }), (dataSet, places) => {
        const nodes = wholeTree(edition, dataSet, options);
        const all = [...nodes.values()];
        for (const [place, which] of places) {
          const node = all[place % all.length];
          const changes = node === undefined ? [] : falsified(node);
          const [name, changed] = changes[which % Math.max(1, changes.length)] ?? [];
          if (name === undefined || changed === undefined) continue;
          seen.add(`${changed.kind} ${name}`);
          const found = recheckChanged(edition, dataSet, nodes, changed, options).length > 0;
          expect([name, changed.path, found]).toEqual([name, changed.path, true]);
        }
      }),
      runs(50),
    );
    expect(seen.size).toBeGreaterThan(12);
  });
});

/** The same node with one lie in it. */
function falsified(node: ExplanationNode): readonly (readonly [string, ExplanationNode])[] {
  const lies: [string, ExplanationNode][] = [];
  if (/requirement|point|amount|county/.test(node.kind)) return lies;
  if (node.outcome !== null) {
    const other = node.outcome === 'met' ? 'unmet' : 'met';
    lies.push(['outcome', { ...node, outcome: other }]);
  }
  if (node.kind !== 'indicator' || node.children.length > 0)
    lies.push(['complete', { ...node, complete: !node.complete }]);
  if (node.exact !== null) {
    lies.push(['exact', { ...node, exact: `${node.exact}1` }]);
    lies.push(['value', { ...node, value: (node.value ?? 0) * (1 + Number.EPSILON) + Number.MIN_VALUE }]);
  }
  if (node.bounds !== null) lies.push(['bounds', { ...node, bounds: { ...node.bounds, low: '123456789' } }]);
  if (node.kind === 'cv' && node.value !== null) lies.push(['value', { ...node, value: node.value + 1e-9 }]);
  const [cell, ...cells] = node.cells;
  if (cell !== undefined) {
    lies.push(['cell', { ...node, cells: [{ ...cell, value: '77' + (cell.value ?? '') }, ...cells] }]);
  }
  return lies;
}
