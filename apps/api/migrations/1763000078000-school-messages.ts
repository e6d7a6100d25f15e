import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the bureau tells its schools (通知, 催报), and who has read it. */
export class SchoolMessages1763000078000 implements MigrationInterface {
  readonly name = 'SchoolMessages1763000078000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE messages (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        county_id uuid NOT NULL,
        round_id uuid,
        kind text NOT NULL,
        text text NOT NULL,
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        CONSTRAINT messages_pkey PRIMARY KEY (id),
        CONSTRAINT messages_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT messages_round_fkey FOREIGN KEY (round_id) REFERENCES rounds (id),
        CONSTRAINT messages_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id),
        CONSTRAINT messages_kind_check CHECK (kind IN ('announcement', 'reminder', 'correction'))
      );
      CREATE INDEX messages_county_idx ON messages (county_id);
      CREATE INDEX messages_round_idx ON messages (round_id, at);
      CREATE INDEX messages_person_idx ON messages (by_person_id);

      CREATE TABLE message_schools (
        message_id uuid NOT NULL,
        school_id uuid NOT NULL,
        CONSTRAINT message_schools_pkey PRIMARY KEY (message_id, school_id),
        CONSTRAINT message_schools_message_fkey FOREIGN KEY (message_id) REFERENCES messages (id),
        CONSTRAINT message_schools_school_fkey FOREIGN KEY (school_id) REFERENCES schools (id)
      );
      CREATE INDEX message_schools_school_idx ON message_schools (school_id);

      CREATE TABLE message_reads (
        message_id uuid NOT NULL,
        school_id uuid NOT NULL,
        person_id uuid NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT message_reads_pkey PRIMARY KEY (message_id, school_id, person_id),
        CONSTRAINT message_reads_school_fkey FOREIGN KEY (message_id, school_id) REFERENCES message_schools (message_id, school_id),
        CONSTRAINT message_reads_person_fkey FOREIGN KEY (person_id) REFERENCES people (id)
      );
      CREATE INDEX message_reads_person_idx ON message_reads (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE message_reads, message_schools, messages');
  }
}
