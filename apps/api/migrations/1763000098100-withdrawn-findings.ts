import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Findings on site that an opinion took up and withdrew after an objection (申辩): they do not enter the ledger by another way. */
export class WithdrawnFindings1763000098100 implements MigrationInterface {
  readonly name = 'WithdrawnFindings1763000098100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- reference: as the finding's source of a row of the ledger would have it.
      CREATE TABLE withdrawn_findings (
        reference text NOT NULL,
        inspection_id uuid NOT NULL,
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        CONSTRAINT withdrawn_findings_pkey PRIMARY KEY (reference),
        CONSTRAINT withdrawn_findings_inspection_fkey FOREIGN KEY (inspection_id) REFERENCES inspections (id),
        CONSTRAINT withdrawn_findings_by_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id)
      );
      CREATE INDEX withdrawn_findings_inspection_idx ON withdrawn_findings (inspection_id);
      CREATE INDEX withdrawn_findings_by_person_idx ON withdrawn_findings (by_person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE withdrawn_findings');
  }
}
