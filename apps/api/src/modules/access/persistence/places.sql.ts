const NOTHING = { columns: '' };
/** SQL: the day on which grant `g` ended, in the country's one zone: taken back, or its last day. */
const ENDED_ON = `least((g.revoked_at AT TIME ZONE 'Asia/Shanghai')::date, g.valid_to)`;

/** SQL: the id of the grant of `g.person_id` that ended last, by its day or by being taken back. */
export const LAST_ENDED_GRANT = `(
  SELECT ended.id FROM grants ended
   WHERE ended.person_id = g.person_id AND ended.project_id IS NULL
     AND (ended.revoked_at IS NOT NULL OR ended.valid_to IS NOT NULL)
   ORDER BY least(ended.revoked_at, ended.valid_to + 1) DESC, ended.id DESC LIMIT 1)`;

/**
 * A grant `g` with its place `p`, joined from regions, units, areas and schools. `more` adds columns and tables.
 */
function grantsWithPlaces(
  condition: string,
  more: { readonly columns: string; readonly joins?: string } = NOTHING,
): string {
  return `
    SELECT ${more.columns} g.id, g.person_id AS "personId", g.role, g.valid_from AS "validFrom", g.valid_to AS "validTo",
           c.id AS "countyId",
           (SELECT f.since FROM second_factor_rules f WHERE f.county_id = c.id AND f.role = g.role) AS "secondFactorSince",
           CASE
             WHEN g.region_id IS NOT NULL THEN jsonb_build_object('kind', 'region', 'regionId', p.id)
             WHEN g.unit_id IS NOT NULL THEN jsonb_build_object('kind', 'unit', 'unitId', u.id, 'regionId', p.id)
             WHEN g.area_id IS NOT NULL THEN jsonb_build_object('kind', 'area', 'areaId', a.id)
             ELSE jsonb_build_object('kind', 'school', 'schoolId', s.id)
           END || jsonb_build_object('path', p.path, 'name', COALESCE(u.name, a.name, s.name, p.name)) AS place
      FROM grants g
      LEFT JOIN units u ON u.id = g.unit_id
      LEFT JOIN areas a ON a.id = g.area_id
      LEFT JOIN current_schools s ON s.id = g.school_id
      JOIN regions p ON p.id = COALESCE(g.region_id, u.region_id, a.region_id, s.region_id)
      LEFT JOIN regions c ON c.level = 'county' AND starts_with(p.path, c.path)
      ${more.joins ?? ''}
     WHERE g.project_id IS NULL AND (${condition})`;
}

/** Of one person the grants that are over, the newest first, each with the first day on which it no longer held. */
export function endedGrantsSql(personId: string, today: string): string {
  return `${grantsWithPlaces(`g.person_id = ${personId} AND (g.revoked_at IS NOT NULL OR g.valid_to < ${today})`, {
    columns: `to_char(${ENDED_ON}, 'YYYY-MM-DD') AS "endedOn",`,
  })} ORDER BY ${ENDED_ON} DESC, g.id`;
}

/** Every grant that one person ever held where `within` (on the place's region `p` and `g`) says so, the newest first. */
export function everyGrantSql(personId: string, within: string): string {
  return `${grantsWithPlaces(`g.person_id = ${personId} AND ${within}`, {
    columns: `g.granted_at AS "givenAt", giver.display_name AS "givenBy", g.revoked_at AS "revokedAt",
      taker.display_name AS "revokedBy",`,
    joins: `LEFT JOIN people giver ON giver.id = g.granted_by LEFT JOIN people taker ON taker.id = g.revoked_by`,
  })} ORDER BY g.valid_from DESC, g.granted_at DESC, g.id`;
}

/** Of each of these people (a placeholder) the grant that ended last. */
export function lastEndedGrantsSql(personIds: string): string {
  return grantsWithPlaces(`g.person_id = ANY (${personIds}::uuid[]) AND g.id = ${LAST_ENDED_GRANT}`);
}

/**
 * Grants with their places. `$today` is a day as a SQL placeholder: only those in force on it; with `toCome` also those that
 * begin later.
 */
export function heldGrantsSql(condition: string, today: string, toCome = false): string {
  return grantsWithPlaces(`g.revoked_at IS NULL
       AND ${toCome ? 'TRUE' : `g.valid_from <= ${today}`} AND (g.valid_to IS NULL OR g.valid_to >= ${today})
       AND (${condition})`);
}
