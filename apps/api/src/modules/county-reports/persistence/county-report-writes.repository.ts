import { Injectable } from '@nestjs/common';
import type { CountyPartStatus } from '@junheng/api-contract';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { CountyEventKind, EntryKey, NewCountyReport, Topic } from '../county-reports.types.ts';
import type { EntryChange } from '../save-entries.rules.ts';

export interface EntriesWrite {
  readonly reportId: string;
  readonly baseRevision: number;
  readonly revision: number;
  readonly changes: readonly EntryChange[];
  readonly receipt: { readonly key: string; readonly requestHash: string; readonly answer: unknown };
}

export interface PartWrite {
  readonly reportId: string;
  readonly partId: string;
  readonly revision: number;
  readonly status: CountyPartStatus;
  readonly event: Exclude<CountyEventKind, 'opened' | 'assigned'>;
  readonly note: string | null;
  /** Set where the part is given more time. */
  readonly deadline?: string;
  readonly reasons?: readonly { readonly entry: EntryKey | null; readonly reason: string }[];
}

/** Writing county reports. Each method is one statement. */
@Injectable()
export class CountyReportWritesRepository {
  /** A report with the bureau's own part and those of the sections that answered for something last year. */
  async insert(tx: Transaction, scope: Scope, report: NewCountyReport): Promise<string | null> {
    const p = new SqlParameters();
    const at = `${p.add(tx.at)}::timestamptz`;
    const person = `${p.add(actorPersonId(tx.actor))}::uuid`;
    const name = `${p.add(actorName(tx.actor))}::text`;
    const entries = `${p.add(JSON.stringify(report.entries))}::jsonb`;
    const rows = await tx.query<{ id: string }>(
      `WITH report AS (
         INSERT INTO county_reports (round_id, county_id, entries, entry_states, last_year)
         SELECT ${p.add(report.roundId)}::uuid, g.id, ${entries},
                (SELECT COALESCE(jsonb_object_agg(key, '{"revision": 0, "source": "prefilled"}'::jsonb), '{}')
                   FROM jsonb_each(${entries})),
                ${p.add(report.lastYear === null ? null : JSON.stringify(report.lastYear))}::jsonb
           FROM regions g WHERE g.id = ${p.add(report.countyId)} AND ${scope.regions('g.id', p)}
         RETURNING id
       ), given AS (
         SELECT t.key AS topic, t.value::uuid AS unit_id
           FROM jsonb_each_text(${p.add(JSON.stringify(report.assigned))}::jsonb) AS t
           JOIN units u ON u.id = t.value::uuid AND u.closed_on IS NULL
       ), topics AS (
         INSERT INTO county_report_topics (county_report_id, topic, unit_id) SELECT report.id, topic, unit_id FROM report, given
       ), parts AS (
         INSERT INTO county_report_parts (county_report_id, unit_id)
         SELECT report.id, u.unit_id FROM report, (SELECT NULL::uuid AS unit_id UNION SELECT unit_id FROM given) AS u
       ), history AS (
         INSERT INTO county_entry_revisions (county_report_id, revision, entry, after, source, source_detail, at, by_person_id, by_name)
         SELECT report.id, 0, e.key, e.value, 'prefilled',
                jsonb_build_object('from', 'last-year', 'year', ${p.add(report.prefilledFrom)}::integer), ${at}, ${person}, ${name}
           FROM report, jsonb_each_text(${entries}) AS e
       ), event AS (
         INSERT INTO county_report_events (county_report_id, kind, revision, at, by_person_id, by_name)
         SELECT id, 'opened', 0, ${at}, ${person}, ${name} FROM report
       )
       SELECT id FROM report`,
      p.values,
    );
    return rows[0]?.id ?? null;
  }

