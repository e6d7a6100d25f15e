import type { Visit } from '@junheng/api-contract';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { wireContract, type PhotoToSend, type VisitPlace } from '../server/visits.ts';

/** A visit as the server last told it. */
export interface SeenVisit {
  readonly visit: Visit;
  /** Epoch milliseconds of this device. */
  readonly at: number;
  /** False while the server cannot be asked. */
  readonly live: boolean;
  /** How far this device's clock is ahead of the server's. */
  readonly aheadSeconds: number;
}

export interface KeptPhoto extends PhotoToSend, VisitPlace {
  /** Nobody else on this device gets to see it. */
  readonly owner: string;
  /** The server's code where it refused the picture. */
  readonly refusal: string | null;
}

interface VisitDatabase extends DBSchema {
  visits: {
    key: string;
    value: SeenVisit & { readonly id: string; readonly owner: string; readonly contract: string };
  };
  photos: { key: string; value: KeptPhoto; indexes: { owner: string } };
}

let database: Promise<IDBPDatabase<VisitDatabase>> | null = null;
function open(): Promise<IDBPDatabase<VisitDatabase>> {
  database ??= openDB<VisitDatabase>('junheng-visits', 1, {
    upgrade: (db) => {
      db.createObjectStore('visits', { keyPath: 'id' });
      db.createObjectStore('photos', { keyPath: 'id' }).createIndex('owner', 'owner');
    },
    terminated: () => {
      database = null;
    },
  });
  return database;
}

const idOf = (owner: string, { inspectionId, schoolId }: VisitPlace): string => `${owner} ${inspectionId} ${schoolId}`;

export async function keepVisit(owner: string, place: VisitPlace, seen: SeenVisit): Promise<void> {
  await (await open()).put('visits', { ...seen, id: idOf(owner, place), owner, contract: wireContract });
}

/** What this person saw last of a visit; null where nothing is kept, or for another wire contract. */
export async function keptVisit(owner: string, place: VisitPlace): Promise<SeenVisit | null> {
  const kept = await (await open()).get('visits', idOf(owner, place));
  return kept === undefined || kept.contract !== wireContract ? null : kept;
}

/** Signing out: what the server told is removed. What was recorded and not sent stays, for the same person only. */
export async function forgetVisits(owner: string): Promise<void> {
  try {
    const db = await open();
    for (const { id, owner: of } of await db.getAll('visits')) if (of === owner) await db.delete('visits', id);
  } catch {
    // No storage, nothing to remove.
  }
}

/** On the disk before it counts. */
export async function keepPhoto(photo: KeptPhoto): Promise<void> {
  const { store, done } = (await open()).transaction('photos', 'readwrite', { durability: 'strict' });
  await store.put(photo);
  await done;
}

export async function forgetPhoto(id: string): Promise<void> {
  await (await open()).delete('photos', id);
}

/** In the order they were taken. */
export async function keptPhotos(owner: string, place: VisitPlace): Promise<readonly KeptPhoto[]> {
  const photos = await (await open()).getAllFromIndex('photos', 'owner', owner);
  return photos
    .filter(({ inspectionId, schoolId }) => inspectionId === place.inspectionId && schoolId === place.schoolId)
    .sort((one, other) => one.takenAt.localeCompare(other.takenAt));
}
