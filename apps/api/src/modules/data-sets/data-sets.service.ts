import { Injectable } from '@nestjs/common';
import { dataSetHash } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { CountyReportsService } from '../county-reports/county-reports.service.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import { SelfReportsService } from '../self-reports/self-reports.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { dataSetErrors } from './data-sets.errors.ts';
import type { ChangedSince, DataSetContent, FrozenDataSet, SchoolProvenance } from './data-sets.types.ts';
import { freeze } from './freezing.rules.ts';
import { DataSetsRepository } from './persistence/data-sets.repository.ts';

/** More changes are counted, not listed. */
const LAST_CHANGES = 20;

/** Data sets (数据集): what was approved, frozen, so that a verdict can be computed again from the same bytes. */
@Injectable()
export class DataSetsService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly repository: DataSetsRepository,
    private readonly rounds: RoundsService,
    private readonly reports: SelfReportsService,
    private readonly countyReports: CountyReportsService,
    private readonly organisations: OrganisationsService,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
  ) {}

  /** Newest version first. @throws round.not-found */
  async list(scope: Scope, roundId: string): Promise<readonly FrozenDataSet[]> {
    await this.rounds.ofCounty(this.database, scope, roundId);
    return this.repository.findInRound(this.database, scope, roundId);
  }

  /** @throws data-set.not-found */
  async read(scope: Scope, dataSetId: string, reader: Reader = this.database): Promise<FrozenDataSet> {
    const dataSet = await this.repository.findById(reader, scope, dataSetId);
    if (dataSet === null) throw dataSetErrors.notFound(dataSetId);
    return dataSet;
  }

  /** @throws data-set.not-found */
  async content(scope: Scope, dataSetId: string, reader: Reader = this.database): Promise<DataSetContent> {
    const content = await this.repository.findContent(reader, scope, dataSetId);
    if (content === null) throw dataSetErrors.notFound(dataSetId);
    return content;
  }

  /** The content as JSON, not parsed. @throws data-set.not-found */
  async contentText(scope: Scope, dataSetId: string): Promise<string> {
    const content = await this.repository.findContentText(this.database, scope, dataSetId);
    if (content === null) throw dataSetErrors.notFound(dataSetId);
    return content;
  }

  /** The newest version of a round; null before the first. */
  async newest(scope: Scope, roundId: string): Promise<FrozenDataSet | null> {
    const [newest] = await this.repository.findInRound(this.database, scope, roundId);
    return newest ?? null;
  }

  /**
   * What of the approved data is no longer what these data sets froze, by data set; those that still hold are not among them.
   * @param dataSetId only of this one
   */
  async changedSince(
    scope: Scope,
    roundId: string,
    dataSetId: string | null = null,
  ): Promise<ReadonlyMap<string, ChangedSince>> {
    const dataSets = await this.repository.findInRound(this.database, scope, roundId);
    const wanted = { roundId, dataSetId, most: LAST_CHANGES };
    const changed = await this.repository.findChangedSchools(this.database, scope, wanted);
    const county = (await this.countyReports.approvedNow(this.database, scope, roundId))?.cells ?? {};
    const otherCounty = await this.repository.findOtherCountyCells(this.database, scope, roundId, county);
    const newestVersion = dataSets[0]?.version ?? 0;
    return new Map(
      dataSets.flatMap(({ id, version }): (readonly [string, ChangedSince])[] => {
        const schools = changed.filter((school) => school.dataSetId === id);
        const differs = schools.length > 0 || otherCounty.has(id) || version < newestVersion;
        if (!differs || (dataSetId !== null && id !== dataSetId)) return [];
        return [[id, { newestVersion, schoolCount: schools[0]?.count ?? 0, schools, county: otherCounty.has(id) }]];
      }),
    );
  }

  /**
   * The part of a data set that is one school's: its record and those of the campuses counted with it. For a grant at the school.
   * @throws data-set.not-found
   */
  async unitContent(
    scope: Scope,
    dataSetId: string,
    unit: { readonly schoolId: string; readonly memberIds: readonly string[] },
  ): Promise<DataSetContent> {
    const content = await this.repository.findUnitContent(this.database, scope, dataSetId, unit);
    if (content === null) throw dataSetErrors.notFound(dataSetId);
    return content;
  }

  async freeze(scope: Scope, actor: Actor, roundId: string): Promise<FrozenDataSet> {
    return this.transactions.run(actor, (tx) => this.freezeIn(tx, scope, roundId));
  }

  /**
   * Freezes what is approved now. Where that equals the newest version, the newest version is the answer: a version differs
   * from the one before it.
   * @param reason of a correction
   * @throws round.not-found, data-set.nothing-approved
   */
  async freezeIn(tx: Transaction, scope: Scope, roundId: string, reason: string | null = null): Promise<FrozenDataSet> {
    const round = await this.rounds.ofCounty(tx, scope, roundId);
    await this.repository.holdRound(tx, scope, roundId);
    const { edition } = this.standards.inForce(round.editionId);
    const county = await this.organisations.region(scope, round.regionId, tx);
    const register = await this.organisations.listSchools(scope, { regionId: round.regionId }, tx);
    const approvals = await this.reports.inRound(tx, scope, roundId);
    const bySchool = new Map(approvals.map((approval) => [approval.schoolId, approval]));
    // Schools the round was not opened for are missing of the county all the same: the rest must not look complete.
    const leftOut = new Set(round.leftOut === 0 ? [] : await this.rounds.leftOut(tx, scope, roundId));
    // A school that closed during the round counts if its report was approved before; otherwise nothing will ever come.
    const members = register.filter(({ id, closedOn }) => {
      const own = bySchool.get(id);
      if (own === undefined) return leftOut.has(id) && closedOn === null;
      return own.cells !== null || closedOn === null;
    });
    const approved = approvals.filter(({ cells }) => cells !== null);
    if (approved.length === 0) throw dataSetErrors.nothingApproved(roundId);

    const countyReport = await this.countyReports.approved(tx, scope, roundId);
    const content = freeze(
      edition,
      county,
      members.map((school) => ({ school, approvedCells: bySchool.get(school.id)?.cells ?? null })),
      countyReport?.cells ?? null,
    );
    const hash = dataSetHash(content);
    const [newest] = await this.repository.findInRound(tx, scope, roundId);
    if (newest?.hash === hash) return newest;

    const dataSet = await this.repository.insert(tx, scope, {
      roundId,
      countyId: round.regionId,
      hash,
      content,
      provenance: Object.fromEntries(
        approved.map(({ schoolId, provenance }): [string, SchoolProvenance] => [schoolId, provenance]),
      ),
      countyProvenance: countyReport?.provenance ?? null,
      missingSchools: members
        .filter(({ id }) => (bySchool.get(id)?.cells ?? null) === null)
        .map(({ id, name }) => ({ schoolId: id, name })),
      reason,
    });
    if (dataSet === null) throw dataSetErrors.notFound(roundId);
    await this.audit.append(tx, {
      countyId: round.regionId,
      action: 'data-set.frozen',
      subject: { kind: 'data-set', id: dataSet.id },
      details: {
        roundId,
        version: dataSet.version,
        hash,
        schools: dataSet.schoolCount,
        countyCells: dataSet.countyCells,
        ...(reason === null ? {} : { reason }),
      },
    });
    return dataSet;
  }
}
