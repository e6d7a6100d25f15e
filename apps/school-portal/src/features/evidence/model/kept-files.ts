import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { WaitingFile } from './upload-queue.ts';

interface KeptDatabase extends DBSchema {
  files: { key: string; value: KeptFile; indexes: { owner: string } };
}
interface KeptFile extends WaitingFile {
  /** Nobody else on this computer gets to see it. */
  readonly owner: string;
}

let database: Promise<IDBPDatabase<KeptDatabase>> | null = null;
function open(): Promise<IDBPDatabase<KeptDatabase>> {
  database ??= openDB<KeptDatabase>('junheng-evidence', 1, {
    upgrade: (db) => {
      db.createObjectStore('files', { keyPath: 'id' }).createIndex('owner', 'owner');
    },
  });
  return database;
}

/** Files that are to be uploaded, kept in IndexedDB until the server has them. */
export async function keepFile(personId: string, file: WaitingFile): Promise<void> {
  await (await open()).put('files', { ...file, owner: personId });
}

export async function forgetFile(id: string): Promise<void> {
  await (await open()).delete('files', id);
}

export async function keptFiles(personId: string): Promise<readonly WaitingFile[]> {
  const files = await (await open()).getAllFromIndex('files', 'owner', personId);
  return files.map(({ owner: _, ...file }) => file);
}

/** How many wait, without reading them; 0 where nothing can be kept. */
export async function countKeptFiles(personId: string): Promise<number> {
  try {
    return await (await open()).countFromIndex('files', 'owner', personId);
  } catch {
    return 0;
  }
}

/** Signing out of a shared computer leaves nothing behind. */
export async function clearKeptFiles(personId: string): Promise<void> {
  try {
    const db = await open();
    for (const id of await db.getAllKeysFromIndex('files', 'owner', personId)) await db.delete('files', id);
  } catch {
    // No storage, nothing to clear.
  }
}
