import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { editions } from '@junheng/evaluation-core';
import { cataloguePage } from '../../src/cli/catalogue-page.ts';

test('the committed catalogue of indicators is the one of the shipped editions', () => {
  const committed = readFileSync(new URL('../../../../docs/indicator-catalogue.md', import.meta.url), 'utf8');
  // `pnpm --filter @junheng/api catalogue` writes it.
  expect(committed === cataloguePage(editions)).toBe(true);
});

test('it names every indicator, requirement and item, and the certainty of each source', () => {
  const page = cataloguePage(editions);
  const ids = editions.flatMap((edition) =>
    [...edition.indicators, ...edition.requirements, ...edition.items, ...edition.countyItems].map(({ id }) => id),
  );
  expect(ids.filter((id) => !page.includes(`| ${id} |`))).toEqual([]);
  const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.includes('---'));
  expect(rows.filter((row) => / [ABCU] \|$/.test(row)).length).toBeGreaterThan(ids.length);
});
