import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a province's evaluation pays for: results were taken apart into jsonb that nobody asks inside of, and the whole content of a data
 * set was unpacked each time somebody asked how many schools are in it.
 */
export class CheaperRuns1763000098610 implements MigrationInterface {
  readonly name = 'CheaperRuns1763000098610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Kept as it was written: read whole or not at all.
      ALTER TABLE evaluation_runs ALTER COLUMN result TYPE json USING result::text::json;
      -- Schools in the data, with those whose report was not approved; and cells of the county report.
      ALTER TABLE data_sets
        ADD COLUMN school_records integer GENERATED ALWAYS AS (jsonb_array_length(content -> 'schools')) STORED,
        ADD COLUMN county_cells integer
          GENERATED ALWAYS AS (jsonb_array_length(jsonb_path_query_array(content, '$.county.cells.*'))) STORED;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE data_sets DROP COLUMN school_records, DROP COLUMN county_cells;
      ALTER TABLE evaluation_runs ALTER COLUMN result TYPE jsonb USING result::text::jsonb;
    `);
  }
}
