import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who and what beside each changed cell: an item and a kind together are found without looking at every change of the item. */
export class AuditTrailCells1763000042000 implements MigrationInterface {
  readonly name = 'AuditTrailCells1763000042000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is searched by is made again from the entries.
      TRUNCATE audit_trail, audit_trail_cells, audit_trail_progress;
      ALTER TABLE audit_trail_cells ADD COLUMN action text NOT NULL, ADD COLUMN person_id text;
      CREATE INDEX audit_trail_cells_action_idx ON audit_trail_cells (item, action, at, entry_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX audit_trail_cells_action_idx;
      ALTER TABLE audit_trail_cells DROP COLUMN action, DROP COLUMN person_id;
    `);
  }
}
