import type { QueryClient } from '@tanstack/react-query';
import { forgetSession } from '../device/kept-session.ts';
import { needsSignIn } from '../server/refusal.ts';
import { sessionQuery, signOut } from '../server/session.ts';

/**
 * Signs out, and begins anew with the sign-in page: nothing of this person stays in the window. What the device keeps goes first, and whether or
 * not the server hears of it: the next person at a shared tablet sees nothing of this one's.
 */
export async function leaveConsole(client: QueryClient, personId: string | null): Promise<void> {
  forgetSession();
  if (personId !== null) await forgetKept(personId);
  try {
    await signOut();
  } catch (error) {
    // A session that had ended already is as good as ended now.
    if (!needsSignIn(error)) {
      // The server was not reached: at least this window shows nothing more, also to whoever signs in next.
      client.setQueryData(sessionQuery.queryKey, null);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
      return;
    }
  }
  globalThis.location.replace('/admin/');
}

/** What an inspector's device keeps of visits, with a program that other pages do not load. */
async function forgetKept(personId: string): Promise<void> {
  try {
    const { forgetVisits } = await import('../device/kept-visits.ts');
    await forgetVisits(personId);
  } catch {
    // Not to be had without a network. What is kept cannot be opened by anybody else: the session that would is gone already.
  }
}
