import fastify from 'fastify';
import pg from 'pg';

/*
 * The list of a round's self-reports as one would write it first: one statement, the same columns as our page, JSON out. No sign-in, no
 * scope, no check of what goes out.
 */
export async function startBareList(url: string): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: url, max: 12 });
  const app = fastify();
  app.get<{ Params: { id: string } }>('/rounds/:id/self-reports', async (request) => {
    const { rows } = await pool.query<Record<string, unknown>>(
      `SELECT sr.id AS "selfReportId", sr.school_id AS "schoolId", s.code AS "schoolCode", v.name AS "schoolName",
              t.name AS "townName", v.type, v.ownership, v.locale, sr.status, sr.review_level AS "reviewLevel",
              sr.first_approval_by IS NOT NULL AS "firstApproved", sr.revision, (sr.totals ->> 'filled')::int AS filled,
              (sr.totals ->> 'required')::int AS required, (sr.totals ->> 'hardFindings')::int AS "hardFindings",
              (sr.totals ->> 'softFindings')::int AS "softFindings",
              (sr.totals ->> 'softWithoutReason')::int AS "softWithoutReason",
              (sr.totals ->> 'openReturns')::int AS "openReturns", sr.totals -> 'risk' AS risk,
              COALESCE(rs.extended_to, r.deadline)::text AS deadline, sr.submitted_at AS "submittedAt",
              sr.updated_at AS "updatedAt"
         FROM self_reports sr
         JOIN rounds r ON r.id = sr.round_id
         JOIN round_schools rs ON rs.round_id = sr.round_id AND rs.school_id = sr.school_id
         JOIN schools s ON s.id = sr.school_id
         JOIN school_versions v ON v.school_id = s.id AND v.valid_to IS NULL
         LEFT JOIN regions t ON t.id = v.region_id AND t.level = 'town'
        WHERE sr.round_id = $1 ORDER BY s.code, sr.id`,
      [request.params.id],
    );
    return { selfReports: rows };
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    address,
    stop: async () => {
      await app.close();
      await pool.end();
    },
  };
}