  /** Values, revisions, receipt, history and the reasons they settle. @returns false where the report is at another revision */
  async save(tx: Transaction, scope: Scope, write: EntriesWrite): Promise<boolean> {
    const p = new SqlParameters();
    const { changes, receipt } = write;
    const entered = Object.fromEntries(changes.flatMap(({ entry, after }) => (after === null ? [] : [[entry, after]])));
    const cleared = changes.flatMap(({ entry, after }) => (after === null ? [entry] : []));
    const states = Object.fromEntries(
      changes.map(({ entry }) => [entry, { revision: write.revision, source: 'typed' }]),
    );
    const revision = `${p.add(write.revision)}::integer`;
    const at = `${p.add(tx.at)}::timestamptz`;
    const person = `${p.add(actorPersonId(tx.actor))}::uuid`;
    const name = `${p.add(actorName(tx.actor))}::text`;
    const rows = await tx.query<{ id: string }>(
      `WITH report AS (
         UPDATE county_reports cr
            SET revision = ${revision}, updated_at = ${at}, entry_states = cr.entry_states || ${p.add(JSON.stringify(states))}::jsonb,
                entries = (cr.entries || ${p.add(JSON.stringify(entered))}::jsonb) - ${p.add(cleared)}::text[]
          WHERE cr.id = ${p.add(write.reportId)} AND cr.revision = ${p.add(write.baseRevision)}
            AND ${scope.regions('cr.county_id', p)}
         RETURNING cr.id
       ), change AS (
         SELECT report.id, x.entry, x.before, x.after
           FROM report, jsonb_to_recordset(${p.add(JSON.stringify(changes))}::jsonb) AS x (entry text, before text, after text)
       ), history AS (
         INSERT INTO county_entry_revisions (county_report_id, revision, entry, before, after, source, at, by_person_id, by_name)
         SELECT id, ${revision}, entry, before, after, 'typed', ${at}, ${person}, ${name} FROM change
       ), receipt AS (
         INSERT INTO county_report_saves (county_report_id, key, request_hash, answer, saved_at, saved_by)
         SELECT id, ${p.add(receipt.key)}::uuid, ${p.add(receipt.requestHash)}::text, ${p.add(JSON.stringify(receipt.answer))}::jsonb,
                ${at}, ${person} FROM report
       ), settled AS (
         UPDATE county_return_reasons rr SET settled_in_revision = ${revision}
           FROM change WHERE rr.county_report_id = change.id AND rr.entry = change.entry AND rr.settled_in_revision IS NULL
       )
       SELECT id FROM report`,
      p.values,
    );
    return rows.length > 0;
  }

  /** A save that repeated what is stored: only its answer is kept. */
  async keepReceipt(tx: Transaction, reportId: string, receipt: EntriesWrite['receipt']): Promise<void> {
    await tx.execute(
      `INSERT INTO county_report_saves (county_report_id, key, request_hash, answer, saved_at, saved_by)
       VALUES ($1, $2, $3, $4::jsonb, $5, $6)`,
      [reportId, receipt.key, receipt.requestHash, JSON.stringify(receipt.answer), tx.at, actorPersonId(tx.actor)],
    );
  }

