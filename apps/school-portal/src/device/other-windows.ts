import type { QueryClient } from '@tanstack/react-query';
import { selfReportQuery } from '../api/self-reports.ts';

const CHANNEL = 'junheng-saves';

interface Saved {
  readonly personId: string;
  readonly reportId: string;
}

/** Old browsers have no channel between windows: there, only the server tells what another window saved. */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);

/** Tells the person's other windows that the server has stored something of a report. */
export function tellSaved(saved: Saved): void {
  channel?.postMessage(saved);
}

/**
 * Reads a report anew when another window has saved into it. A page that is reloaded asks for the report while the last save of
 * the page before may still be under way: without this it would go on with what was there before, and the person's next
 * value would meet their own last one as a conflict.
 * @returns ends it
 */
export function followOtherWindows(queryClient: QueryClient, personId: string): () => void {
  const heard = (event: MessageEvent<Saved>): void => {
    if (event.data.personId !== personId) return;
    void queryClient.invalidateQueries({ queryKey: selfReportQuery(event.data.reportId).queryKey });
  };
  channel?.addEventListener('message', heard);
  return () => channel?.removeEventListener('message', heard);
}
