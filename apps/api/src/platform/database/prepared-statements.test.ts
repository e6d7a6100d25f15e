import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/test-database.ts';
import { forOnePlan } from './prepared-statements.ts';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`CREATE TEMP TABLE things AS SELECT id FROM generate_series(1, 20000) AS id;
    CREATE UNIQUE INDEX ON things (id); ANALYZE things`);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** How often a statement was planned anew in so many calls: five times at least, for PostgreSQL to know what that costs. */
async function plansIn(
  calls: number,
  name: string,
  text: string,
  elements: readonly (number | null)[],
): Promise<number> {
  for (let call = 0; call < calls; call += 1) {
    const { rowCount } = await client.query({ name, text, values: [elements] });
    expect(rowCount).toBe(1);
  }
  const { rows } = await client.query<{ custom_plans: number }>(
    'SELECT custom_plans FROM pg_prepared_statements WHERE name = $1',
    [name],
  );
  return Number(rows[0]?.custom_plans);
}

it('a statement is planned once for all calls, however few elements it is given', async () => {
  const found = 'SELECT id FROM things WHERE id = ANY ($1::integer[])';
  expect(await plansIn(9, 'found', found, forOnePlan([7], 7))).toBe(5);
  const joined = 'SELECT t.id FROM unnest($1::integer[]) AS asked (id) JOIN things t ON t.id = asked.id';
  expect(await plansIn(9, 'joined', joined, forOnePlan<number | null>([7], null))).toBe(5);
});

it('without that it is planned anew with every call', async () => {
  expect(await plansIn(9, 'bare', 'SELECT id FROM things WHERE id = ANY ($1::integer[]) AND id > 0', [7])).toBe(9);
});

it('what is enough is left as it is', () => {
  const many = Array.from({ length: 12 }, (_, index) => index);
  expect(forOnePlan(many, 0)).toEqual(many);
});
