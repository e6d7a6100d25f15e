import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/test-database.ts';
import { migrate } from './database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

class Slow1763000000001 implements MigrationInterface {
  readonly name = 'Slow1763000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT pg_sleep(0.4)');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('nothing to take back'));
  }
}

it('a migration may take longer than what a request asks; afterwards the connection has its limit again', async () => {
  const dataSource = new DataSource({
    type: 'postgres',
    url: database.url,
    installExtensions: false,
    migrations: [Slow1763000000001],
    migrationsTableName: 'slow_migrations',
    poolSize: 1,
    extra: { statement_timeout: 200 },
  });
  await dataSource.initialize();
  try {
    expect(await migrate(dataSource)).toEqual(['Slow1763000000001']);
    expect(await migrate(dataSource)).toEqual([]);
    const limit: unknown = await dataSource.query('SHOW statement_timeout');
    expect(limit).toEqual([{ statement_timeout: '200ms' }]);
  } finally {
    await dataSource.destroy();
  }
});
