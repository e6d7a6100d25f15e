import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Small checklists of special supervision (专项督查), and projects of several teams. */
export class ChecklistsAndTeams1763000093310 implements MigrationInterface {
  readonly name = 'ChecklistsAndTeams1763000093310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A checklist is an edition that only inspectors go by: what was typed, of which its rules were made. NULL: a standard.
      ALTER TABLE editions ADD COLUMN checklist jsonb;

      -- Name, people, counties and single schools of each of several teams; empty: one team for all.
      ALTER TABLE inspections ADD COLUMN teams jsonb NOT NULL DEFAULT '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE inspections DROP COLUMN teams;
      ALTER TABLE editions DROP COLUMN checklist;
    `);
  }
}
