import { Injectable } from '@nestjs/common';
import { NO_UNIT, type RectificationCounts } from '@junheng/api-contract';
import { Database } from '../../../platform/database/database.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { RectificationKind } from '../rectifications.types.ts';
import { ledgerRows } from './rectification.sql.ts';

/** Counts of one grouping; which columns are filled says of which. */
export interface CountedRows extends RectificationCounts {
  readonly grouping: 'total' | 'county' | 'kind' | 'unit';
  readonly countyId: string | null;
  readonly kind: RectificationKind | null;
  /** Responsible: a unit's or a school's. */
  readonly unitId: string | null;
  readonly code: string | null;
  readonly countyName: string | null;
  readonly unitName: string | null;
}

export interface MonthOfLedger {
  readonly month: string;
  readonly raised: number;
  readonly closed: number;
  readonly reopened: number;
  /** Neither closed nor excepted at the end of the month. */
  readonly standing: number;
  /** Of these, overdue then. */
  readonly overdue: number;
}

export interface SummaryFilter {
  readonly regionId?: string | undefined;
  readonly kind?: RectificationKind | undefined;
  /** `NO_UNIT`: nobody is responsible yet. */
  readonly unitId?: string | undefined;
}

export const MOST_UNITS = 200;
const MONTHS = 12;
const ZONE = "'Asia/Shanghai'";
/** How the ledgers within reach stand: counted by the database, whatever their size. */
@Injectable()
export class LedgerSummaryRepository {
  constructor(private readonly database: Database) {}

  /** One unit more than `MOST_UNITS` where there are more. @param today a lapsed exception is an open row, and so may be overdue */
  async count(scope: Scope, filter: SummaryFilter, today: string): Promise<readonly CountedRows[]> {
    const p = new SqlParameters();
    const day = `${p.add(today)}::date`;
    return this.database.query<CountedRows>(
      `WITH visible AS (
         SELECT s.county_id, s.kind, COALESCE(s.unit_id, s.responsible_school_id) AS unit_id, s.reopened,
                ${statusOn(day)} AS status, ${DUE} AS due, s.deadline
           FROM (SELECT r.* FROM rectifications r WHERE ${ledgerRows(scope, p)} ${asked(filter, p)}) s
       ), counted AS (
         SELECT CASE WHEN GROUPING(county_id, kind, unit_id) = 7 THEN 'total' WHEN GROUPING(unit_id) = 0 THEN 'unit'
                     WHEN GROUPING(kind) = 0 THEN 'kind' ELSE 'county' END AS grouping,
                county_id, kind, unit_id, count(*)::int AS raised,
                count(*) FILTER (WHERE status = 'open')::int AS open,
                count(*) FILTER (WHERE status = 'to-verify')::int AS "toVerify",
                count(*) FILTER (WHERE status = 'closed')::int AS closed,
                count(*) FILTER (WHERE status = 'excepted')::int AS excepted,
                count(*) FILTER (WHERE ${overdueOn(day)})::int AS overdue,
                count(*) FILTER (WHERE reopened > 0)::int AS reopened,
                count(*) FILTER (WHERE status = 'open' AND unit_id IS NULL)::int AS unassigned
           FROM visible GROUP BY GROUPING SETS ((), (county_id), (kind), (county_id, unit_id))
       ), ranked AS (
         SELECT c.*, row_number() OVER (PARTITION BY c.grouping ORDER BY c.open DESC, c.raised DESC, c.unit_id) AS place FROM counted c
       )
       SELECT c.grouping, c.county_id AS "countyId", c.kind, c.unit_id AS "unitId", g.code, g.name AS "countyName",
              COALESCE(u.name, v.name) AS "unitName", c.raised, c.open, c."toVerify", c.closed, c.excepted, c.overdue, c.reopened,
              c.unassigned
         FROM ranked c
         LEFT JOIN regions g ON g.id = c.county_id
         LEFT JOIN units u ON u.id = c.unit_id
         LEFT JOIN school_versions v ON v.school_id = c.unit_id AND v.valid_to IS NULL
        WHERE c.grouping <> 'unit' OR c.place <= ${p.add(MOST_UNITS + 1)}
        ORDER BY c.grouping, g.code, c.place`,
      p.values,
    );
  }

