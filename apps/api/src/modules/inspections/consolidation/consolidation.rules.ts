import type { ConsolidatedCell, ConsolidatedPoint, ConsolidatedSchool, ResolutionView } from '@junheng/api-contract';
import { hashOf } from '../../self-reports/report-hash.rules.ts';
import { foundOf, meaningOfEntry } from '../visits/visit-entries.rules.ts';
import { presentVisitedSchool, signedOf, statusOf } from '../visits/visits.presenter.ts';
import type { CheckedCell, JudgedPoint, VisitState } from '../visits/visits.types.ts';
import type { Opinion, OpenPoint, ResolutionRecord, ToConsolidate } from './consolidation.types.ts';
import { compareScores, compareVerified } from './differences.rules.ts';

export const LEFT_OUT = 'visit:left-out';

/** What a decision to leave a school out is about: that nobody has signed its visit. Signed and reopened since, it is another thing. */
function aboutNotSigned({ row }: VisitState): string {
  const reopenings = row?.reopenings ?? 0;
  return hashOf(reopenings === 0 ? 'not signed' : ['not signed', reopenings]);
}

/** What a decision is about. The order in which opinions arrived does not matter; a changed one makes it another thing. */
export function aboutOpinions(opinions: readonly Opinion[]): string {
  return hashOf(opinions.map(({ personId, value }) => [personId, value] as const).sort((a, b) => compare(a[0], b[0])));
}

/** Every school with every score side by side and what is still open, in the order of the list. */
export function consolidate({ visits, resolutions, limit }: ToConsolidate): readonly ConsolidatedSchool[] {
  return visits.map((visit) => {
    const { school, checklist } = visit;
    const decided = resolutions.filter(({ schoolId }) => schoolId === school.schoolId);
    const head = { school: presentVisitedSchool(school), status: statusOf(visit), signed: signedOf(visit) };
    if (head.signed === null) {
      const leftOut = resolutionOf(decided, LEFT_OUT, aboutNotSigned(visit));
      const open = leftOut === null ? [{ at: 'visit', code: 'visit-unsigned' as const }] : [];
      return { ...head, leftOut, points: [], cells: [], vetoes: [], open };
    }
    const points = checklist.points.map((point) => consolidatedPoint(visit, point, decided, limit));
    const cells = checklist.cells.map((cell) => consolidatedCell(visit, cell, decided));
    return {
      ...head,
      leftOut: null,
      points,
      cells,
      vetoes: vetoesFound(visit),
      open: [
        ...points
          .filter(({ state }) => state === 'differs')
          .map(({ point }) => ({ at: `score:${point}`, code: 'score-differs' as const })),
        ...cells
          .filter(({ state }) => state === 'differs')
          .map(({ cell }) => ({ at: `verified:${cell}`, code: 'value-differs' as const })),
      ],
    };
  });
}

/** What keeps it from being completed: unsigned visits that were not left out, and differences that nobody decided. */
export function stillOpen(schools: readonly ConsolidatedSchool[]): readonly OpenPoint[] {
  return schools.flatMap(({ school, open }) => open.map((each) => ({ ...each, schoolId: school.schoolId })));
}

/** A hash of what is consolidated: it changes with every signature, reopening, decision and limit. */
export function basisOf({ visits, resolutions, limit }: ToConsolidate): string {
  return hashOf({
    limit: { kind: limit.kind, value: limit.value },
    visits: visits
      .map(({ school, row }) => {
        const signed = row?.signedAt === null ? null : (row?.signedHash ?? null);
        const reopenings = row?.reopenings ?? 0;
        return reopenings === 0
          ? ([school.schoolId, signed] as const)
          : ([school.schoolId, signed, reopenings] as const);
      })
      .sort((a, b) => compare(a[0], b[0])),
    resolutions: resolutions.map(({ id }) => id).sort((a, b) => a - b),
  });
}

/**
 * What a decision on an entry would be about; null where there is nothing to decide: no such entry, or all agree.
 * Deciding again over an earlier decision is allowed.
 */
