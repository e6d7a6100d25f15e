import type { Visit, VisitPhoto, Visits } from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';
import { presentEditionTexts } from '../../standards/standards.presenter.ts';
import { recordsAt, teamOf } from '../teams.rules.ts';
import type { VisitRecord } from '../inspections.types.ts';
import { openProblems, progressOf } from './visit-checklist.rules.ts';
import { foundOf, ownerOfEntry } from './visit-entries.rules.ts';
import type { PhotoRecord, VisitEntry, VisitEventRecord, VisitState } from './visits.types.ts';

/** @param personId the caller: what others scored is theirs until the visit is signed */
export function presentVisits(visits: readonly VisitState[], personId: string | null, mayRecord: boolean): Visits {
  const records = ({ inspection, school }: VisitState): boolean => mayRecord && recordsAt(inspection, school, personId);
  return {
    visits: visits.map((visit) => {
      const { inspection, school, row, checklist, photos } = visit;
      return {
        school: presentVisitedSchool(school),
        team: teamOf(inspection, school)?.name ?? null,
        mayRecord: records(visit),
        status: statusOf(visit),
        // Whether a point was judged at all says nothing of how.
        progress: progressOf(checklist, visit.entries, photos.length),
        inspectors: inspectorsOf(visit, personId),
        savedAt: row?.savedAt?.toISOString() ?? null,
        signed: signedOf(visit),
      };
    }),
    mayRecord: visits.some(records),
  };
}

export function presentVisit(
  read: {
    readonly visit: VisitState;
    readonly edition: Edition;
    readonly events: readonly VisitEventRecord[];
    readonly onTeam: boolean;
  },
  personId: string | null,
  now: Date,
): Visit {
  const { visit, edition, events, onTeam } = read;
  const { inspection, school, row, checklist, photos, reported } = visit;
  const status = statusOf(visit);
  const open = openProblems(checklist, visit.entries);
  const signed = signedOf(visit);
  return {
    inspectionId: inspection.id,
    inspectionName: inspection.name,
    editionId: inspection.editionId,
    editionTexts: presentEditionTexts(edition),
    school: presentVisitedSchool(school),
    status,
    revision: row?.revision ?? 0,
    reportedIn: reported === null || reported.year === 0 ? null : { year: reported.year, status: reported.status },
    checklist,
    entries: Object.fromEntries(
      visibleEntries(visit, personId).map(({ entry, value, revision, at, by, typedAt, clockAheadSeconds }) => [
        entry,
        { value, revision, at: at.toISOString(), by, typedAt: typedAt.toISOString(), clockAheadSeconds },
      ]),
    ),
    found: Object.fromEntries(
      checklist.cells.flatMap(({ cell }) => {
        const entry = `verified:${cell}`;
        const found = foundOf(visit, entry).map(({ personId: finder, name, value, at }) => ({
          personId: finder,
          name,
          value,
          at: at.toISOString(),
        }));
        return found.length === 0 ? [] : [[entry, found] as const];
      }),
    ),
    photos: photos.map(presentPhoto),
    team: inspection.team.map(({ personId: member, name }) => ({ personId: member, name })),
    progress: progressOf(checklist, visit.entries, photos.length),
    open: open.map(({ at, code }) => ({ at, code })),
    signed:
      signed === null || row === null
        ? null
        : { ...signed, revision: row.signedRevision ?? 0, hash: row.signedHash ?? '' },
    events: events.map(({ kind, reason, at, by }) => ({ kind, reason, at: at.toISOString(), by })),
    may: {
      record: onTeam && status !== 'signed',
      sign: onTeam && status === 'open',
      reopen: onTeam && status === 'signed',
    },
    now: now.toISOString(),
  };
}

export function presentPhoto(photo: PhotoRecord): VisitPhoto {
  const { id, name, size, about, takenAt, addedAt, clockAheadSeconds, addedBy } = photo;
  return {
    id,
    name,
    size,
    about,
    takenAt: takenAt.toISOString(),
    receivedAt: addedAt.toISOString(),
    clockAheadSeconds,
    by: addedBy,
  };
}

export function presentVisitedSchool({ schoolId, code, name, countyCode, type, locale }: VisitRecord) {
  return { schoolId, code, name, countyCode, type, locale };
}

export function statusOf({ row }: VisitState): Visit['status'] {
  if (row === null || row.savedAt === null) return row?.signedAt == null ? 'not-begun' : 'signed';
  return row.signedAt === null ? 'open' : 'signed';
}

export function signedOf({ row }: VisitState): { readonly at: string; readonly by: string } | null {
  return row === null || row.signedAt === null ? null : { at: row.signedAt.toISOString(), by: row.signedByName ?? '' };
}

/** Who has recorded something, also only the same as a colleague. */
function inspectorsOf(visit: VisitState, personId: string | null): string[] {
  const found = visit.found.map(({ name }) => name);
  return [...new Set([...visibleEntries(visit, personId).map(({ by }) => by), ...found])];
}

function visibleEntries({ row, entries }: VisitState, personId: string | null): readonly VisitEntry[] {
  if (row !== null && row.signedAt !== null) return entries;
  return entries.filter(({ entry }) => (ownerOfEntry(entry) ?? personId) === personId);
}
