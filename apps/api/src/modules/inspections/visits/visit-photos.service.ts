import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Actor } from '../../../platform/database/actor.ts';
import { Transactions } from '../../../platform/database/database.ts';
import { FileStore } from '../../../platform/files/file-store.ts';
import { refuseUnlessKept } from '../../../platform/files/take-file.ts';
import type { Scope } from '../../access/access.scope.ts';
import { evidenceName } from '../../evidence/evidence.rules.ts';
import { PictureReception } from '../../evidence/picture-reception.service.ts';
import { VisitPhotosRepository } from '../persistence/visit-photos.repository.ts';
import { clockAheadSeconds } from './tablet-clock.rules.ts';
import { visitErrors } from './visits.errors.ts';
import { VisitsService } from './visits.service.ts';
import type { PhotoRecord } from './visits.types.ts';

/** Of one school: a visit, not an archive. */
const MOST_PHOTOS = 200;

export interface NewVisitPhoto {
  readonly id: string;
  readonly about: string | null;
  /** By the tablet's clock, as `deviceTime`, which is when it sent this. */
  readonly takenAt: string;
  readonly deviceTime: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Photos (照片) of a visit: known by their bytes, each once however often a tablet sends it. */
@Injectable()
export class VisitPhotosService {
  constructor(
    private readonly transactions: Transactions,
    private readonly visits: VisitsService,
    private readonly photos: VisitPhotosRepository,
    private readonly pictures: PictureReception,
    private readonly files: FileStore,
  ) {}

  /**
   * @throws inspection.not-found, visit.not-found, .not-on-team, .signed, .photo-refused (no picture), .photo-id-used,
   * .photos-too-many, server.unavailable (the bytes went meanwhile: send them again)
   */
  async add(
    scope: Scope,
    actor: Actor,
    at: { readonly inspectionId: string; readonly schoolId: string },
    photo: NewVisitPhoto,
  ): Promise<PhotoRecord> {
    // Whoever may not add any stores nothing.
    await this.transactions.run(actor, (tx) => this.visits.hold(tx, scope, at, { signed: null }));
    const kept = await this.pictures.keep(photo.bytes);
    if (!kept.ok) throw visitErrors.photoRefused(kept.found);
    const { sha256, size, mediaType } = kept;
    return this.transactions.run(actor, async (tx) => {
      const held = await this.visits.hold(tx, scope, at, { signed: null });
      const present = await this.photos.find(photo.id, tx);
      if (present !== null) {
        if (present.visitId !== held.row.id || present.sha256 !== sha256) throw visitErrors.photoIdUsed();
        return present;
      }
      if (held.row.signedAt !== null) {
        throw visitErrors.signed(held.row.signedByName ?? '', held.row.signedAt.toISOString());
      }
      const others = await this.photos.findOfVisits([held.row.id], tx);
      if (others.filter(({ removedAt }) => removedAt === null).length >= MOST_PHOTOS) {
        throw visitErrors.photosTooMany(MOST_PHOTOS);
      }
      const name = evidenceName(photo.name, mediaType);
      const ahead = clockAheadSeconds(photo.deviceTime, tx.at);
      await this.photos.add(tx, {
        id: photo.id,
        visitId: held.row.id,
        name,
        mediaType,
        sha256,
        size,
        about: photo.about,
        takenAt: new Date(photo.takenAt),
        clockAheadSeconds: ahead,
      });
      await refuseUnlessKept(this.files, sha256);
      await this.visits.record(tx, held, 'visit.photo-added', {
        photoId: photo.id,
        name,
        size,
        sha256,
        about: photo.about,
        takenAt: photo.takenAt,
        clockAheadSeconds: ahead,
      });
      const added = await this.photos.find(photo.id, tx);
      if (added === null) throw visitErrors.photoNotFound();
      return added;
    });
  }

  /** Takes it out; row and bytes stay. @throws inspection.not-found, visit.not-found, .not-on-team, .signed, .photo-not-found */
  async remove(
    scope: Scope,
    actor: Actor,
    at: { readonly inspectionId: string; readonly schoolId: string },
    photoId: string,
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const held = await this.visits.hold(tx, scope, at);
      const photo = await this.photos.find(photoId, tx);
      if (photo === null || photo.visitId !== held.row.id) throw visitErrors.photoNotFound();
      if (photo.removedAt !== null) return;
      await this.photos.remove(tx, photoId);
      await this.visits.record(tx, held, 'visit.photo-removed', { photoId, name: photo.name, sha256: photo.sha256 });
    });
  }

  /** @throws inspection.not-found, visit.not-found, .photo-not-found */
  async content(
    scope: Scope,
    at: { readonly inspectionId: string; readonly schoolId: string },
    photoId: string,
  ): Promise<{ readonly photo: PhotoRecord; readonly content: Readable }> {
    const { visit } = await this.visits.read(scope, at.inspectionId, at.schoolId);
    const photo = visit.photos.find(({ id }) => id === photoId);
    const content = photo === undefined ? null : await this.files.read(photo.sha256);
    if (photo === undefined || content === null) throw visitErrors.photoNotFound();
    return { photo, content };
  }
}
