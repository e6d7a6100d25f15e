import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, what they may do and where, their sessions, one-time links, and the counters that slow guessing down. */
export class Access1763000002000 implements MigrationInterface {
  readonly name = 'Access1763000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE people (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        login text NOT NULL,
        display_name text NOT NULL,
        password_hash text,
        must_change_password boolean NOT NULL DEFAULT false,
        locked_at timestamptz,
        lock_reason text,
        last_sign_in_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT people_pkey PRIMARY KEY (id),
        CONSTRAINT people_login_key UNIQUE (login),
        CONSTRAINT people_login_check CHECK (login = lower(login))
      );

      ALTER TABLE school_versions ADD CONSTRAINT school_versions_recorded_by_fkey
        FOREIGN KEY (recorded_by) REFERENCES people (id);
      CREATE INDEX school_versions_recorded_by_idx ON school_versions (recorded_by);
      ALTER TABLE areas ADD COLUMN leader_id uuid,
        ADD CONSTRAINT areas_leader_fkey FOREIGN KEY (leader_id) REFERENCES people (id);
      CREATE INDEX areas_leader_idx ON areas (leader_id);
      ALTER TABLE school_groups ADD COLUMN leader_id uuid,
        ADD CONSTRAINT school_groups_leader_fkey FOREIGN KEY (leader_id) REFERENCES people (id);
      CREATE INDEX school_groups_leader_idx ON school_groups (leader_id);

      -- A role at exactly one place: a region and all below it, a section or other unit, an area, a school, a project.
      CREATE TABLE grants (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        role text NOT NULL,
        region_id uuid,
        unit_id uuid,
        area_id uuid,
        school_id uuid,
        project_id uuid,
        valid_from date NOT NULL,
        valid_to date,
        granted_at timestamptz NOT NULL,
        granted_by uuid,
        revoked_at timestamptz,
        revoked_by uuid,
        CONSTRAINT grants_pkey PRIMARY KEY (id),
        CONSTRAINT grants_person_fkey FOREIGN KEY (person_id) REFERENCES people (id),
        CONSTRAINT grants_region_fkey FOREIGN KEY (region_id) REFERENCES regions (id),
        CONSTRAINT grants_unit_fkey FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT grants_area_fkey FOREIGN KEY (area_id) REFERENCES areas (id),
        CONSTRAINT grants_school_fkey FOREIGN KEY (school_id) REFERENCES schools (id),
        CONSTRAINT grants_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES people (id),
        CONSTRAINT grants_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES people (id),
        CONSTRAINT grants_role_check CHECK (role IN ('school-reporter', 'school-principal', 'section-officer',
          'county-administrator', 'city-reviewer', 'province-reviewer', 'inspector')),
        CONSTRAINT grants_place_check CHECK (num_nonnulls(region_id, unit_id, area_id, school_id, project_id) = 1),
        CONSTRAINT grants_dates_check CHECK (valid_to IS NULL OR valid_to >= valid_from)
      );
      CREATE INDEX grants_person_idx ON grants (person_id);
      CREATE INDEX grants_region_idx ON grants (region_id);
      CREATE INDEX grants_unit_idx ON grants (unit_id);
      CREATE INDEX grants_area_idx ON grants (area_id);
      CREATE INDEX grants_school_idx ON grants (school_id);
      CREATE INDEX grants_granted_by_idx ON grants (granted_by);
      CREATE INDEX grants_revoked_by_idx ON grants (revoked_by);

      -- Tokens are stored hashed: whoever reads the table cannot sign in with it.
      CREATE TABLE sessions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        token_hash text NOT NULL,
        csrf_token text NOT NULL,
        person_id uuid NOT NULL,
        started_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        ended_at timestamptz,
        address text NOT NULL,
        user_agent text NOT NULL,
        CONSTRAINT sessions_pkey PRIMARY KEY (id),
        CONSTRAINT sessions_token_key UNIQUE (token_hash),
        CONSTRAINT sessions_person_fkey FOREIGN KEY (person_id) REFERENCES people (id)
      );
      CREATE INDEX sessions_person_idx ON sessions (person_id);

      CREATE TABLE one_time_links (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        token_hash text NOT NULL,
        purpose text NOT NULL,
        person_id uuid,
        created_at timestamptz NOT NULL,
        created_by uuid,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT one_time_links_pkey PRIMARY KEY (id),
        CONSTRAINT one_time_links_token_key UNIQUE (token_hash),
        CONSTRAINT one_time_links_person_fkey FOREIGN KEY (person_id) REFERENCES people (id),
        CONSTRAINT one_time_links_created_by_fkey FOREIGN KEY (created_by) REFERENCES people (id),
        CONSTRAINT one_time_links_purpose_check CHECK (purpose IN ('password-reset', 'first-administrator')),
        CONSTRAINT one_time_links_person_check CHECK ((purpose = 'password-reset') = (person_id IS NOT NULL))
      );
      CREATE INDEX one_time_links_person_idx ON one_time_links (person_id);
      CREATE INDEX one_time_links_created_by_idx ON one_time_links (created_by);

      -- key names what is counted, e.g. 'sign-in:pair:<hash>'. One row a key, forgotten after window_ends_at.
      CREATE TABLE rate_limits (
        key text NOT NULL,
        count integer NOT NULL,
        window_ends_at timestamptz NOT NULL,
        blocked_until timestamptz,
        CONSTRAINT rate_limits_pkey PRIMARY KEY (key)
      );
      CREATE INDEX rate_limits_window_idx ON rate_limits (window_ends_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE school_versions DROP CONSTRAINT school_versions_recorded_by_fkey;
      DROP INDEX school_versions_recorded_by_idx;
      ALTER TABLE areas DROP COLUMN leader_id;
      ALTER TABLE school_groups DROP COLUMN leader_id;
      DROP TABLE rate_limits, one_time_links, sessions, grants, people;
    `);
  }
}
