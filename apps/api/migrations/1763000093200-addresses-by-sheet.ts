import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets of people change addresses, too; and a mail is not sent to somebody who works at none of its schools any more. */
export class AddressesBySheet1763000093200 implements MigrationInterface {
  readonly name = 'AddressesBySheet1763000093200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- addresses: those that would change; emptied like the roles when the import is finished.
      ALTER TABLE people_imports ADD COLUMN address_count integer NOT NULL DEFAULT 0, ADD COLUMN addresses jsonb;
      ALTER TABLE mails DROP CONSTRAINT mails_problem_check,
        ADD CONSTRAINT mails_problem_check CHECK (problem IN ('refused', 'unreachable', 'no-address', 'no-role'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mails DROP CONSTRAINT mails_problem_check,
        ADD CONSTRAINT mails_problem_check CHECK (problem IN ('refused', 'unreachable', 'no-address'));
      ALTER TABLE people_imports DROP COLUMN addresses, DROP COLUMN address_count;
    `);
  }
}