  /**
   * Oldest first, without a gap; of what happened and of what rows were then, not of how they stand now: what a month says, it says for
   * ever. Nobody records that an exception ended by its date: the day says so here as it does in `count`.
   */
  async trend(scope: Scope, filter: SummaryFilter, today: string): Promise<readonly MonthOfLedger[]> {
    const p = new SqlParameters();
    const visible = `${ledgerRows(scope, p)} ${asked(filter, p)}`;
    const day = `${p.add(today)}::date`;
    return this.database.query<MonthOfLedger>(
      `WITH months AS (
         SELECT to_char(m, 'YYYY-MM') AS month, LEAST((m + interval '1 month')::date - 1, ${day}) AS last
           FROM generate_series(date_trunc('month', ${day}) - make_interval(months => ${p.add(MONTHS - 1)}::int),
                                date_trunc('month', ${day}), interval '1 month') AS m
       ), happened AS (
         SELECT to_char(e.at AT TIME ZONE ${ZONE}, 'YYYY-MM') AS month, count(*) FILTER (WHERE e.kind = 'raised')::int AS raised,
                count(*) FILTER (WHERE e.kind = 'closed')::int AS closed, count(*) FILTER (WHERE e.kind = 'reopened')::int AS reopened
           FROM rectification_events e JOIN rectifications r ON r.id = e.rectification_id
          WHERE e.kind IN ('raised', 'closed', 'reopened') AND ${visible} GROUP BY 1
       ), spans AS (
         SELECT s.status, s.deadline, s.exception_expires_on, s.at,
                lead(s.at) OVER (PARTITION BY s.rectification_id ORDER BY s.id) AS left_at
           FROM rectification_states s JOIN rectifications r ON r.id = s.rectification_id WHERE ${visible}
       ), ends AS (
         SELECT m.month, m.last, ${DUE} AS due, s.deadline, ${statusOn('m.last')} AS status
           FROM months m JOIN spans s ON s.at < ${startOf('m.last + 1')} AND (s.left_at IS NULL OR s.left_at >= ${startOf('m.last + 1')})
       ), ended AS (
         SELECT month, count(*) FILTER (WHERE status IN ('open', 'to-verify'))::int AS standing,
                count(*) FILTER (WHERE ${overdueOn('last')})::int AS overdue
           FROM ends GROUP BY month
       )
       SELECT m.month, COALESCE(h.raised, 0) AS raised, COALESCE(h.closed, 0) AS closed, COALESCE(h.reopened, 0) AS reopened,
              COALESCE(e.standing, 0) AS standing, COALESCE(e.overdue, 0) AS overdue
         FROM months m LEFT JOIN happened h ON h.month = m.month LEFT JOIN ended e ON e.month = m.month
        WHERE m.month >= (SELECT min(f.month) FROM happened f)
        ORDER BY m.month`,
      p.values,
    );
  }
}

/** The instant at which a day begins. */
const startOf = (day: string): string => `((${day})::timestamp AT TIME ZONE ${ZONE})`;

/** A lapsed exception is an open row; `s` has the columns of a row. */
const statusOn = (day: string): string =>
  `CASE WHEN s.status = 'excepted' AND s.exception_expires_on < ${day} THEN 'open' ELSE s.status END`;
/** From its end on, where that came after the deadline, a lapsed exception is overdue. */
const DUE = `CASE WHEN s.status = 'excepted' THEN GREATEST(s.deadline, s.exception_expires_on) ELSE s.deadline END`;
const overdueOn = (day: string): string => `status = 'open' AND deadline IS NOT NULL AND due < ${day}`;

/** What the caller asks for, of what they may see. */
function asked({ regionId, kind, unitId }: SummaryFilter, p: SqlParameters): string {
  const responsible = 'COALESCE(r.unit_id, r.responsible_school_id)';
  return [
    regionId === undefined
      ? ''
      : `AND EXISTS (SELECT FROM regions own, regions of WHERE own.id = r.county_id AND of.id = ${p.add(regionId)}
           AND starts_with(own.path, of.path))`,
    kind === undefined ? '' : `AND r.kind = ${p.add(kind)}`,
    unitId === undefined
      ? ''
      : unitId === NO_UNIT
        ? `AND ${responsible} IS NULL`
        : `AND ${responsible} = ${p.add(unitId)}`,
  ].join(' ');
}
