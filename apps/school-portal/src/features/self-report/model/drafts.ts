/**
 * Sentences that were begun and not yet sent: kept on the device, under the person who is at work in this page, so that neither a jump
 * to a cell nor a closed window loses them. Signing out removes them.
 */
const PREFIX = 'junheng-draft/';
let owner = '';

/** Whose drafts this page keeps and shows: those of nobody else who uses the device. */
export function keepDraftsFor(personId: string): void {
  owner = personId;
}

/** Who writes in this page: a sentence goes out in their name or not at all. */
export const whoseDrafts = (): string => owner;

const placeOf = (key: string): string => `${PREFIX}${owner}/${key}`;

function storage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

export function readDraft(key: string): string | null {
  return storage()?.getItem(placeOf(key)) ?? null;
}

/** `null` forgets it. */
export function writeDraft(key: string, text: string | null): void {
  try {
    if (text === null) storage()?.removeItem(placeOf(key));
    else storage()?.setItem(placeOf(key), text);
  } catch {
    // Full or forbidden: the sentence still stands on the page.
  }
}

const ownPlaces = (personId: string): string[] =>
  Object.keys(storage() ?? {}).filter((place) => place.startsWith(`${PREFIX}${personId}/`));

/** Sentences of this person that are on no server: signing out removes them. */
export function draftCount(personId: string): number {
  return ownPlaces(personId).filter((place) => (storage()?.getItem(place) ?? '').trim() !== '').length;
}

/** Signing out: nothing of this person stays on the device. */
export function forgetDrafts(): void {
  for (const place of ownPlaces(owner)) storage()?.removeItem(place);
}
