import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface LastSeenDatabase extends DBSchema {
  answers: { key: string; value: KeptAnswer; indexes: { owner: string } };
}
interface KeptAnswer {
  /** Person and query. */
  readonly id: string;
  readonly owner: string;
  /** The contract that the answer follows; a page that knows another one must not read it. */
  readonly contract: string;
  readonly data: unknown;
  /** When the server said so, in epoch milliseconds of this device. */
  readonly at: number;
}

/** Hash of the wire contract that this page was built for (vite.config.ts); absent in tests. */
declare const WIRE_CONTRACT: string | undefined;
const contract = typeof WIRE_CONTRACT === 'undefined' ? 'test' : WIRE_CONTRACT;

/** What is kept: enough to open the portal and fill a report. Not who entered what, nor anything of the county. */
const KEPT: readonly QueryKey[] = [
  ['self-reports', 'due'],
  ['self-reports', 'one'],
  ['evidence', 'list'],
  ['editions'],
  ['bureau-edition'],
];

/** As much of a query as is looked at. */
interface SeenQuery {
  readonly queryKey: QueryKey;
  readonly queryHash: string;
  readonly state: { readonly data?: unknown; readonly dataUpdatedAt: number };
}

const isKept = ({ queryKey }: SeenQuery): boolean =>
  KEPT.some((prefix) => prefix.every((part, index) => queryKey[index] === part));

/** After this, a page that still waits for the server shows what it saw last. */
const SLOW_MS = 3_000;

let database: Promise<IDBPDatabase<LastSeenDatabase>> | null = null;
function open(): Promise<IDBPDatabase<LastSeenDatabase>> {
  database ??= openDB<LastSeenDatabase>('junheng-last-seen', 1, {
    upgrade: (db) => {
      db.createObjectStore('answers', { keyPath: 'id' }).createIndex('owner', 'owner');
    },
  });
  return database;
}

/**
 * Keeps the last answers of the server on this device, and puts one in place where the server cannot be asked or is slow. The
 * query then has its data as of `dataUpdatedAt`, and goes on asking. Copies of other people are removed.
 * @returns ends it
 */
export function keepLastSeen(queryClient: QueryClient, personId: string): () => void {
  let ended = false;
  const idOf = (query: SeenQuery): string => `${personId} ${query.queryHash}`;
  const keep = async (query: SeenQuery): Promise<void> => {
    const { data, dataUpdatedAt: at } = query.state;
    const db = await open();
    if (!ended) await db.put('answers', { id: idOf(query), owner: personId, contract, data, at });
  };
  const recall = async (query: SeenQuery): Promise<void> => {
    const kept = await (await open()).get('answers', idOf(query));
    if (ended || kept === undefined || kept.contract !== contract || query.state.data !== undefined) return;
    queryClient.setQueryData(query.queryKey, kept.data, { updatedAt: kept.at });
  };
  const unsubscribe = queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || !isKept(event.query)) return;
    const { query, action } = event;
    if (action.type === 'success') void keep(query).catch(() => undefined);
    if (query.state.data !== undefined) return;
    if (action.type === 'failed' || action.type === 'error') void recall(query).catch(() => undefined);
    if (action.type === 'fetch') setTimeout(() => void recall(query).catch(() => undefined), SLOW_MS);
  });
  void clearLastSeen((owner) => owner !== personId);
  return () => {
    ended = true;
    unsubscribe();
  };
}

/** Removes the copies of these people, of everybody where nobody is named. */
export async function clearLastSeen(isOf: (personId: string) => boolean = () => true): Promise<void> {
  try {
    const db = await open();
    for (const { id, owner } of await db.getAll('answers')) if (isOf(owner)) await db.delete('answers', id);
  } catch {
    // No storage, nothing to remove.
  }
}
