/**
 * A grant with its place, joined from regions, units, areas and schools. `$today` is a day as a SQL placeholder: only grants
 * in force on it; with `toCome` also those that begin later.
 */
export function heldGrantsSql(condition: string, today: string, toCome = false): string {
  return `
    SELECT g.id, g.person_id AS "personId", g.role, g.valid_from AS "validFrom", g.valid_to AS "validTo",
           c.id AS "countyId",
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
     WHERE g.project_id IS NULL AND g.revoked_at IS NULL
       AND ${toCome ? 'TRUE' : `g.valid_from <= ${today}`} AND (g.valid_to IS NULL OR g.valid_to >= ${today})
       AND (${condition})`;
}
