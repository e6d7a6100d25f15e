import { Injectable } from '@nestjs/common';
import { usualDifferenceLimit, type DifferenceLimit, type ResolveDifferenceRequest } from '@junheng/api-contract';
import { canonicalJson } from '@junheng/evaluation-core';
import type { Actor } from '../../../platform/database/actor.ts';
import { Database, Transactions } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import type { Scope } from '../../access/access.scope.ts';
import { dataSetErrors } from '../../data-sets/data-sets.errors.ts';
import type { DataSetOfEdition } from '../../data-sets/data-sets.types.ts';
import { VerifiedDataSetsService } from '../../data-sets/verified-data-sets.service.ts';
import { hashOf } from '../../self-reports/report-hash.rules.ts';
import { StandardsService } from '../../standards/standards.service.ts';
import { inspectionErrors } from '../inspections.errors.ts';
import { inspectionStatus } from '../inspections.rules.ts';
import { InspectionsService } from '../inspections.service.ts';
import type { InspectionRecord } from '../inspections.types.ts';
import { ConsolidationRepository } from '../persistence/consolidation.repository.ts';
import { InspectionsRepository } from '../persistence/inspections.repository.ts';
import { readEntry } from '../visits/visit-entries.rules.ts';
import { VisitsService } from '../visits/visits.service.ts';
import { consolidationErrors } from './consolidation.errors.ts';
import { basisOf, consolidate, LEFT_OUT, stillOpen, toDecide } from './consolidation.rules.ts';
import type {
  Compared,
  CompletedConsolidation,
  ConsolidatedCountyRecord,
  ConsolidationInFull,
  ToConsolidate,
  VisiblePart,
} from './consolidation.types.ts';
import { verifiedValuesOf } from './verified-values.rules.ts';
import { visiblePartOf } from './visible-part.rules.ts';

