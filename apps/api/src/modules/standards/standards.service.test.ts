import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { editionsSchema } from '@junheng/api-contract';
import { editionHash, editions } from '@junheng/evaluation-core';
import { systemActor } from '../../platform/database/actor.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';
import { StandardsService } from './standards.service.ts';

describe('published editions', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(async () => api.stop());

  it('are those this release ships, each with its hash, and starting again publishes nothing twice', async () => {
    await api.app.get(StandardsService).publishShipped();
    const answer = editionsSchema.parse((await (await api.as('reporter')).get('/editions')).body);
    expect(answer.editions.map(({ id, hash }) => [id, hash])).toEqual(
      editions.map((edition) => [edition.id, editionHash(edition)]),
    );
    const [row] = await api.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_entries WHERE action = 'edition.published'`,
    );
    expect(row?.count).toBe(editions.length);
  });

  it('are never changed in the database', async () => {
    const change = api.transactions.run(systemActor('test'), (tx) => tx.execute(`UPDATE editions SET hash = 'other'`));
    await expect(change).rejects.toThrow(/never changed/);
  });

  it('stop the start of a release that ships other rules under a published id', async () => {
    await api.transactions.run(systemActor('test'), async (tx) => {
      await tx.execute('ALTER TABLE editions DISABLE TRIGGER editions_frozen');
      await tx.execute(`UPDATE editions SET hash = repeat('0', 64)`);
      await tx.execute('ALTER TABLE editions ENABLE TRIGGER editions_frozen');
    });
    await expect(api.app.get(StandardsService).publishShipped()).rejects.toThrow(/cn-2017-quality-balance/);
  });
});
