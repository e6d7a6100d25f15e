import type { CellKey } from './cell-key.ts';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Journal } from './journal.ts';
import { newKey } from './new-key.ts';
import { cellsOfEntry, isEmptyEntry, type JournalEntry } from './journal-entry.ts';

interface JournalDatabase extends DBSchema {
  entries: { key: string; value: StoredEntry; indexes: { owner: string } };
}
interface StoredEntry extends JournalEntry {
  /** Random, one per opened page. */
  readonly page: string;
  /** Person and report. Nobody else on this computer gets to see it. */
  readonly owner: string;
}

/** The portal's; both apps are of one origin, so each has a database of its own. */
const DATABASE = 'junheng-journal';

const databases = new Map<string, Promise<IDBPDatabase<JournalDatabase>>>();
function open(name: string): Promise<IDBPDatabase<JournalDatabase>> {
  const present = databases.get(name);
  if (present !== undefined) return present;
  const opened = openDB<JournalDatabase>(name, 1, {
    upgrade: (db) => {
      db.createObjectStore('entries', { keyPath: 'page' }).createIndex('owner', 'owner');
    },
    // The browser took the storage away under the page; the next write asks for it again.
    terminated: () => {
      databases.delete(name);
    },
  });
  databases.set(name, opened);
  return opened;
}

const lockName = (page: string): string => `junheng-journal-${page}`;

/**
 * A journal in IndexedDB. Each page writes its own entry and holds a lock of its name; an entry whose lock is free belongs to
 * a page that was closed, reloaded or killed, and is adopted. Where the browser has no locks (plain http) every other entry
 * is adopted: two live pages then both send it, which is harmless, as batches carry their keys and edits their bases.
 */
export function indexedDbJournal(personId: string, reportId: string, database = DATABASE): Journal {
  const owner = `${personId}/${reportId}`;
  const page = newKey();
  let release: () => void = () => undefined;
  const adopted: string[] = [];
  const watched = new Set<string>();
  let left: () => void = () => undefined;
  let asked = false;
  let closed = false;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  void holdLock(page, held);
  return {
    durable: () =>
      open(database).then(
        () => true,
        () => false,
      ),
    write: async (entry) => {
      const db = await open(database);
      if (closed) return;
      // `strict`: on the disk before it counts, so that a power cut loses no more than a crash.
      const { store, done } = db.transaction('entries', 'readwrite', { durability: 'strict' });
      if (isEmptyEntry(entry)) await store.delete(page);
      else await store.put({ ...entry, page, owner });
      await done;
    },
    adopt: async () => {
      // Without locks nobody can tell who is gone, and pages would take from each other again and again.
      if (asked && locks() === undefined) return [];
      asked = true;
      const db = await open(database);
      const entries: StoredEntry[] = [];
      for (const entry of await db.getAllFromIndex('entries', 'owner', owner)) {
        if (entry.page === page) continue;
        if (await isAlive(entry.page)) {
          // Reloaded a moment ago, its lock may be about to be freed; or it is another window, which may crash later.
          if (!watched.has(entry.page)) void locks()?.request(lockName(entry.page), () => left());
          watched.add(entry.page);
          continue;
        }
        adopted.push(entry.page);
        entries.push(entry);
      }
      return entries.map(({ edits, batches }) => ({ edits, batches }));
    },
    onLeft: (listener) => {
      left = listener;
    },
    forgetAdopted: async () => {
      const db = await open(database);
      for (const gone of adopted.splice(0)) await db.delete('entries', gone);
    },
    close: () => {
      closed = true;
      release();
    },
  };
}

/** Cells that a person typed on this computer and that no server acknowledged, by report. */
export async function waitingInJournals(
  personId: string,
  database = DATABASE,
): Promise<ReadonlyMap<string, ReadonlySet<CellKey>>> {
  const waiting = new Map<string, Set<CellKey>>();
  try {
    for (const entry of await (await open(database)).getAll('entries')) {
      const [owner, reportId = ''] = entry.owner.split('/');
      if (owner !== personId) continue;
      const cells = waiting.get(reportId) ?? new Set();
      waiting.set(reportId, cells);
      for (const cell of cellsOfEntry(entry)) cells.add(cell);
    }
  } catch {
    // No storage, nothing waits in it.
  }
  return waiting;
}

/** Removes everything a person left on this computer (signing out of a shared one). */
export async function clearJournals(personId: string, database = DATABASE): Promise<void> {
  try {
    const db = await open(database);
    for (const entry of await db.getAll('entries')) {
      if (entry.owner.startsWith(`${personId}/`)) await db.delete('entries', entry.page);
    }
  } catch {
    // No storage, nothing to clear.
  }
}

async function holdLock(page: string, until: Promise<void>): Promise<void> {
  await locks()?.request(lockName(page), () => until);
}

async function isAlive(page: string): Promise<boolean> {
  const manager = locks();
  if (manager === undefined) return false;
  return manager.request(lockName(page), { ifAvailable: true }, (lock) => Promise.resolve(lock === null));
}

/** The type says that every navigator has locks; over plain http it has none. */
function locks(): LockManager | undefined {
  const lent: Partial<Navigator> | undefined = globalThis.navigator;
  return lent?.locks;
}
