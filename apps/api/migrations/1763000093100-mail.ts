import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People's addresses, and the mails by which messages to schools go out: an address is read when a mail is sent, never copied. */
export class Mail1763000093100 implements MigrationInterface {
  readonly name = 'Mail1763000093100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE people ADD COLUMN email text,
        ADD CONSTRAINT people_email_check CHECK (char_length(email) BETWEEN 3 AND 254 AND position('@' IN email) > 1);

      CREATE TABLE mails (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        message_id uuid NOT NULL,
        person_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'waiting',
        attempts integer NOT NULL DEFAULT 0,
        problem text,
        detail text,
        created_at timestamptz NOT NULL,
        next_at timestamptz NOT NULL,
        settled_at timestamptz,
        CONSTRAINT mails_pkey PRIMARY KEY (id),
        CONSTRAINT mails_once_key UNIQUE (message_id, person_id),
        CONSTRAINT mails_message_fkey FOREIGN KEY (message_id) REFERENCES messages (id),
        CONSTRAINT mails_person_fkey FOREIGN KEY (person_id) REFERENCES people (id),
        CONSTRAINT mails_state_check CHECK (state IN ('waiting', 'sent', 'failed')),
        CONSTRAINT mails_problem_check CHECK (problem IN ('refused', 'unreachable', 'no-address'))
      );
      CREATE INDEX mails_person_idx ON mails (person_id);
      CREATE INDEX mails_waiting_idx ON mails (next_at) WHERE state = 'waiting';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mails');
    await runner.query('ALTER TABLE people DROP COLUMN email');
  }
}
