import { Injectable } from '@nestjs/common';
import type { Cells } from '@junheng/evaluation-core';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { ReportPeers } from '../peers-of-type.rules.ts';
import type { PrefilledCell } from '../prefill.rules.ts';
import type { CellState, ReportTotals } from '../self-reports.types.ts';

export interface NewReport {
  readonly schoolId: string;
  readonly cells: Cells;
  readonly cellStates: Readonly<Record<string, CellState>>;
  readonly lastYear: Cells | null;
  readonly peers: ReportPeers | null;
  readonly totals: ReportTotals;
  readonly prefilled: readonly PrefilledCell[];
}

/** Creating the reports of a round, all at once. */
@Injectable()
export class ReportOpeningRepository {
  /** Approved cells of another round, by school. */
  async findApprovedCells(reader: Reader, scope: Scope, roundId: string): Promise<ReadonlyMap<string, Cells>> {
    const p = new SqlParameters();
    const rows = await reader.query<{ school_id: string; cells: Cells }>(
      `SELECT sr.school_id, sr.cells FROM self_reports sr
        WHERE sr.round_id = ${p.add(roundId)} AND sr.status = 'approved' AND ${scope.schools('sr.school_id', p)}`,
      p.values,
    );
    return new Map(rows.map((row) => [row.school_id, row.cells]));
  }

  /** Reports not started yet, their prefilled cells and the event that opens them, in one statement. */
  async insert(
    tx: Transaction,
    scope: Scope,
    round: { readonly id: string; readonly countyId: string },
    reports: readonly NewReport[],
  ): Promise<number> {
    const p = new SqlParameters();
    const rows = reports.map((report) => ({
      school_id: report.schoolId,
      cells: report.cells,
      cell_state: report.cellStates,
      last_year_cells: report.lastYear,
      peers: report.peers,
      totals: report.totals,
    }));
    const prefilled = reports.flatMap((report) =>
      report.prefilled.map(({ cell, value, detail }) => ({ school_id: report.schoolId, cell, value, detail })),
    );
    const at = `${p.add(tx.at)}::timestamptz`;
    const person = `${p.add(actorPersonId(tx.actor))}::uuid`;
    const name = `${p.add(actorName(tx.actor))}::text`;
    const inserted = await tx.query<{ id: string }>(
      `WITH report AS (
         INSERT INTO self_reports (round_id, school_id, county_id, cells, cell_state, last_year_cells, peers, totals)
         SELECT ${p.add(round.id)}::uuid, x.school_id, ${p.add(round.countyId)}::uuid, x.cells, x.cell_state,
                CASE WHEN jsonb_typeof(x.last_year_cells) = 'object' THEN x.last_year_cells END,
                CASE WHEN jsonb_typeof(x.peers) = 'object' THEN x.peers END, x.totals
           FROM jsonb_to_recordset(${p.add(JSON.stringify(rows))}::jsonb)
                AS x (school_id uuid, cells jsonb, cell_state jsonb, last_year_cells jsonb, peers jsonb, totals jsonb)
          WHERE ${scope.schools('x.school_id', p)}
         RETURNING id, school_id
       ), opened AS (
         INSERT INTO report_events (self_report_id, kind, revision, at, by_person_id, by_name)
         SELECT id, 'opened', 0, ${at}, ${person}, ${name} FROM report
       ), history AS (
         INSERT INTO cell_revisions (self_report_id, revision, cell, after, source, source_detail, at, by_person_id, by_name)
         SELECT report.id, 0, x.cell, x.value, 'prefilled', x.detail, ${at}, ${person}, ${name}
           FROM report JOIN jsonb_to_recordset(${p.add(JSON.stringify(prefilled))}::jsonb)
                AS x (school_id uuid, cell text, value text, detail jsonb) ON x.school_id = report.school_id
       )
       SELECT id FROM report`,
      p.values,
    );
    return inserted.length;
  }
}
