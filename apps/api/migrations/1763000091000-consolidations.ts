import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Consolidation of an inspection (汇总核定): differences decided, and verified values as data sets of their own. */
export class Consolidations1763000091000 implements MigrationInterface {
  readonly name = 'Consolidations1763000091000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- kind verified: base_id with what an inspection found in place of what was reported; changes: which cells, found by whom.
      ALTER TABLE data_sets
        ADD COLUMN kind text NOT NULL DEFAULT 'approved',
        ADD COLUMN base_id uuid,
        ADD COLUMN changes jsonb,
        ADD CONSTRAINT data_sets_base_fkey FOREIGN KEY (base_id) REFERENCES data_sets (id),
        ADD CONSTRAINT data_sets_kind_check CHECK (kind IN ('approved', 'verified')
          AND (kind = 'verified') = (base_id IS NOT NULL) AND (kind = 'verified') = (changes IS NOT NULL)),
        DROP CONSTRAINT data_sets_version_key,
        ADD CONSTRAINT data_sets_version_key UNIQUE (round_id, kind, version);
      CREATE INDEX data_sets_base_idx ON data_sets (base_id);

      -- How far scores may lie apart; the newest of a project counts.
      CREATE TABLE consolidation_limits (
        id bigint GENERATED ALWAYS AS IDENTITY,
        inspection_id uuid NOT NULL,
        kind text NOT NULL,
        value text NOT NULL,
        reason text NOT NULL,
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        CONSTRAINT consolidation_limits_pkey PRIMARY KEY (id),
        CONSTRAINT consolidation_limits_inspection_fkey FOREIGN KEY (inspection_id) REFERENCES inspections (id),
        CONSTRAINT consolidation_limits_by_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id),
        CONSTRAINT consolidation_limits_kind_check CHECK (kind IN ('points', 'share'))
      );
      CREATE INDEX consolidation_limits_inspection_idx ON consolidation_limits (inspection_id, id);
      CREATE INDEX consolidation_limits_by_person_idx ON consolidation_limits (by_person_id);

      -- What the leader decided; the newest of an entry counts, and only for the opinions it was about (their hash).
      CREATE TABLE consolidation_resolutions (
        id bigint GENERATED ALWAYS AS IDENTITY,
        inspection_id uuid NOT NULL,
        school_id uuid NOT NULL,
        entry text NOT NULL,
        about text NOT NULL,
        value text,
        reason text NOT NULL,
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        CONSTRAINT consolidation_resolutions_pkey PRIMARY KEY (id),
        CONSTRAINT consolidation_resolutions_inspection_fkey FOREIGN KEY (inspection_id) REFERENCES inspections (id),
        CONSTRAINT consolidation_resolutions_school_fkey FOREIGN KEY (school_id) REFERENCES schools (id),
        CONSTRAINT consolidation_resolutions_by_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id)
      );
      CREATE INDEX consolidation_resolutions_inspection_idx ON consolidation_resolutions (inspection_id, school_id, entry, id);
      CREATE INDEX consolidation_resolutions_school_idx ON consolidation_resolutions (school_id);
      CREATE INDEX consolidation_resolutions_by_person_idx ON consolidation_resolutions (by_person_id);

      -- basis: hash of what it was made of; content: all of it, hash: its hash.
      CREATE TABLE consolidations (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        inspection_id uuid NOT NULL,
        number integer NOT NULL,
        basis text NOT NULL,
        content jsonb NOT NULL,
        hash text NOT NULL,
        completed_at timestamptz NOT NULL,
        completed_by uuid,
        completed_by_name text NOT NULL,
        CONSTRAINT consolidations_pkey PRIMARY KEY (id),
        CONSTRAINT consolidations_number_key UNIQUE (inspection_id, number),
        CONSTRAINT consolidations_inspection_fkey FOREIGN KEY (inspection_id) REFERENCES inspections (id),
        CONSTRAINT consolidations_completed_by_fkey FOREIGN KEY (completed_by) REFERENCES people (id)
      );
      CREATE INDEX consolidations_completed_by_idx ON consolidations (completed_by);
      CREATE TABLE consolidation_data_sets (
        consolidation_id uuid NOT NULL,
        county_id uuid NOT NULL,
        data_set_id uuid NOT NULL,
        absent jsonb NOT NULL,
        CONSTRAINT consolidation_data_sets_pkey PRIMARY KEY (consolidation_id, county_id),
        CONSTRAINT consolidation_data_sets_consolidation_fkey FOREIGN KEY (consolidation_id) REFERENCES consolidations (id),
        CONSTRAINT consolidation_data_sets_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT consolidation_data_sets_data_set_fkey FOREIGN KEY (data_set_id) REFERENCES data_sets (id)
      );
      CREATE INDEX consolidation_data_sets_county_idx ON consolidation_data_sets (county_id);
      CREATE INDEX consolidation_data_sets_data_set_idx ON consolidation_data_sets (data_set_id);

      -- The two evaluations of a county that are looked at side by side.
      CREATE TABLE consolidation_runs (
        consolidation_id uuid NOT NULL,
        county_id uuid NOT NULL,
        reported_id uuid NOT NULL,
        verified_id uuid NOT NULL,
        at timestamptz NOT NULL,
        by_person_id uuid,
        by_name text NOT NULL,
        CONSTRAINT consolidation_runs_pkey PRIMARY KEY (consolidation_id, county_id),
        CONSTRAINT consolidation_runs_consolidation_fkey FOREIGN KEY (consolidation_id) REFERENCES consolidations (id),
        CONSTRAINT consolidation_runs_county_fkey FOREIGN KEY (county_id) REFERENCES regions (id),
        CONSTRAINT consolidation_runs_reported_fkey FOREIGN KEY (reported_id) REFERENCES evaluation_runs (id),
        CONSTRAINT consolidation_runs_verified_fkey FOREIGN KEY (verified_id) REFERENCES evaluation_runs (id),
        CONSTRAINT consolidation_runs_by_person_fkey FOREIGN KEY (by_person_id) REFERENCES people (id)
      );
      CREATE INDEX consolidation_runs_county_idx ON consolidation_runs (county_id);
      CREATE INDEX consolidation_runs_reported_idx ON consolidation_runs (reported_id);
      CREATE INDEX consolidation_runs_verified_idx ON consolidation_runs (verified_id);
      CREATE INDEX consolidation_runs_by_person_idx ON consolidation_runs (by_person_id);

      CREATE TRIGGER consolidation_limits_kept BEFORE UPDATE OR DELETE ON consolidation_limits
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER consolidation_resolutions_kept BEFORE UPDATE OR DELETE ON consolidation_resolutions
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER consolidations_kept BEFORE UPDATE OR DELETE ON consolidations
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER consolidation_data_sets_kept BEFORE UPDATE OR DELETE ON consolidation_data_sets
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER consolidation_runs_kept BEFORE UPDATE OR DELETE ON consolidation_runs
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Data that were evaluated are never removed.');
  }
}
