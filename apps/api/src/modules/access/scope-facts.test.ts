import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personas } from '../../../test/factories/world.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';
import { schoolsWithinFacts, Scope, SqlParameters } from './access.scope.ts';
import { GrantsRepository } from './persistence/grants.repository.ts';

describe('a scope as data', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it.each([...personas, 'everything' as const])('reaches the same schools as the scope itself: %s', async (persona) => {
    const grants = api.app.get(GrantsRepository, { strict: false });
    const scope =
      persona === 'everything'
        ? Scope.ofSystem()
        : Scope.of(persona, await grants.heldByOne(api.world.people[persona], '2026-09-10'));
    const parameters = new SqlParameters();
    const own = await api.database.query<{ id: string }>(
      `SELECT s.id FROM schools s WHERE ${scope.schools('s.id', parameters)} ORDER BY s.id`,
      parameters.values,
    );
    const asFacts = await api.database.query<{ id: string }>(
      `SELECT s.id FROM schools s, (SELECT $1::jsonb AS facts) AS w
        WHERE ${schoolsWithinFacts('s.id', 'w.facts')} ORDER BY s.id`,
      [JSON.stringify(scope.facts)],
    );
    expect(asFacts).toEqual(own);
    if (persona === 'everything') expect(own).toHaveLength(3);
  });
});
