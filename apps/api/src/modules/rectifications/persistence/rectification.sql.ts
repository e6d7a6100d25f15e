import type { Scope, SqlParameters } from '../../access/access.scope.ts';

/** What decides about a row; `r` is its alias. */
export const STATE = `r.id, r.county_id AS "countyId", r.number, r.edition_id AS "editionId", r.problem_key AS "problemKey", r.place,
  r.school_id AS "schoolId", r.standing, r.status, r.unit_id AS "unitId", r.responsible_school_id AS "responsibleSchoolId",
  r.person_id AS "personId", r.person_name AS "personName", r.deadline, r.reported_by AS "reportedBy",
  r.exception_expires_on AS "exceptionExpiresOn"`;

/** A school by its present name. */
export const schoolNamed = (column: string): string =>
  `(SELECT jsonb_build_object('id', v.school_id, 'name', v.name) FROM school_versions v
     WHERE v.school_id = ${column} AND v.valid_to IS NULL)`;

/** A whole row; `g` is the county. */
export const ROW = `${STATE}, r.kind, r.title, r.measured, r.closed_at AS "closedAt", r.closed_by_name AS "closedByName",
  r.closing_note AS "closingNote", r.exception_reason AS "exceptionReason", r.excepted_at AS "exceptedAt",
  r.excepted_by_name AS "exceptedByName", r.reopened, r.raised_at AS "raisedAt",
  jsonb_build_object('id', g.id, 'name', g.name) AS county, ${schoolNamed('r.school_id')} AS school,
  (SELECT jsonb_build_object('id', u.id, 'name', u.name) FROM units u WHERE u.id = r.unit_id) AS unit,
  ${schoolNamed('r.responsible_school_id')} AS "responsibleSchool",
  (SELECT COALESCE(jsonb_agg(jsonb_build_object('kind', s.kind, 'document', s.document) ORDER BY s.named_at, s.id), '[]')
     FROM rectification_sources s WHERE s.rectification_id = r.id) AS sources,
  (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'description', m.description)
                    ORDER BY m.ordinal), '[]')
     FROM rectification_measure_rows x JOIN rectification_measures m ON m.id = x.measure_id
    WHERE x.rectification_id = r.id AND m.removed_at IS NULL) AS measures,
  (SELECT jsonb_build_object('at', e.at, 'by', e.by_name, 'text', e.details ->> 'text') FROM rectification_events e
    WHERE e.rectification_id = r.id AND e.kind = 'note' ORDER BY e.id DESC LIMIT 1) AS progress,
  (SELECT count(*)::int FROM rectification_files f
    WHERE f.rectification_id = r.id AND f.removed_at IS NULL) AS evidence`;

/** A measure; `m` is its alias. */
export const MEASURE = `m.id, m.kind, m.description, trim_scale(m.money)::text AS money, trim_scale(m.quantity)::text AS quantity,
  m.effects, m.added_at AS "addedAt", m.added_by_name AS "addedByName",
  m.done_on AS "doneOn", m.done_by_name AS "doneByName", trim_scale(m.spent)::text AS spent,
  (SELECT jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'problemKey', r.problem_key) ORDER BY r.number)
     FROM rectification_measure_rows x JOIN rectifications r ON r.id = x.rectification_id
    WHERE x.measure_id = m.id) AS rows`;

/** SQL condition: all of this county's ledger lies within the scope, as it does for whoever holds the region. */
export function wholeLedgers(scope: Scope, p: SqlParameters, column: string): string {
  if (scope.isSystem) return 'TRUE';
  const paths = scope.grants.flatMap(({ place }) => (place.kind === 'region' ? [`${place.path}%`] : []));
  return paths.length === 0
    ? 'FALSE'
    : `${column} IN (SELECT c.id FROM regions c WHERE c.path LIKE ANY (${p.add(paths)}::text[]))`;
}

/**
 * SQL condition: the row `r` lies within this scope. All of a county to whoever holds the region; to a section, a school or an
 * inspection area only what it is responsible for or concerned by.
 */
export function ledgerRows(scope: Scope, p: SqlParameters): string {
  if (scope.isSystem) return 'TRUE';
  const places = scope.grants.map(({ place }) => place);
  const paths = places.flatMap((place) => (place.kind === 'region' ? [`${place.path}%`] : []));
  const units = places.flatMap((place) => (place.kind === 'unit' ? [place.unitId] : []));
  const schools = places.flatMap((place) => (place.kind === 'school' ? [place.schoolId] : []));
  const areas = places.flatMap((place) => (place.kind === 'area' ? [place.areaId] : []));
  const conditions = [
    ...(paths.length === 0
      ? []
      : [`r.county_id IN (SELECT c.id FROM regions c WHERE c.path LIKE ANY (${p.add(paths)}::text[]))`]),
    ...(units.length === 0 ? [] : [`r.unit_id = ANY (${p.add(units)}::uuid[])`]),
    ...(schools.length === 0 ? [] : [`r.responsible_school_id = ANY (${p.add(schools)}::uuid[])`]),
    ...(areas.length === 0
      ? []
      : [
          `COALESCE(r.school_id, r.responsible_school_id) IN (SELECT a.school_id FROM area_schools a
            WHERE a.area_id = ANY (${p.add(areas)}::uuid[]) AND a.ends_on IS NULL)`,
        ]),
  ];
  return conditions.length === 0 ? 'FALSE' : `(${conditions.join(' OR ')})`;
}
