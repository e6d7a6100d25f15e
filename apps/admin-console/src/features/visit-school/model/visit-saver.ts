import { ApiProblemError } from '@junheng/api-client';
import {
  classifySaveFailure,
  createSaver,
  indexedDbJournal,
  newKey,
  type Saver,
  type SaveFailure,
  type TheirValue,
} from '@junheng/offline-journal';
import type { SavedVisitEntries } from '@junheng/api-contract';
import { journalName, VISIT_JOURNAL } from '../../../device/visit-journal.ts';
import { readSession } from '../../../server/session.ts';
import { saveVisitEntries, type VisitPlace } from '../../../server/visits.ts';

const codes = {
  keyReused: 'visit.idempotency-key-reused',
  conflict: 'visit.conflict',
  refusedPrefix: 'visit.entry-',
};

export const classifyVisitFailure = (error: unknown): SaveFailure => classifySaveFailure(codes, error);

let confirmedPerson: string | null = null;

/**
 * Writes in the name of this person or not at all: a page that was opened without a network has no token yet, and somebody else may
 * have signed in since.
 * @throws ApiProblemError 401
 */
export async function asPerson<Answer>(personId: string, call: () => Promise<Answer>): Promise<Answer> {
  if (confirmedPerson !== personId) {
    const known = await readSession();
    confirmedPerson = known?.session.personId ?? null;
  }
  if (confirmedPerson !== personId) {
    confirmedPerson = null;
    throw new ApiProblemError(401, null);
  }
  try {
    return await call();
  } catch (error) {
    // A token of an earlier session: asking again brings the new one.
    if (classifyVisitFailure(error).kind === 'sign-in') confirmedPerson = null;
    throw error;
  }
}

export function createVisitSaver(
  personId: string,
  place: VisitPlace,
  told: {
    readonly onStored: (saved: SavedVisitEntries) => void;
    readonly onTheirs: (entries: readonly TheirValue[]) => void;
    readonly onLocked: (code: string) => void;
  },
): Saver {
  return createSaver<SavedVisitEntries>({
    journal: indexedDbJournal(personId, journalName(place), VISIT_JOURNAL),
    newKey,
    random: Math.random,
    now: Date.now,
    classify: classifyVisitFailure,
    send: ({ key, changes }, typedAt) =>
      asPerson(personId, () =>
        saveVisitEntries(place, {
          key,
          deviceTime: new Date().toISOString(),
          changes: changes.map(({ cell, value, baseRevision }) => ({
            entry: cell,
            value,
            baseRevision,
            typedAt: new Date(typedAt[cell] ?? 0).toISOString(),
          })),
        }),
      ),
    ...told,
  });
}
