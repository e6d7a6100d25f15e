import type { ReviewLevel, Role, School, SelfReportStatus } from '@junheng/api-contract';
import type { SqlParameters, Scope } from '../../access/access.scope.ts';
import { roundColumns, roundOf, type RoundRow } from '../../rounds/joined-round.rules.ts';
import { laterDeadline } from '../../rounds/round-calendar.rules.ts';
import type { CellState, ReportRecord, ReportTotals } from '../self-reports.types.ts';

/**
 * A cell's state as it is stored: of a typed one, as most are, its revision alone. Every save writes the states of the whole form anew, and
 * spelt out they are longer than its values.
 */
export type StoredCellState = number | CellState;

export function storedCellState(state: CellState): StoredCellState {
  return state.source === 'typed' ? state.revision : state;
}

export function cellStateOf(stored: StoredCellState): CellState {
  return typeof stored === 'number' ? { revision: stored, source: 'typed' } : stored;
}

/** A report, its round, its school's own deadline and the school as it was when the round's reports were due. */
export const reportTables = `self_reports sr
  JOIN rounds r ON r.id = sr.round_id
  JOIN regions g ON g.id = r.region_id
  JOIN round_schools rs ON rs.round_id = sr.round_id AND rs.school_id = sr.school_id
  JOIN schools_in_rounds c ON c.round_id = sr.round_id AND c.id = sr.school_id`;

export const schoolColumns = `c.id AS school_id, c.code AS school_code, c.name AS school_name,
  c.region_id AS school_region_id, c.town_name AS school_town, c.type AS school_type, c.ownership AS school_ownership,
  c.locale AS school_locale, c.boarding AS school_boarding, c.founded_year AS school_founded_year,
  c.parent_school_id AS school_parent_id, c.counted_as_school AS school_counted, c.closed_on AS school_closed_on`;

const progressColumns = `sr.status, sr.under_return, sr.review_begun_at, sr.handed_over_at, sr.handed_over_by,
  sr.submitted_at, sr.submitted_by, sr.submitted_revision, sr.submitted_hash, sr.submitted_by_one_person, sr.approved_at,
  sr.approved_by, sr.review_level, sr.first_approval_by`;

const ownColumns = `sr.id AS report_id, sr.county_id, sr.revision, sr.cells, sr.cell_state, sr.last_year_cells,
  sr.peers -> 'statistics' AS peer_statistics, sr.check_reasons, sr.totals, sr.sections_held, ${progressColumns},
  rs.extended_to, ${roundColumns}, ${schoolColumns}`;

/** Whose role decides at a level of review. */
const reviewerOf: Readonly<Record<ReviewLevel, Role>> = {
  county: 'county-administrator',
  city: 'city-reviewer',
  province: 'province-reviewer',
};

/** @param rights the caller's scope with all grants: what they may do here beyond reading */
export function reportColumns(rights: Scope, parameters: SqlParameters): string {
  const may = (permission: 'self-reports.fill' | 'self-reports.submit') =>
    rights.narrowedTo(permission).schools('sr.school_id', parameters);
  const decides = Object.entries(reviewerOf).map(
    ([level, role]) =>
      `CASE WHEN ${rights.narrowedTo('reviews.decide').heldAs(role).schools('sr.school_id', parameters)} THEN '${level}' END`,
  );
  return `${ownColumns}, ${may('self-reports.fill')} AS may_fill, ${may('self-reports.submit')} AS may_submit,
    array_remove(ARRAY[${decides.join(', ')}], NULL) AS decides_for, sr.peers -> 'bands' AS peer_bands`;
}

export interface SchoolRow {
  readonly school_id: string;
  readonly school_code: string;
  readonly school_name: string;
  readonly school_region_id: string;
  readonly school_town: string | null;
  readonly school_type: School['type'];
  readonly school_ownership: School['ownership'];
  readonly school_locale: School['locale'];
  readonly school_boarding: boolean;
  readonly school_founded_year: number | null;
  readonly school_parent_id: string | null;
  readonly school_counted: boolean;
  readonly school_closed_on: string | null;
}

export interface ReportRow extends RoundRow, SchoolRow {
  readonly report_id: string;
  readonly county_id: string;
  readonly revision: number;
  readonly cells: Record<string, string>;
  readonly cell_state: Record<string, StoredCellState>;
  readonly last_year_cells: Record<string, string> | null;
  readonly peer_statistics: ReportRecord['peers'];
  readonly peer_bands: ReportRecord['peerBands'];
  readonly check_reasons: Record<string, string>;
  readonly totals: ReportTotals;
  readonly sections_held: boolean;
  readonly status: SelfReportStatus;
  readonly under_return: boolean;
  readonly review_begun_at: Date | null;
  readonly handed_over_at: Date | null;
  readonly handed_over_by: string | null;
  readonly submitted_at: Date | null;
  readonly submitted_by: string | null;
  readonly submitted_revision: number | null;
  readonly submitted_hash: string | null;
  readonly submitted_by_one_person: boolean;
  readonly approved_at: Date | null;
  readonly approved_by: string | null;
  readonly review_level: ReviewLevel | null;
  readonly first_approval_by: string | null;
  readonly extended_to: string | null;
  readonly may_fill: boolean;
  readonly may_submit: boolean;
  readonly decides_for: readonly ReviewLevel[];
}

export function schoolOf(row: SchoolRow): School {
  return {
    id: row.school_id,
    code: row.school_code,
    name: row.school_name,
    regionId: row.school_region_id,
    townName: row.school_town,
    type: row.school_type,
    ownership: row.school_ownership,
    locale: row.school_locale,
    boarding: row.school_boarding,
    foundedYear: row.school_founded_year,
    parentSchoolId: row.school_parent_id,
    countedAsSchool: row.school_counted,
    closedOn: row.school_closed_on,
  };
}

export function reportOf(row: ReportRow): ReportRecord {
  const round = roundOf(row);
  return {
    id: row.report_id,
    round,
    school: schoolOf(row),
    countyId: row.county_id,
    revision: row.revision,
    cells: row.cells,
    cellStates: Object.fromEntries(Object.entries(row.cell_state).map(([cell, state]) => [cell, cellStateOf(state)])),
    lastYear: row.last_year_cells,
    peers: row.peer_statistics,
    peerBands: row.peer_bands,
    checkReasons: row.check_reasons,
    totals: row.totals,
    sectionsHeld: row.sections_held,
    progress: {
      status: row.status,
      underReturn: row.under_return,
      reviewBegunAt: row.review_begun_at,
      handedOverAt: row.handed_over_at,
      handedOverBy: row.handed_over_by,
      submittedAt: row.submitted_at,
      submittedBy: row.submitted_by,
      submittedRevision: row.submitted_revision,
      submittedHash: row.submitted_hash,
      submittedByOnePerson: row.submitted_by_one_person,
      approvedAt: row.approved_at,
      approvedBy: row.approved_by,
      reviewLevel: row.review_level,
      firstApprovalBy: row.first_approval_by,
    },
    deadline: laterDeadline(round.deadline, row.extended_to),
    rights: { fill: row.may_fill, submit: row.may_submit, decide: row.decides_for },
  };
}
