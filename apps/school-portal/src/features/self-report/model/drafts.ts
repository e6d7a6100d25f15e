/** Sentences that were begun and not yet sent, kept in the tab so that neither a jump to a cell nor a reload loses them. */
const PREFIX = 'junheng-draft/';

function storage(): Storage | null {
  try {
    return globalThis.sessionStorage;
  } catch {
    return null;
  }
}

export function readDraft(key: string): string | null {
  return storage()?.getItem(PREFIX + key) ?? null;
}

/** `null` forgets it. */
export function writeDraft(key: string, text: string | null): void {
  try {
    if (text === null) storage()?.removeItem(PREFIX + key);
    else storage()?.setItem(PREFIX + key, text);
  } catch {
    // Full or forbidden: the sentence still stands on the page.
  }
}

/** Signing out: nothing of this person stays in the tab. */
export function forgetDrafts(): void {
  const kept = storage();
  if (kept === null) return;
  for (const key of Object.keys(kept)) if (key.startsWith(PREFIX)) kept.removeItem(key);
}
