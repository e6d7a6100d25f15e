import { answerOf } from '@junheng/api-client';
import type {
  ArchiveIndex,
  DecideEvidenceRequest,
  SavedVisitEntries,
  SaveVisitEntriesRequest,
  Visit,
  VisitPhoto,
  Visits,
} from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client, done } from './connection.ts';

/** One school of one project. */
export interface VisitPlace {
  readonly inspectionId: string;
  readonly schoolId: string;
}

export const visitsKey = (inspectionId: string) => ['visits', inspectionId] as const;
export const visitKey = ({ inspectionId, schoolId }: VisitPlace) => ['visit', inspectionId, schoolId] as const;
const archiveKey = ({ inspectionId, schoolId }: VisitPlace) => ['archive', inspectionId, schoolId] as const;

export const visitsQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: visitsKey(inspectionId),
    queryFn: async ({ signal }): Promise<Visits> =>
      asked(client.GET('/api/v1/inspections/{inspectionId}/visits', { params: { path: { inspectionId } }, signal })),
  });

export const archiveQuery = (path: VisitPlace) =>
  queryOptions({
    queryKey: archiveKey(path),
    queryFn: async ({ signal }): Promise<ArchiveIndex> =>
      asked(client.GET('/api/v1/inspections/{inspectionId}/visits/{schoolId}/archive', { params: { path }, signal })),
  });

/** OpenAPI knows no pairs: the names of an edition's own words come as lists of two. */
const visitOf = async (answer: Promise<unknown>): Promise<Visit> => (await answer) as Visit;

export function readVisit(path: VisitPlace, signal: AbortSignal): Promise<Visit> {
  return visitOf(
    asked(client.GET('/api/v1/inspections/{inspectionId}/visits/{schoolId}', { params: { path }, signal })),
  );
}

/** Rejects with what `classifySaveFailure` understands. */
export function saveVisitEntries(path: VisitPlace, body: SaveVisitEntriesRequest): Promise<SavedVisitEntries> {
  return answerOf(
    client.PATCH('/api/v1/inspections/{inspectionId}/visits/{schoolId}/entries', { params: { path }, body }),
  );
}

export interface PhotoToSend {
  readonly id: string;
  readonly blob: Blob;
  readonly name: string;
  readonly about: string | null;
  /** ISO, by this device's clock. */
  readonly takenAt: string;
}

/** Rejects with what `classifySaveFailure` understands. */
export function sendVisitPhoto(place: VisitPlace, photo: PhotoToSend): Promise<VisitPhoto> {
  const form = new FormData();
  form.append('file', photo.blob, photo.name);
  const { id: photoId, takenAt, about } = photo;
  return answerOf(
    client.PUT('/api/v1/inspections/{inspectionId}/visits/{schoolId}/photos/{photoId}', {
      params: {
        path: { ...place, photoId },
        query: { takenAt, deviceTime: new Date().toISOString(), ...(about === null ? {} : { about }) },
      },
      body: { file: '' },
      bodySerializer: () => form,
    }),
  );
}

export const photoAddress = ({ inspectionId, schoolId }: VisitPlace, photoId: string): string =>
  `/api/v1/inspections/${inspectionId}/visits/${schoolId}/photos/${photoId}/content`;

export function removeVisitPhoto(place: VisitPlace, photoId: string): Promise<void> {
  return done(
    client.DELETE('/api/v1/inspections/{inspectionId}/visits/{schoolId}/photos/{photoId}', {
      params: { path: { ...place, photoId } },
    }),
  );
}

export function signVisit(path: VisitPlace, revision: number): Promise<Visit> {
  return visitOf(
    asked(
      client.POST('/api/v1/inspections/{inspectionId}/visits/{schoolId}/signature', {
        params: { path },
        body: { revision },
      }),
    ),
  );
}

export function reopenVisit(path: VisitPlace, reason: string): Promise<Visit> {
  return visitOf(
    asked(
      client.POST('/api/v1/inspections/{inspectionId}/visits/{schoolId}/reopening', {
        params: { path },
        body: { reason },
      }),
    ),
  );
}

export function decideEvidence(
  place: VisitPlace,
  evidenceId: string,
  body: DecideEvidenceRequest,
): Promise<ArchiveIndex> {
  return asked(
    client.PUT('/api/v1/inspections/{inspectionId}/visits/{schoolId}/archive/{evidenceId}', {
      params: { path: { ...place, evidenceId } },
      body,
    }),
  );
}

/** Of this device: a page made for another wire contract must not read what was kept. */
declare const WIRE_CONTRACT: string | undefined;
export const wireContract = typeof WIRE_CONTRACT === 'undefined' ? 'test' : WIRE_CONTRACT;
