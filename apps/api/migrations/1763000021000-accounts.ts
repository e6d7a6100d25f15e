import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What belongs to a person's own account: language, second factor, the history of their sign-ins. */
export class Accounts1763000021000 implements MigrationInterface {
  readonly name = 'Accounts1763000021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE people ADD COLUMN language text,
        ADD CONSTRAINT people_language_check CHECK (language IN ('zh-CN', 'en'));
      ALTER TABLE sessions ADD COLUMN signed_in_by text NOT NULL DEFAULT 'password',
        ADD CONSTRAINT sessions_signed_in_by_check CHECK (signed_in_by IN ('password', 'code', 'recovery-code'));
      -- For forgetting old rows: the rows lie in the order of time, so a small index does.
      CREATE INDEX sessions_ends_at_idx ON sessions USING brin (ends_at);
      CREATE INDEX saves_saved_at_idx ON saves USING brin (saved_at);

      -- secret is sealed with the key of the installation. last_step: the 30-second step of the newest code that was used.
      CREATE TABLE second_factors (
        person_id uuid NOT NULL,
        secret text NOT NULL,
        begun_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        last_step bigint NOT NULL DEFAULT 0,
        CONSTRAINT second_factors_pkey PRIMARY KEY (person_id),
        CONSTRAINT second_factors_person_fkey FOREIGN KEY (person_id) REFERENCES people (id)
      );
      CREATE TABLE recovery_codes (
        person_id uuid NOT NULL,
        code_hash text NOT NULL,
        used_at timestamptz,
        CONSTRAINT recovery_codes_pkey PRIMARY KEY (person_id, code_hash),
        CONSTRAINT recovery_codes_person_fkey FOREIGN KEY (person_id) REFERENCES people (id)
      );

      -- Tries to sign in to an account that exists, those of a quarter of an hour together: guessing cannot flood it.
      CREATE TABLE sign_ins (
        person_id uuid NOT NULL,
        slot timestamptz NOT NULL,
        outcome text NOT NULL,
        address text NOT NULL,
        last_at timestamptz NOT NULL,
        times integer NOT NULL DEFAULT 1,
        user_agent text NOT NULL,
        CONSTRAINT sign_ins_pkey PRIMARY KEY (person_id, slot, outcome, address),
        CONSTRAINT sign_ins_person_fkey FOREIGN KEY (person_id) REFERENCES people (id),
        CONSTRAINT sign_ins_outcome_check
          CHECK (outcome IN ('signed-in', 'wrong-password', 'wrong-code', 'account-locked'))
      );
      CREATE INDEX sign_ins_slot_idx ON sign_ins (slot);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sign_ins, recovery_codes, second_factors;
      DROP INDEX saves_saved_at_idx, sessions_ends_at_idx;
      ALTER TABLE sessions DROP COLUMN signed_in_by;
      ALTER TABLE people DROP COLUMN language;
    `);
  }
}
