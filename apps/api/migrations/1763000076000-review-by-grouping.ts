import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reviewer may be given the schools of an area or a school group (片区、集团). */
export class ReviewByGrouping1763000076000 implements MigrationInterface {
  readonly name = 'ReviewByGrouping1763000076000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE review_assignments
        DROP CONSTRAINT review_assignments_kind_check,
        ADD CONSTRAINT review_assignments_kind_check CHECK (kind IN ('town', 'type', 'grouping', 'section'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM review_assignments WHERE kind = 'grouping';
      ALTER TABLE review_assignments
        DROP CONSTRAINT review_assignments_kind_check,
        ADD CONSTRAINT review_assignments_kind_check CHECK (kind IN ('town', 'type', 'section'));
    `);
  }
}