/** Stands in an entry for the person who scores, where the leader decides. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Consolidation (汇总核定): independent scores and verified values side by side, differences decided by the leader, then frozen. */
@Injectable()
export class ConsolidationService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly standards: StandardsService,
    private readonly projects: InspectionsService,
    private readonly inspections: InspectionsRepository,
    private readonly visits: VisitsService,
    private readonly dataSets: VerifiedDataSetsService,
    private readonly repository: ConsolidationRepository,
  ) {}

  /** Only the counties that the caller reads. @throws inspection.not-found */
  async read(scope: Scope, inspectionId: string): Promise<ConsolidationInFull> {
    const inspection = await this.visits.inspection(this.database, scope, inspectionId);
    const compared = await this.compared(this.database, inspection);
    const leads = isLead(inspection, scope.narrowedTo('inspections.manage'));
    const completed = await this.completed(this.database, compared);
    const part = visiblePartOf(scope, compared);
    const countyIds = new Set(part.inspection.counties.map(({ countyId }) => countyId));
    return {
      ...part,
      leads,
      bases: leads ? await this.basesOf(this.database, scope, inspection) : [],
      completed: completed && {
        ...completed,
        counties: completed.counties.filter(({ countyId }) => countyIds.has(countyId)),
      },
    };
  }

  /** Only the counties that the caller reads. @param scope everything the caller holds @throws inspection.not-found */
  async comparedFor(scope: Scope, inspectionId: string, reader: Reader = this.database): Promise<VisiblePart> {
    const inspection = await this.visits.inspection(reader, scope, inspectionId);
    return visiblePartOf(scope, await this.compared(reader, inspection));
  }

  /** @throws inspection.not-found, consolidation.lead-only, consolidation.project-not-settled */
  async setLimit(
    scope: Scope,
    actor: Actor,
    inspectionId: string,
    wanted: { readonly limit: DifferenceLimit; readonly reason: string },
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const inspection = await this.hold(tx, scope, inspectionId);
      await this.repository.setLimit(tx, inspectionId, wanted.limit, wanted.reason);
      await this.projects.record(tx, inspection, 'inspection.difference-limit-set', {
        kind: wanted.limit.kind,
        value: wanted.limit.value,
        reason: wanted.reason,
      });
    });
  }

  /**
   * Decides what counts where inspectors lie apart, or leaves out a school that could not be visited. Each decision is kept; the newest
   * of an entry counts as long as the opinions it is about stand.
   * @throws inspection.not-found, consolidation.lead-only, .project-not-settled, .school-unknown, .entry-unknown, .value-invalid,
   * .nothing-to-resolve, .stale
   */
  async resolve(scope: Scope, actor: Actor, inspectionId: string, wanted: ResolveDifferenceRequest): Promise<void> {
    const { schoolId, entry, reason, seen, basis } = wanted;
    await this.transactions.run(actor, async (tx) => {
      const inspection = await this.hold(tx, scope, inspectionId);
      const compared = await this.compared(tx, inspection);
      const { sources, schools } = compared;
      const value = this.valueOf(sources, inspection, wanted);
      const about = toDecide(sources, schools, schoolId, entry);
      if (about === null) throw consolidationErrors.nothingToResolve();
      const newest = sources.resolutions.find((each) => each.schoolId === schoolId && each.entry === entry);
      // A decision on opinions that were others is shown to nobody: only one that stands can have been seen.
      const standing = newest?.about === about ? newest.id : null;
      if (standing !== seen || compared.basis !== basis) throw consolidationErrors.stale();
      await this.repository.addResolution(tx, inspectionId, { schoolId, entry, about, value, reason });
      await this.projects.record(tx, inspection, 'inspection.difference-resolved', { schoolId, entry, value, reason });
    });
  }

  /**
   * Freezes all of it, and the verified values of each named county as a data set of their own.
   * @throws inspection.not-found, consolidation.lead-only, .project-not-settled, .stale, .open, .done; data-set.not-found
   */
  async complete(
    scope: Scope,
    actor: Actor,
    inspectionId: string,
    wanted: { readonly basis: string; readonly dataSets: readonly { countyId: string; dataSetId: string }[] },
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const inspection = await this.hold(tx, scope, inspectionId);
      const compared = await this.compared(tx, inspection);
      const { schools, basis, sources, limit } = compared;
      const open = stillOpen(schools);
      if (open.length > 0) {
        throw consolidationErrors.open(open.map(({ schoolId, at, code }) => ({ at: `${schoolId}/${at}`, code })));
      }
      if (basis !== wanted.basis) throw consolidationErrors.stale();
      const before = await this.completed(tx, compared);
      const sameData = (county: ConsolidatedCountyRecord): boolean =>
        wanted.dataSets.some((each) => each.countyId === county.countyId && each.dataSetId === county.base.id);
      if (
        before?.basis === basis &&
        before.counties.length === wanted.dataSets.length &&
        before.counties.every(sameData)
      ) {
        throw consolidationErrors.done(before.by, before.at.toISOString());
      }
      const bases = await this.basesOf(tx, scope, inspection);
      const content = {
        format: 'junheng-consolidation/1',
        inspection: { id: inspection.id, name: inspection.name, editionId: inspection.editionId },
        limit: { kind: sources.limit.kind, value: sources.limit.value, reason: limit?.reason ?? null },
        schools,
        dataSets: wanted.dataSets,
      };
      const id = await this.repository.add(tx, inspectionId, {
        number: (before?.number ?? 0) + 1,
        basis,
        content: canonicalJson(content),
        hash: hashOf(content),
      });
      await this.dataSets.holdRounds(
        tx,
        scope,
        wanted.dataSets.map(({ dataSetId }) => dataSetId),
      );
      for (const { countyId, dataSetId } of wanted.dataSets) {
        const county = inspection.counties.find((each) => each.countyId === countyId);
        const base = bases.find((each) => each.id === dataSetId && each.countyId === countyId);
        if (county === undefined || base === undefined) throw dataSetErrors.notFound(dataSetId);
        const visitIds = new Map(
          sources.visits.flatMap(({ row, school }) => (row === null ? [] : [[school.schoolId, row.id] as const])),
        );
        const values = verifiedValuesOf(schools, county.code, visitIds);
        const of = { editionId: inspection.editionId, inspection: inspection.name };
        const { dataSet, absent } = await this.dataSets.derive(tx, scope, base, values, of);
        await this.repository.addDataSet(tx, id, {
          countyId,
          dataSetId: dataSet.id,
          absent: absent.map(({ schoolName, cell }) => ({ schoolName, cell })),
        });
      }
      await this.projects.record(tx, inspection, 'inspection.consolidated', {
        number: (before?.number ?? 0) + 1,
        basis,
        schools: schools.length,
        leftOut: schools.filter(({ leftOut }) => leftOut !== null).length,
      });
    });
  }

  /** The newest completed one and whether it is still what its parts say; null before the first. */
  async completed(reader: Reader, { inspection, basis }: Compared): Promise<CompletedConsolidation | null> {
    const newest = await this.repository.findNewest(inspection.id, reader);
    if (newest === null) return null;
    const counties = await this.repository.findCounties(newest.id, reader);
    const newerData = counties.some(({ base, newestVersion }) => newestVersion > base.version);
    return {
      ...newest,
      counties,
      outdated: [...(newest.basis === basis ? [] : ['visits' as const]), ...(newerData ? ['data' as const] : [])],
    };
  }

  async compared(reader: Reader, inspection: InspectionRecord): Promise<Compared> {
    const visits = await this.visits.recorded(reader, inspection, null);
    const limit = await this.repository.findLimit(inspection.id, reader);
    const sources = {
      visits,
      resolutions: await this.repository.findResolutions(inspection.id, reader),
      limit: limit ?? usualDifferenceLimit,
    };
    return { inspection, sources, limit, schools: consolidate(sources), basis: basisOf(sources) };
  }

  /**
   * The project for a change by its leader; others wait.
   * @throws inspection.not-found, consolidation.lead-only, consolidation.project-not-settled
   */
  async hold(tx: Transaction, scope: Scope, inspectionId: string): Promise<InspectionRecord> {
    const inspection = await this.inspections.hold(tx, scope, inspectionId);
    if (inspection === null) {
      if ((await this.inspections.find(scope, inspectionId, tx)) !== null) throw consolidationErrors.leadOnly();
      throw inspectionErrors.notFound();
    }
    if (!isLead(inspection, scope)) throw consolidationErrors.leadOnly();
    if (inspectionStatus(inspection) === 'draft') throw consolidationErrors.projectNotSettled();
    return inspection;
  }

  private basesOf(reader: Reader, scope: Scope, inspection: InspectionRecord): Promise<readonly DataSetOfEdition[]> {
    const countyIds = inspection.counties.map(({ countyId }) => countyId);
    return this.dataSets.bases(scope.narrowedTo('data-sets.read'), countyIds, inspection.editionId, reader);
  }

  /** As the core reads it. @throws consolidation.school-unknown, .entry-unknown, .value-invalid */
  private valueOf(
    { visits }: ToConsolidate,
    inspection: InspectionRecord,
    { schoolId, entry, value }: ResolveDifferenceRequest,
  ): string | null {
    const visit = visits.find(({ school }) => school.schoolId === schoolId);
    if (visit === undefined) throw consolidationErrors.schoolUnknown();
    if (entry === LEFT_OUT) return null;
    const { edition } = this.standards.inForce(inspection.editionId);
    const scored = entry.startsWith('score:');
    const key = scored ? entry.replace('score:', `score:${NOBODY}/`) : entry;
    const read = readEntry(edition, visit.checklist, key, value);
    if (!read.ok) {
      if (UNKNOWN.has(read.problem)) throw consolidationErrors.entryUnknown(entry);
      const facts = { typed: (value ?? '').slice(0, 100), ...read.facts };
      throw consolidationErrors.valueInvalid([{ at: entry, code: read.problem, facts }]);
    }
    // A value that cannot be told leaves the reported one; a score must be one.
    if (scored && read.value === null) throw consolidationErrors.valueInvalid([{ at: entry, code: 'value-missing' }]);
    return read.value;
  }
}

const UNKNOWN: ReadonlySet<string> = new Set(['unknown-entry', 'unknown-item', 'not-on-checklist']);

function isLead({ team }: InspectionRecord, scope: Scope): boolean {
  return !scope.isEmpty && team.some(({ personId, part }) => personId === scope.personId && part === 'lead');
}
