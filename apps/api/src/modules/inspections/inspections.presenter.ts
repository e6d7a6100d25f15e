import type { Draw, DrawPublication, Inspection, InspectionSummary, VisitedSchool } from '@junheng/api-contract';
import { InvariantError } from '../../platform/errors/domain-error.ts';
import { presentEditionTexts } from '../standards/standards.presenter.ts';
import type { EditionInForce } from '../standards/standards.types.ts';
import { inspectionErrors } from './inspections.errors.ts';
import { drawableFrom, drawStatus, inspectionStatus } from './inspections.rules.ts';
import type { DrawRecord, InspectionInFull, InspectionRecord, VisitRecord } from './inspections.types.ts';
import { readList } from './sample-list.rules.ts';
import { drawnSchools, drawSample } from './sampling.rules.ts';
import type { DrawnCounty } from './sampling.types.ts';

export function presentInspectionSummary(inspection: InspectionRecord): InspectionSummary {
  const { id, name, kind, selection, startsOn, endsOn, draws, visitCount, counties, team } = inspection;
  return {
    id,
    name,
    kind,
    status: inspectionStatus(inspection),
    selection,
    counties: counties.map(({ countyId, code, name: county, sampleSize, sizeReason }) => ({
      countyId,
      code,
      name: county,
      sampleSize,
      sizeReason,
    })),
    startsOn,
    endsOn,
    lead: team
      .filter(({ part }) => part === 'lead')
      .map((member) => member.name)
      .join('、'),
    schools: visitCount,
    draws,
  };
}

export function presentInspection(
  { inspection, draws, visits, steers }: InspectionInFull,
  { edition, isChecklist }: EditionInForce,
): Inspection {
  const summary = presentInspectionSummary(inspection);
  const drawn = draws.find((draw) => draw.drawnAt !== null);
  const visited = inspection.selection === 'random' ? (drawn?.id ?? undefined) : null;
  const { confirmedAt, confirmedByName } = inspection;
  return {
    ...summary,
    editionId: inspection.editionId,
    checklist: isChecklist,
    editionTexts: presentEditionTexts(edition),
    schoolTypes: [...inspection.schoolTypes],
    verifiedItems: [...inspection.verifiedItems],
    judgedRequirements: [...inspection.judgedRequirements],
    team: inspection.team.map(({ personId, name, part }) => ({ personId, name, part })),
    teams: inspection.teams.map((team) => ({ ...team })),
    chosenSchoolIds: [...inspection.chosenSchoolIds],
    visits: visits.filter(({ drawId }) => drawId === visited).map(presentVisit),
    drawList: draws.map((draw) => presentDraw(draw, visits)),
    created: { at: inspection.createdAt.toISOString(), by: inspection.createdByName },
    confirmed: confirmedAt === null ? null : { at: confirmedAt.toISOString(), by: confirmedByName ?? '' },
    may: { change: steers && summary.status === 'draft', draw: steers && inspection.selection === 'random' },
  };
}

function presentVisit({ schoolId, code, name, countyCode, type, locale }: VisitRecord): VisitedSchool {
  return { schoolId, code, name, countyCode, type, locale };
}

function presentDraw(draw: DrawRecord, visits: readonly VisitRecord[]): Draw {
  const { frozenAt, headsAt, drawnAt } = draw;
  const own = visits.filter(({ drawId }) => drawId === draw.id);
  return {
    id: draw.id,
    number: draw.number,
    status: drawStatus(draw),
    reason: draw.reason,
    committed: { at: draw.committedAt.toISOString(), by: draw.committedByName },
    commitment: draw.commitment,
    frozen: frozenAt === null ? null : { at: frozenAt.toISOString(), by: draw.frozenByName ?? '' },
    listHash: draw.listHash,
    list: draw.list,
    listedSchools: draw.list === null ? null : readList(draw.list).schools.length,
    headsAt: headsAt?.toISOString() ?? null,
    drawableFrom: headsAt === null ? null : drawableFrom(headsAt).toISOString(),
    drawn: drawnAt === null ? null : { at: drawnAt.toISOString(), by: draw.drawnByName ?? '' },
    value: draw.value,
    heads: draw.heads === null ? null : [...draw.heads],
    seed: draw.seed,
    counties: redrawn(draw)?.map((county) => presentCounty(county, own)) ?? null,
  };
}

/** What the seed gives from the published list: computed again, it cannot say anything else than the draw did. */
function redrawn(draw: DrawRecord): readonly DrawnCounty[] | null {
  if (draw.seed === null || draw.list === null) return null;
  const { counties, schools } = readList(draw.list);
  return drawSample(draw.seed, counties, schools);
}

function presentCounty(county: DrawnCounty, visits: readonly VisitRecord[]) {
  const { code, name, schools, size, start, strata } = county;
  return {
    code,
    name,
    schools,
    size,
    start,
    strata: strata.map(({ type, locale, size: taken, ranked }) => ({
      type,
      locale,
      schools: ranked.length,
      size: taken,
      drawn: ranked.slice(0, taken).map(({ school }) => {
        const visit = visits.find((each) => each.code === school.code);
        if (visit === undefined) throw new InvariantError(`the sample has lost ${school.code}`);
        return presentVisit(visit);
      }),
    })),
  };
}

/** @throws inspection.draw-not-found, inspection.draw-wrong-status while it is not drawn */
export function presentPublication({ inspection, draws }: InspectionInFull, drawId: string): DrawPublication {
  const draw = draws.find(({ id }) => id === drawId);
  if (draw === undefined) throw inspectionErrors.drawNotFound();
  const { value, list, listHash, frozenAt, headsAt, heads, seed, drawnAt } = draw;
  const counties = redrawn(draw);
  if (
    value === null ||
    list === null ||
    listHash === null ||
    frozenAt === null ||
    headsAt === null ||
    heads === null ||
    seed === null ||
    drawnAt === null ||
    counties === null
  ) {
    throw inspectionErrors.drawWrongStatus();
  }
  return {
    format: 'junheng-sample/1',
    inspection: { id: inspection.id, name: inspection.name },
    draw: { number: draw.number, reason: draw.reason },
    commitment: draw.commitment,
    committedAt: draw.committedAt.toISOString(),
    value,
    list,
    listHash,
    frozenAt: frozenAt.toISOString(),
    headsAt: headsAt.toISOString(),
    heads: [...heads],
    seed,
    drawnAt: drawnAt.toISOString(),
    counties: counties.map(({ code, schools, size, start, strata }) => ({
      code,
      schools,
      size,
      start,
      strata: strata.map(({ type, locale, ranked, size: taken }) => ({
        type,
        locale,
        schools: ranked.length,
        size: taken,
      })),
    })),
    sample: drawnSchools(counties).map(({ code }) => code),
    earlierDraws: draws
      .filter(({ number }) => number < draw.number)
      .map(({ number, commitment, listHash: ofList, seed: ofDraw, value: revealed }) => ({
        number,
        commitment,
        listHash: ofList,
        seed: ofDraw,
        value: revealed,
      })),
  };
}
