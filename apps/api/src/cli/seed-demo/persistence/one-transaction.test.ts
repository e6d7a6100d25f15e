import { afterEach, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase } from '../../../../test/harness/test-database.ts';
import { Database } from '../../../platform/database/database.ts';
import { inOneTransaction } from './one-transaction.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

it('what is asked for side by side goes over the one connection one after another', async () => {
  const { dataSource, drop } = await createTestDatabase({ empty: true });
  try {
    const send = pg.Client.prototype.query;
    let running = 0;
    let most = 0;
    const counted = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function query(
      this: pg.Client,
      ...parameters: unknown[]
    ) {
      running += 1;
      most = Math.max(most, running);
      const answer = Reflect.apply(send, this, parameters) as unknown;
      void Promise.resolve(answer).finally(() => (running -= 1));
      return answer as never;
    });
    const rows = await inOneTransaction(dataSource, async (shared) => {
      counted.mockClear();
      const database = new Database(shared);
      return Promise.all([1, 2, 3].map((number) => database.query('SELECT $1::int AS number', [number])));
    });
    expect(rows).toEqual([[{ number: 1 }], [{ number: 2 }], [{ number: 3 }]]);
    expect(counted.mock.calls.length).toBeGreaterThanOrEqual(3);
    expect(most).toBe(1);
  } finally {
    await drop();
  }
});