  /** Gives topics to sections, or (null) to nobody in particular; sections that now answer for something get their part. */
  async assign(
    tx: Transaction,
    scope: Scope,
    report: { readonly id: string; readonly revision: number },
    given: readonly { readonly topic: Topic; readonly unitId: string | null }[],
  ): Promise<void> {
    const p = new SqlParameters();
    await tx.execute(
      `WITH report AS (
         SELECT cr.id FROM county_reports cr WHERE cr.id = ${p.add(report.id)} AND ${scope.regions('cr.county_id', p)}
       ), given AS (
         SELECT report.id, x.topic, x.unit_id
           FROM report, jsonb_to_recordset(${p.add(JSON.stringify(given.map(({ topic, unitId }) => ({ topic, unit_id: unitId }))))}::jsonb)
                AS x (topic text, unit_id uuid)
       ), taken AS (
         DELETE FROM county_report_topics t USING given
          WHERE t.county_report_id = given.id AND t.topic = given.topic AND given.unit_id IS NULL
       ), topics AS (
         INSERT INTO county_report_topics (county_report_id, topic, unit_id)
         SELECT id, topic, unit_id FROM given WHERE unit_id IS NOT NULL
         ON CONFLICT (county_report_id, topic) DO UPDATE SET unit_id = EXCLUDED.unit_id
       ), parts AS (
         INSERT INTO county_report_parts (county_report_id, unit_id)
         SELECT DISTINCT id, unit_id FROM given WHERE unit_id IS NOT NULL ON CONFLICT DO NOTHING
       )
       INSERT INTO county_report_events (county_report_id, kind, revision, details, at, by_person_id, by_name)
       SELECT id, 'assigned', ${p.add(report.revision)}::integer, ${p.add(JSON.stringify({ assignments: given }))}::jsonb,
              ${p.add(tx.at)}::timestamptz, ${p.add(actorPersonId(tx.actor))}::uuid, ${p.add(actorName(tx.actor))}::text
         FROM report`,
      p.values,
    );
  }

  /** The way of a part, the event that tells of it and, of a return, its reasons. */
  async move(tx: Transaction, scope: Scope, write: PartWrite): Promise<boolean> {
    const p = new SqlParameters();
    const at = `${p.add(tx.at)}::timestamptz`;
    const person = `${p.add(actorPersonId(tx.actor))}::uuid`;
    const name = `${p.add(actorName(tx.actor))}::text`;
    const revision = `${p.add(write.revision)}::integer`;
    const submitted = write.event === 'submitted';
    const approved = write.event === 'approved';
    const signed = (when: boolean, what: string, column: string) =>
      when ? what : write.event === 'approved' && column.startsWith('submitted') ? `part.${column}` : 'NULL';
    const rows = await tx.query<{ id: string }>(
      `WITH moved AS (
         UPDATE county_report_parts part
            SET status = ${p.add(write.status)}::text, deadline = COALESCE(${p.add(write.deadline ?? null)}::date, part.deadline),
                submitted_at = ${signed(submitted, at, 'submitted_at')}, submitted_by = ${signed(submitted, person, 'submitted_by')},
                submitted_by_name = ${signed(submitted, name, 'submitted_by_name')},
                approved_at = ${signed(approved, at, 'approved_at')}, approved_by = ${signed(approved, person, 'approved_by')},
                approved_by_name = ${signed(approved, name, 'approved_by_name')}
           FROM county_reports cr
          WHERE part.id = ${p.add(write.partId)} AND part.county_report_id = ${p.add(write.reportId)}
            AND cr.id = part.county_report_id AND ${scope.regions('cr.county_id', p)}
         RETURNING part.id, part.county_report_id
       ), event AS (
         INSERT INTO county_report_events (county_report_id, part_id, kind, revision, note, details, at, by_person_id, by_name)
         SELECT county_report_id, id, ${p.add(write.event)}::text, ${revision}, ${p.add(write.note)}::text,
                ${p.add(JSON.stringify(write.reasons === undefined ? {} : { reasons: write.reasons }))}::jsonb, ${at}, ${person}, ${name}
           FROM moved
       ), reasons AS (
         INSERT INTO county_return_reasons (county_report_id, part_id, entry, reason, at, by_person_id, by_name)
         SELECT moved.county_report_id, moved.id, x.entry, x.reason, ${at}, ${person}, ${name}
           FROM moved, jsonb_to_recordset(${p.add(JSON.stringify(write.reasons ?? []))}::jsonb) AS x (entry text, reason text)
       ), settled AS (
         UPDATE county_return_reasons rr SET settled_in_revision = ${revision}
           FROM moved WHERE rr.part_id = moved.id AND rr.entry IS NULL AND rr.settled_in_revision IS NULL
            AND ${submitted ? 'TRUE' : 'FALSE'}
       )
       SELECT id FROM moved`,
      p.values,
    );
    return rows.length > 0;
  }
}
