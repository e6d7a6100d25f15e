import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each row of the ledger (整改台账) was from when on: what stood open, and what was overdue, at the end of a month can then be said for
 * ever, whatever becomes of a row and of its deadline.
 */
export class StatesOfTheLedger1763000098200 implements MigrationInterface {
  readonly name = 'StatesOfTheLedger1763000098200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rectification_states (
        id bigint GENERATED ALWAYS AS IDENTITY,
        rectification_id uuid NOT NULL,
        at timestamptz NOT NULL,
        status text NOT NULL,
        deadline date,
        exception_expires_on date,
        CONSTRAINT rectification_states_pkey PRIMARY KEY (id),
        CONSTRAINT rectification_states_rectification_fkey FOREIGN KEY (rectification_id) REFERENCES rectifications (id)
      );
      CREATE INDEX rectification_states_rectification_idx ON rectification_states (rectification_id, id);
      CREATE TRIGGER rectification_states_kept BEFORE UPDATE OR DELETE ON rectification_states
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rectification_states;');
  }
}
