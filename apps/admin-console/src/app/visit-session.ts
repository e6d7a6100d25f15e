import type { QueryClient } from '@tanstack/react-query';
import { keptSession } from '../device/kept-session.ts';
import { sessionQuery } from '../server/session.ts';
import type { VisitPlace } from '../server/visits.ts';

/** Which visit `/admin/visit/<project>/<school>` is; null for every other address. */
export function visitPlaceOf(path: string): VisitPlace | null {
  const [, inspectionId, schoolId] = /^\/admin\/visit\/([0-9a-f-]{36})\/([0-9a-f-]{36})\/?$/.exec(path) ?? [];
  return inspectionId === undefined || schoolId === undefined ? null : { inspectionId, schoolId };
}

const SLOW_MS = 4_000;

/** Who is signed in; where the server cannot be asked or is slow, who was when it last answered on this device. */
export async function sessionOnSite(client: QueryClient): Promise<void> {
  const kept = keptSession();
  const asked = client.fetchQuery({ ...sessionQuery, networkMode: 'always', retry: false });
  const slow = new Promise<'slow'>((resolve) => {
    setTimeout(() => resolve('slow'), SLOW_MS);
  });
  const first = await Promise.race([asked, kept === null ? asked : slow]).catch(() => 'slow' as const);
  if (first !== 'slow' || kept === null) return;
  // An answer that fails later must not take away what was put in its place.
  await client.cancelQueries({ queryKey: sessionQuery.queryKey });
  client.setQueryData(sessionQuery.queryKey, kept);
}
