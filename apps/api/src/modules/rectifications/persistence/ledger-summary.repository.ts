import { Injectable } from '@nestjs/common';
import type { RectificationCounts } from '@junheng/api-contract';
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
}

const MOST_UNITS = 200;
const MONTHS = 12;
const ZONE = "'Asia/Shanghai'";
/** Every event that may change whether a row stands: after the last two it does not, after each other it does. */
const MOVES = `'raised', 'passed', 'failed-again', 'reported', 'sent-back', 'reopened', 'exception-lapsed', 'closed', 'excepted'`;

/** How the ledgers within reach stand: counted by the database, whatever their size. */
@Injectable()
export class LedgerSummaryRepository {
  constructor(private readonly database: Database) {}

  /** @param today a lapsed exception is an open row, and so may be overdue */
  async count(scope: Scope, regionId: string | undefined, today: string): Promise<readonly CountedRows[]> {
    const p = new SqlParameters();
    const day = `${p.add(today)}::date`;
    return this.database.query<CountedRows>(
      `WITH visible AS (
         SELECT r.county_id, r.kind, COALESCE(r.unit_id, r.responsible_school_id) AS unit_id, r.reopened,
                CASE WHEN r.status = 'excepted' AND r.exception_expires_on < ${day} THEN 'open' ELSE r.status END AS status,
                CASE WHEN r.status = 'excepted' THEN GREATEST(r.deadline, r.exception_expires_on) ELSE r.deadline END AS due,
                r.deadline
           FROM rectifications r WHERE ${ledgerRows(scope, p)} ${below(regionId, p)}
       ), counted AS (
         SELECT CASE WHEN GROUPING(county_id, kind, unit_id) = 7 THEN 'total' WHEN GROUPING(unit_id) = 0 THEN 'unit'
                     WHEN GROUPING(kind) = 0 THEN 'kind' ELSE 'county' END AS grouping,
                county_id, kind, unit_id, count(*)::int AS raised,
                count(*) FILTER (WHERE status = 'open')::int AS open,
                count(*) FILTER (WHERE status = 'to-verify')::int AS "toVerify",
                count(*) FILTER (WHERE status = 'closed')::int AS closed,
                count(*) FILTER (WHERE status = 'excepted')::int AS excepted,
                count(*) FILTER (WHERE status = 'open' AND deadline IS NOT NULL AND due < ${day})::int AS overdue,
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
        WHERE c.grouping <> 'unit' OR c.place <= ${p.add(MOST_UNITS)}
        ORDER BY c.grouping, g.code, c.place`,
      p.values,
    );
  }

  /**
   * Oldest first, without a gap; of what happened, not of how rows stand now: what a month says, it says for ever. Nobody records that
   * an exception ended by its date, so it ends here with its last day, unless the row left it before. A row's moves are in the order of
   * their ids, as its lock let them pass.
   */
  async trend(scope: Scope, regionId: string | undefined, today: string): Promise<readonly MonthOfLedger[]> {
    const p = new SqlParameters();
    const visible = `${ledgerRows(scope, p)} ${below(regionId, p)}`;
    const day = `${p.add(today)}::date`;
    return this.database.query<MonthOfLedger>(
      `WITH moves AS (
         SELECT e.rectification_id, e.id, e.kind, e.at, CASE WHEN e.kind IN ('closed', 'excepted') THEN 0 ELSE 1 END AS stands,
                lead(e.at) OVER (PARTITION BY e.rectification_id ORDER BY e.id) AS left_at,
                CASE WHEN e.kind = 'excepted' THEN ${startOf("(e.details ->> 'expiresOn')::date + 1")} END AS lapses_at
           FROM rectification_events e JOIN rectifications r ON r.id = e.rectification_id
          WHERE e.kind IN (${MOVES}) AND ${visible}
       ), turns AS (
         SELECT rectification_id, id, false AS lapsed, kind, at, stands FROM moves
         UNION ALL
         SELECT rectification_id, id, true, 'exception-lapsed', lapses_at, 1 FROM moves
          WHERE lapses_at <= LEAST(left_at, ${startOf(day)})
       ), changes AS (
         SELECT to_char(at AT TIME ZONE ${ZONE}, 'YYYY-MM') AS month, kind,
                stands - lag(stands, 1, 0) OVER (PARTITION BY rectification_id ORDER BY id, lapsed) AS change
           FROM turns
       ), happened AS (
         SELECT month, count(*) FILTER (WHERE kind = 'raised')::int AS raised,
                count(*) FILTER (WHERE kind = 'closed')::int AS closed,
                count(*) FILTER (WHERE kind = 'reopened')::int AS reopened, sum(change) AS change
           FROM changes GROUP BY month
       ), months AS (
         SELECT to_char(m, 'YYYY-MM') AS month
           FROM generate_series(date_trunc('month', ${day}) - make_interval(months => ${p.add(MONTHS - 1)}::int),
                                date_trunc('month', ${day}), interval '1 month') AS m
       )
       SELECT m.month, COALESCE(h.raised, 0) AS raised, COALESCE(h.closed, 0) AS closed, COALESCE(h.reopened, 0) AS reopened,
              (SELECT COALESCE(sum(b.change), 0)::int FROM happened b WHERE b.month <= m.month) AS standing
         FROM months m LEFT JOIN happened h ON h.month = m.month
        WHERE m.month >= (SELECT min(f.month) FROM happened f)
        ORDER BY m.month`,
      p.values,
    );
  }
}

/** The instant at which a day begins. */
const startOf = (day: string): string => `((${day})::timestamp AT TIME ZONE ${ZONE})`;

/** Of the region and what lies below it. */
function below(regionId: string | undefined, p: SqlParameters): string {
  if (regionId === undefined) return '';
  return `AND EXISTS (SELECT FROM regions own, regions of WHERE own.id = r.county_id AND of.id = ${p.add(regionId)}
    AND starts_with(own.path, of.path))`;
}
