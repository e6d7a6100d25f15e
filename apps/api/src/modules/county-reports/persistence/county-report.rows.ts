import type { Cells } from '@junheng/evaluation-core';
import { roundColumns, roundOf, type RoundRow } from '../../rounds/joined-round.rules.ts';
import type { CountyReportRecord, PartRecord } from '../county-reports.types.ts';

export const reportTables = `county_reports cr
  JOIN rounds r ON r.id = cr.round_id
  JOIN regions g ON g.id = r.region_id`;

export const reportColumns = `cr.id AS report_id, cr.county_id, g.path AS county_path, cr.revision, cr.entries, cr.entry_states,
  cr.last_year, ${roundColumns},
  (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', p.id,
            'unit', CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('id', u.id, 'name', u.name, 'kind', u.kind) END,
            'status', p.status, 'deadline', p.deadline, 'submittedAt', p.submitted_at, 'submittedBy', p.submitted_by,
            'submittedByName', p.submitted_by_name, 'approvedAt', p.approved_at, 'approvedByName', p.approved_by_name)
          ORDER BY u.name NULLS FIRST, p.id), '[]')
     FROM county_report_parts p LEFT JOIN units u ON u.id = p.unit_id WHERE p.county_report_id = cr.id) AS parts,
  (SELECT COALESCE(jsonb_object_agg(t.topic, t.unit_id), '{}')
     FROM county_report_topics t WHERE t.county_report_id = cr.id) AS assigned,
  (SELECT COALESCE(jsonb_object_agg(e.topic, e.revision), '{}')
     FROM (SELECT f.topic, max(GREATEST(f.added_in, f.removed_in)) AS revision FROM county_report_files f
            WHERE f.county_report_id = cr.id GROUP BY f.topic) e) AS evidence_revisions`;

export interface CountyReportRow extends RoundRow {
  readonly report_id: string;
  readonly county_id: string;
  readonly county_path: string;
  readonly revision: number;
  readonly entries: Record<string, string>;
  readonly entry_states: CountyReportRecord['entryStates'];
  readonly last_year: Cells | null;
  readonly parts: readonly PartRecord[];
  readonly assigned: Record<string, string>;
  readonly evidence_revisions: Record<string, number>;
}

export function reportOf(row: CountyReportRow): CountyReportRecord {
  return {
    id: row.report_id,
    round: roundOf(row),
    countyId: row.county_id,
    countyPath: row.county_path,
    revision: row.revision,
    entries: row.entries,
    entryStates: row.entry_states,
    lastYear: row.last_year,
    parts: row.parts.map((part) => ({
      ...part,
      submittedAt: instant(part.submittedAt),
      approvedAt: instant(part.approvedAt),
    })),
    assigned: row.assigned,
    evidenceRevisions: row.evidence_revisions,
  };
}

/** Inside JSON an instant comes as PostgreSQL writes it. */
function instant(text: string | null): string | null {
  return text === null ? null : new Date(text).toISOString();
}
