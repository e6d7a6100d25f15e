import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.ts';
import { Database } from '../../src/platform/database/database.ts';

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = new Database(testDatabase.dataSource);
});
afterAll(() => testDatabase.drop());

test('every foreign key has an index that begins with its columns', async () => {
  const bare = await database.query<{ constraint: string }>(`
    SELECT c.conrelid::regclass || '.' || c.conname AS constraint
      FROM pg_constraint c
     WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
       AND NOT EXISTS (
         SELECT 1 FROM pg_index i
          WHERE i.indrelid = c.conrelid AND i.indpred IS NULL
            AND (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
            AND (i.indkey::int2[])[0:cardinality(c.conkey) - 1] <@ c.conkey)
     ORDER BY 1`);
  expect(bare).toEqual([]);
});

test('constraints and indexes have names of ours', async () => {
  const unnamed = await database.query<{ name: string }>(`
    SELECT conname AS name FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'u', 'p') AND conrelid <> 'migrations'::regclass
       AND conname !~ '_(pkey|fkey|key|check)$'
    UNION ALL
    SELECT relname FROM pg_class WHERE relkind = 'i' AND relnamespace = 'public'::regnamespace
       AND relname !~ '_(pkey|key|idx)$' AND relname NOT LIKE 'PK\\_%'`);
  expect(unnamed).toEqual([]);
});

test('every instant is stored with its zone', async () => {
  const bare = await database.query<{ column: string }>(`
    SELECT table_name || '.' || column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'timestamp without time zone'`);
  expect(bare).toEqual([]);
});

test('what is append-only says so to everybody who writes', async () => {
  const guarded = await database.query<{ table: string }>(`
    SELECT DISTINCT event_object_table AS table FROM information_schema.triggers
     WHERE event_manipulation = 'DELETE' ORDER BY 1`);
  expect(guarded.map((row) => row.table)).toEqual([
    'audit_entries',
    'cell_revisions',
    'consolidation_data_sets',
    'consolidation_limits',
    'consolidation_resolutions',
    'consolidation_runs',
    'consolidations',
    'county_entry_revisions',
    'county_report_events',
    'data_sets',
    'editions',
    'evaluation_runs',
    'evidence_decisions',
    'feedback_letter_corrections',
    'inspection_draws',
    'inspection_schools',
    'opinion_documents',
    'opinion_events',
    'opinion_receipts',
    'opinions',
    'rectification_events',
    'rectification_states',
    'regular_visits',
    'report_comments',
    'report_events',
    'review_decisions',
    'visit_entry_revisions',
    'visit_events',
  ]);
});
