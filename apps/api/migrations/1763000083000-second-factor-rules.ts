import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose second factor (动态验证码) a county bureau has made compulsory: one row for each role. */
export class SecondFactorRules1763000083000 implements MigrationInterface {
  readonly name = 'SecondFactorRules1763000083000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE second_factor_rules (
        county_id uuid NOT NULL,
        role text NOT NULL,
        since timestamptz NOT NULL,
        set_by uuid,
        set_by_name text,
        CONSTRAINT second_factor_rules_pkey PRIMARY KEY (county_id, role),
        CONSTRAINT second_factor_rules_county_id_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT second_factor_rules_set_by_fkey FOREIGN KEY (set_by) REFERENCES people (id)
      );
      CREATE INDEX second_factor_rules_set_by_idx ON second_factor_rules (set_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE second_factor_rules');
  }
}
