import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fillProvince, pagesOf, type FilledProvince } from '../factories/province.ts';
import { statementsDuring } from '../harness/statements.ts';
import { startTestApi, type TestApi } from '../harness/test-api.ts';
import { EvaluationJobRunner } from '../../src/modules/evaluations/evaluation-job-runner.service.ts';

/*
 * The pages of a bureau over provinces of two sizes: each asks the database as often in the larger one. Counts, not times;
 * `pnpm --filter @junheng/api bench:province` measures a province of 10,000 schools.
 */

const sizes = { small: { schools: 40, largest: 20 }, large: { schools: 110, largest: 60 } } as const;
type Size = keyof typeof sizes;

describe.each(['small', 'large'] as const)('a %s province', (size) => {
  let api: TestApi;
  let province: FilledProvince;

  beforeAll(async () => {
    api = await startTestApi();
    province = await fillProvince(api.transactions, { seed: 7, counties: 2, years: [2026, 2025], ...sizes[size] });
  });
  afterAll(async () => api.stop());

  it('is evaluated as one job, and its pages are counted', async () => {
    const reviewer = await api.asPerson(province.people.provinceReviewer);
    for (const year of [2025, 2026]) {
      const asked = await reviewer.post(`/regions/${province.provinceId}/evaluation-jobs`, {
        kind: 'self-evaluation',
        year,
      });
      expect(asked.status).toBe(201);
      await api.app.get(EvaluationJobRunner).wake();
      const { id } = asked.body as { id: string };
      expect((await reviewer.get(`/evaluation-jobs/${id}`)).body).toMatchObject({ state: 'done', done: 2, refused: 0 });
    }
    const counted: Record<string, number> = {};
    for (const { who, path, name } of await pagesOf(province, (personId) => api.asPerson(personId))) {
      const by = await api.asPerson(province.people[who]);
      // The first look at the log also takes up what was sealed meanwhile.
      await by.get(path);
      let status = 0;
      const statements = await statementsDuring(api, async () => {
        ({ status } = await by.get(path));
      });
      expect([name, status]).toEqual([name, 200]);
      counted[name] = statements.length;
    }
    counts.set(size, counted);
  }, 120_000);
});

const counts = new Map<Size, Readonly<Record<string, number>>>();

it('asks the database as often in a large province as in a small one, and not often', () => {
  expect(counts.get('large')).toEqual(counts.get('small'));
  for (const [name, count] of Object.entries(counts.get('large') ?? {})) {
    expect([name, count <= 12, count]).toEqual([name, true, count]);
  }
});