export function toDecide(
  { visits }: Pick<ToConsolidate, 'visits'>,
  schools: readonly ConsolidatedSchool[],
  schoolId: string,
  entry: string,
): string | null {
  const school = schools.find((each) => each.school.schoolId === schoolId);
  const visit = visits.find((each) => each.school.schoolId === schoolId);
  if (school === undefined || visit === undefined) return null;
  if (entry === LEFT_OUT) return school.signed === null ? aboutNotSigned(visit) : null;
  const point = school.points.find((each) => `score:${each.point}` === entry);
  if (point !== undefined) return isOpenOrDecided(point.state) ? aboutOpinions(point.scores) : null;
  const cell = school.cells.find((each) => `verified:${each.cell}` === entry);
  return cell !== undefined && isOpenOrDecided(cell.state) ? aboutOpinions(cell.values) : null;
}

const isOpenOrDecided = (state: string): boolean => state === 'differs' || state === 'resolved';

function consolidatedPoint(
  { entries }: VisitState,
  { point, requirementId, pointId, maximum }: JudgedPoint,
  decided: readonly ResolutionRecord[],
  limit: ToConsolidate['limit'],
): ConsolidatedPoint {
  const read = entries.flatMap((entry) => {
    const meaning = meaningOfEntry(entry.entry);
    return meaning !== null && 'point' in meaning && meaning.point === point ? [{ meaning, entry }] : [];
  });
  const scores = read
    .filter(({ meaning }) => meaning.kind === 'score')
    .map(({ meaning: { personId }, entry }) => ({
      personId,
      name: entry.by,
      value: entry.value,
      note:
        read.find(({ meaning }) => meaning.kind === 'score-note' && meaning.personId === personId)?.entry.value ?? null,
      deductions: read
        .flatMap(({ meaning, entry: { value } }) =>
          meaning.kind === 'deduction' && meaning.personId === personId
            ? [{ id: meaning.deduction, times: value }]
            : [],
        )
        .sort((a, b) => compare(a.id, b.id)),
    }))
    .sort((a, b) => compare(a.personId, b.personId));
  const compared = compareScores(scores, maximum, limit);
  const resolution =
    compared.state === 'differs' ? resolutionOf(decided, `score:${point}`, aboutOpinions(scores)) : null;
  return {
    point,
    requirementId,
    pointId,
    maximum,
    scores,
    ...compared,
    ...(resolution === null ? {} : { state: 'resolved' as const, final: resolution.value }),
    resolution,
  };
}

function consolidatedCell(
  visit: VisitState,
  { cell, itemId, stage, unit, counted, reported }: CheckedCell,
  decided: readonly ResolutionRecord[],
): ConsolidatedCell {
  const entry = `verified:${cell}`;
  const values = foundOf(visit, entry).map(({ personId, name, value, at }) => ({
    personId: personId ?? '',
    name,
    value,
    at: at.toISOString(),
  }));
  const compared = compareVerified(values, reported);
  const resolution = compared.state === 'differs' ? resolutionOf(decided, entry, aboutOpinions(values)) : null;
  return {
    cell,
    itemId,
    stage,
    unit,
    counted,
    reported,
    values,
    ...compared,
    ...(resolution === null ? {} : { state: 'resolved' as const, final: resolution.value }),
    reason: visit.entries.find((each) => each.entry === `reason:${cell}`)?.value ?? null,
    resolution,
  };
}

function vetoesFound({ entries, checklist }: VisitState): ConsolidatedSchool['vetoes'] {
  const values = new Map(entries.map(({ entry, value }) => [entry, value]));
  return checklist.vetoes
    .filter(({ requirementId }) => values.get(`veto:${requirementId}`) === 'found')
    .map(({ requirementId }) => ({ requirementId, facts: values.get(`veto-facts:${requirementId}`) ?? '' }));
}

function resolutionOf(decided: readonly ResolutionRecord[], entry: string, about: string): ResolutionView | null {
  const found = decided.filter((each) => each.entry === entry).sort((a, b) => b.id - a.id)[0];
  if (found === undefined || found.about !== about) return null;
  const { id, value, reason, at, by } = found;
  return { id, value, reason, at: at.toISOString(), by };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
