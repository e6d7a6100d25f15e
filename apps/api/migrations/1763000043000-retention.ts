import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long ended sessions and the history of sign-ins are kept: at most one row for the installation; without one the defaults hold. */
export class Retention1763000043000 implements MigrationInterface {
  readonly name = 'Retention1763000043000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE retention_settings (
        singleton boolean NOT NULL DEFAULT true,
        ended_sessions_days integer NOT NULL DEFAULT 30,
        sign_ins_days integer NOT NULL DEFAULT 180,
        changed_at timestamptz,
        changed_by uuid,
        changed_by_name text,
        CONSTRAINT retention_settings_pkey PRIMARY KEY (singleton),
        CONSTRAINT retention_settings_singleton_check CHECK (singleton),
        CONSTRAINT retention_settings_days_check
          CHECK (ended_sessions_days BETWEEN 7 AND 365 AND sign_ins_days BETWEEN 180 AND 1095),
        CONSTRAINT retention_settings_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people (id)
      );
      CREATE INDEX retention_settings_changed_by_idx ON retention_settings (changed_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE retention_settings');
  }
}
