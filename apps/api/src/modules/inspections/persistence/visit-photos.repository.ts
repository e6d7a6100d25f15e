import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { TAKE_FILE } from '../../../platform/files/take-file.ts';
import type { PhotoRecord } from '../visits/visits.types.ts';

const PHOTO = `p.id, p.visit_id AS "visitId", p.name, f.size, p.media_type AS "mediaType", p.sha256, p.about,
  p.taken_at AS "takenAt", p.clock_ahead_seconds AS "clockAheadSeconds", p.added_at AS "addedAt",
  p.added_by_name AS "addedBy", p.removed_at AS "removedAt"`;

export type NewPhoto = Pick<
  PhotoRecord,
  'id' | 'visitId' | 'name' | 'mediaType' | 'sha256' | 'size' | 'about' | 'takenAt' | 'clockAheadSeconds'
>;

/** Photos (照片) of visits that were found within the caller's scope before. */
@Injectable()
export class VisitPhotosRepository {
  constructor(private readonly database: Database) {}

  /** In the order they were taken, with those that were taken out. */
  async findOfVisits(visitIds: readonly string[], reader: Reader = this.database): Promise<readonly PhotoRecord[]> {
    return reader.query<PhotoRecord>(
      `SELECT ${PHOTO} FROM visit_photos p JOIN files f ON f.sha256 = p.sha256
        WHERE p.visit_id = ANY ($1::uuid[]) ORDER BY p.taken_at, p.id`,
      [visitIds],
    );
  }

  async find(photoId: string, reader: Reader = this.database): Promise<PhotoRecord | null> {
    const [row] = await reader.query<PhotoRecord>(
      `SELECT ${PHOTO} FROM visit_photos p JOIN files f ON f.sha256 = p.sha256 WHERE p.id = $1`,
      [photoId],
    );
    return row ?? null;
  }

  async add(tx: Transaction, photo: NewPhoto): Promise<void> {
    await tx.execute(
      `WITH stored AS (
         INSERT INTO files (sha256, size, stored_at) VALUES ($3, $4::bigint, $9::timestamptz) ${TAKE_FILE}
       )
       INSERT INTO visit_photos (id, visit_id, sha256, name, media_type, about, taken_at, clock_ahead_seconds, added_at,
         added_by, added_by_name)
       VALUES ($1, $2, $3, $5, $6, $7, $8, $10, $9, $11, $12)`,
      [
        photo.id,
        photo.visitId,
        photo.sha256,
        photo.size,
        photo.name,
        photo.mediaType,
        photo.about,
        photo.takenAt,
        tx.at,
        photo.clockAheadSeconds,
        actorPersonId(tx.actor),
        actorName(tx.actor),
      ],
    );
  }

  async remove(tx: Transaction, photoId: string): Promise<void> {
    await tx.execute('UPDATE visit_photos SET removed_at = $2, removed_by = $3 WHERE id = $1', [
      photoId,
      tx.at,
      actorPersonId(tx.actor),
    ]);
  }
}
