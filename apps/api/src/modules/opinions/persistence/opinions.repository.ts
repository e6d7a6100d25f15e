import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters } from '../../access/access.scope.ts';
import type {
  CountySchool,
  DocumentRecord,
  OpinionChange,
  OpinionDocument,
  OpinionEventKind,
  OpinionEventRecord,
  OpinionRecord,
} from '../opinions.types.ts';

const OPINION = `o.id, o.inspection_id AS "inspectionId", o.county_id AS "countyId", o.status, o.revision, o.content,
  o.objections_until AS "objectionsUntil", o.objections_end_at AS "objectionsEndAt", o.objection, o.answers, o.feedback`;
const COLUMNS = {
  status: ['status', 'text'],
  content: ['content', 'jsonb'],
  objectionsUntil: ['objections_until', 'date'],
  objectionsEndAt: ['objections_end_at', 'timestamptz'],
  objection: ['objection', 'jsonb'],
  answers: ['answers', 'jsonb'],
  feedback: ['feedback', 'jsonb'],
} as const satisfies Record<keyof OpinionChange, readonly [string, string]>;

/** Opinions on counties of projects that were found within the caller's scope before. */
@Injectable()
export class OpinionsRepository {
  constructor(private readonly database: Database) {}

  async find(inspectionId: string, countyId: string, reader: Reader = this.database): Promise<OpinionRecord | null> {
    const [row] = await reader.query<OpinionRecord>(
      `SELECT ${OPINION} FROM opinions o WHERE o.inspection_id = $1 AND o.county_id = $2`,
      [inspectionId, countyId],
    );
    return row ?? null;
  }

  /** For a change, which waits for others of the same opinion. */
  async hold(tx: Transaction, inspectionId: string, countyId: string): Promise<OpinionRecord | null> {
    const [row] = await tx.query<OpinionRecord>(
      `SELECT ${OPINION} FROM opinions o WHERE o.inspection_id = $1 AND o.county_id = $2 FOR UPDATE`,
      [inspectionId, countyId],
    );
    return row ?? null;
  }

  async findOfProject(inspectionId: string): Promise<readonly OpinionRecord[]> {
    return this.database.query<OpinionRecord>(`SELECT ${OPINION} FROM opinions o WHERE o.inspection_id = $1`, [
      inspectionId,
    ]);
  }

  async findDocuments(opinionId: string, reader: Reader = this.database): Promise<readonly DocumentRecord[]> {
    return reader.query<DocumentRecord>(
      `SELECT d.id, d.kind, d.body, d.hash, d.signed_at AS "signedAt", d.signed_by_name AS "signedByName",
              r.received_at AS "receivedAt", r.received_by_name AS "receivedByName"
         FROM opinion_documents d LEFT JOIN opinion_receipts r ON r.document_id = d.id
        WHERE d.opinion_id = $1 ORDER BY d.signed_at, d.kind`,
      [opinionId],
    );
  }

  async findEvents(opinionId: string): Promise<readonly OpinionEventRecord[]> {
    return this.database.query<OpinionEventRecord>(
      `SELECT e.kind, e.document, e.at, e.by_name AS "byName" FROM opinion_events e
        WHERE e.opinion_id = $1 ORDER BY e.id`,
      [opinionId],
    );
  }

  /** Those a finding may name: every school of the county that is open. */
  async findSchools(countyId: string, reader: Reader = this.database): Promise<readonly CountySchool[]> {
    return reader.query<CountySchool>(
      `SELECT s.id, s.code, s.name FROM current_schools s
        WHERE s.county_id = $1 AND s.closed_on IS NULL ORDER BY s.code COLLATE "C"`,
      [countyId],
    );
  }

  async timeZone(tx: Transaction, countyId: string): Promise<string> {
    const [row] = await tx.query<{ timeZone: string }>('SELECT time_zone AS "timeZone" FROM regions WHERE id = $1', [
      countyId,
    ]);
    return row?.timeZone ?? 'Asia/Shanghai';
  }

  /** Null where somebody else has just begun it. */
  async begin(
    tx: Transaction,
    of: Pick<OpinionRecord, 'inspectionId' | 'countyId' | 'content'>,
  ): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO opinions (inspection_id, county_id, status, revision, content) VALUES ($1, $2, 'drafting', 1, $3::jsonb)
       ON CONFLICT DO NOTHING RETURNING id`,
      [of.inspectionId, of.countyId, JSON.stringify(of.content)],
    );
    return row?.id ?? null;
  }

  async change(tx: Transaction, opinionId: string, change: OpinionChange): Promise<void> {
    const p = new SqlParameters();
    const id = p.add(opinionId);
    const sets = Object.entries(COLUMNS).flatMap(([member, [column, type]]) => {
      const value = change[member as keyof OpinionChange];
      if (value === undefined) return [];
      return [`${column} = ${p.add(type === 'jsonb' ? JSON.stringify(value) : value)}::${type}`];
    });
    await tx.execute(
      `UPDATE opinions SET ${[...sets, 'revision = revision + 1'].join(', ')} WHERE id = ${id}`,
      p.values,
    );
  }

  async addDocument(
    tx: Transaction,
    opinionId: string,
    document: Pick<DocumentRecord, 'kind' | 'body' | 'hash'>,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO opinion_documents (opinion_id, kind, body, hash, signed_at, signed_by, signed_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [opinionId, document.kind, document.body, document.hash, tx.at, actorPersonId(tx.actor), actorName(tx.actor)],
    );
  }

  async addReceipt(tx: Transaction, documentId: string): Promise<void> {
    await tx.execute(
      'INSERT INTO opinion_receipts (document_id, received_at, received_by, received_by_name) VALUES ($1, $2, $3, $4)',
      [documentId, tx.at, actorPersonId(tx.actor), actorName(tx.actor)],
    );
  }

  async addEvent(
    tx: Transaction,
    opinionId: string,
    kind: OpinionEventKind,
    document: OpinionDocument | null,
  ): Promise<void> {
    await tx.execute(
      'INSERT INTO opinion_events (opinion_id, kind, document, at, by_id, by_name) VALUES ($1, $2, $3, $4, $5, $6)',
      [opinionId, kind, document, tx.at, actorPersonId(tx.actor), actorName(tx.actor)],
    );
  }
}
