import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/database/actor.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { inspectionStatus } from '../inspections/inspections.rules.ts';
import { InspectionsService } from '../inspections/inspections.service.ts';
import type { EditionInForce } from '../standards/standards.types.ts';
import { opinionErrors } from './opinions.errors.ts';
import type { OpinionCaller, OpinionPlace, OpinionRecord, OpinionStatus } from './opinions.types.ts';
import { OpinionsRepository } from './persistence/opinions.repository.ts';

/** Finds the county of a project within the caller's scope, and what the caller is to its opinion. */
@Injectable()
export class OpinionPlaces {
  constructor(
    private readonly audit: AuditLog,
    private readonly inspections: InspectionsService,
    private readonly opinions: OpinionsRepository,
  ) {}

  /**
   * @param scope everything the caller holds
   * @throws inspection.not-found; opinion.not-found, also when another county of the project is the caller's
   */
  async find(scope: Scope, inspectionId: string, countyId: string): Promise<OpinionPlace> {
    const found = await this.ofProject(scope, inspectionId);
    const place = found.find(({ county }) => county.countyId === countyId);
    if (place === undefined) throw opinionErrors.notFound();
    return place;
  }

  /** The counties of a project that the caller may read. @throws inspection.not-found */
  async ofProject(scope: Scope, inspectionId: string): Promise<readonly OpinionPlace[]> {
    const { inspection, draws, visits } = await this.inspections.inspection(scope, inspectionId);
    const part = inspection.team.find(({ personId }) => personId === scope.personId)?.part;
    const inspects = scope.carries('inspections.manage');
    const drawn = inspection.selection === 'random' ? draws.find(({ drawnAt }) => drawnAt !== null)?.id : null;
    const visitedSchoolIds = visits.filter(({ drawId }) => drawId === drawn).map(({ schoolId }) => schoolId);
    const reads = scope.narrowedTo('inspections.read');
    const objects = scope.narrowedTo('opinions.object');
    return inspection.counties
      .filter(({ path }) => part !== undefined || reads.coversRegionPath(path))
      .map((county) => ({
        inspection,
        county,
        settled: inspectionStatus(inspection) !== 'draft',
        visitedSchoolIds,
        caller: {
          onTeam: inspects && part !== undefined,
          leads: inspects && part === 'lead',
          ofCounty: objects.coversRegionPath(county.path),
        },
      }));
  }

  /**
   * The opinion for a change by such a caller, at this revision and in one of these states.
   * @throws opinion.not-on-team, opinion.lead-signs, opinion.not-the-county, opinion.not-found, opinion.stale, opinion.wrong-status
   */
  async hold(
    tx: Transaction,
    place: OpinionPlace,
    by: keyof OpinionCaller,
    wanted: { readonly revision: number | null; readonly status: readonly OpinionStatus[] },
  ): Promise<OpinionRecord> {
    this.require(place, by);
    const opinion = await this.opinions.hold(tx, place.inspection.id, place.county.countyId);
    if (opinion === null) throw opinionErrors.notFound();
    if (!wanted.status.includes(opinion.status)) throw opinionErrors.wrongStatus(opinion.status);
    if (wanted.revision !== null && wanted.revision !== opinion.revision) throw opinionErrors.stale(opinion.revision);
    return opinion;
  }

  require(place: OpinionPlace, by: keyof OpinionCaller): void {
    if (place.caller[by]) return;
    if (by === 'leads') throw opinionErrors.leadSigns();
    throw by === 'onTeam' ? opinionErrors.notOnTeam() : opinionErrors.notTheCounty();
  }

  /** In the chain of the county the opinion is about. */
  async record(
    tx: Transaction,
    opinion: Pick<OpinionRecord, 'id' | 'countyId'>,
    action: string,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    await this.audit.append(tx, {
      countyId: opinion.countyId,
      action: `opinion.${action}`,
      subject: { kind: 'opinion', id: opinion.id },
      details,
    });
  }
}

/** What every signed text begins with: whose it is, by which edition, signed by whom and when. */
export function documentHead(place: OpinionPlace, edition: EditionInForce, by: Actor, at: Date) {
  const { inspection, county } = place;
  return {
    format: 'junheng-opinion/1' as const,
    inspection: {
      id: inspection.id,
      name: inspection.name,
      startsOn: inspection.startsOn,
      endsOn: inspection.endsOn,
    },
    county: { id: county.countyId, code: county.code, name: county.name },
    edition: { id: edition.id, hash: edition.hash, instrument: edition.edition.instrument },
    signedAt: at.toISOString(),
    signedBy: by.kind === 'person' ? by.name : '',
  };
}
