import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that nothing needs any more: first marked, a day later without their bytes. */
export class DiscardedFiles1763000055000 implements MigrationInterface {
  readonly name = 'DiscardedFiles1763000055000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- discarded_at: since when nothing needs the bytes; storing them again takes it back. deleted_at: since when they are gone
      -- from the folder. The row stays while evidence that was taken out names it.
      ALTER TABLE files ADD COLUMN discarded_at timestamptz, ADD COLUMN deleted_at timestamptz,
        ADD CONSTRAINT files_deleted_check CHECK (deleted_at IS NULL OR discarded_at IS NOT NULL);
      CREATE INDEX files_discarded_idx ON files (discarded_at) WHERE discarded_at IS NOT NULL AND deleted_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE files DROP COLUMN discarded_at, DROP COLUMN deleted_at`);
  }
}
