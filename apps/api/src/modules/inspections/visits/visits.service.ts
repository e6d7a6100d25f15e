import { Injectable } from '@nestjs/common';
import type { Edition } from '@junheng/evaluation-core';
import { AuditLog } from '../../../platform/audit/audit-log.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import { Database, Transactions } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import type { Scope } from '../../access/access.scope.ts';
import { hashOf } from '../../self-reports/report-hash.rules.ts';
import { StandardsService } from '../../standards/standards.service.ts';
import { inspectionErrors } from '../inspections.errors.ts';
import type { InspectionRecord, VisitRecord } from '../inspections.types.ts';
import { InspectionsRepository } from '../persistence/inspections.repository.ts';
import { VisitPhotosRepository } from '../persistence/visit-photos.repository.ts';
import { VisitsRepository, type StoredEntry } from '../persistence/visits.repository.ts';
import { recordsAt } from '../teams.rules.ts';
import { readsSchool } from '../visible-counties.rules.ts';
import { checklistOf, openProblems } from './visit-checklist.rules.ts';
import { visitErrors } from './visits.errors.ts';
import type { VisitEntry, VisitEventRecord, VisitRow, VisitState } from './visits.types.ts';

/** A visit that the caller's own transaction holds. */
export interface HeldVisit {
  readonly inspection: InspectionRecord;
  readonly school: VisitRecord;
  readonly countyId: string;
  readonly row: VisitRow;
}

/** Site visits (现场核查): read by whoever sees the project, recorded, signed and reopened by its team. */
@Injectable()
export class VisitsService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly standards: StandardsService,
    private readonly inspections: InspectionsRepository,
    private readonly visits: VisitsRepository,
    private readonly photos: VisitPhotosRepository,
  ) {}

  /** One a school to visit, in the order of the list. @throws inspection.not-found */
  async list(
    scope: Scope,
    inspectionId: string,
  ): Promise<{ readonly visits: readonly VisitState[]; readonly mayRecord: boolean }> {
    const inspection = await this.inspection(this.database, scope, inspectionId);
    const visits = await this.recorded(this.database, inspection, null);
    return {
      visits: visits.filter(({ school }) => readsSchool(scope, inspection, school)),
      mayRecord: await this.visits.isOnTeam(this.database, scope.narrowedTo('visits.record'), inspectionId),
    };
  }

  /** @throws inspection.not-found, visit.not-found */
  async read(
    scope: Scope,
    inspectionId: string,
    schoolId: string,
  ): Promise<{
    readonly visit: VisitState;
    readonly edition: Edition;
    readonly events: readonly VisitEventRecord[];
    readonly onTeam: boolean;
  }> {
    const inspection = await this.inspection(this.database, scope, inspectionId);
    const [visit] = await this.recorded(this.database, inspection, schoolId);
    if (visit === undefined || !readsSchool(scope, inspection, visit.school)) throw visitErrors.notFound();
    return {
      visit,
      edition: this.standards.inForce(inspection.editionId).edition,
      events: visit.row === null ? [] : await this.visits.findEvents(visit.row.id),
      onTeam:
        recordsAt(inspection, visit.school, scope.personId) &&
        (await this.visits.isOnTeam(this.database, scope.narrowedTo('visits.record'), inspectionId)),
    };
  }

  /**
   * Everything recorded at the schools of a project that was found in scope, or at one of them; `entries` hold what each inspector
   * scored, also of visits that are not signed.
   */
  async recorded(
    reader: Reader,
    inspection: InspectionRecord,
    schoolId: string | null,
  ): Promise<readonly VisitState[]> {
    const { edition } = this.standards.inForce(inspection.editionId);
    const schools = await this.visits.findSchools(inspection.id, schoolId, reader);
    const schoolIds = schools.map((school) => school.schoolId);
    const rows = await this.visits.findRows(inspection.id, schoolId, reader);
    const visitIds = rows.map(({ id }) => id);
    const entries = await this.visits.findEntries(visitIds, reader);
    const found = await this.visits.findFound(visitIds, reader);
    const photos = await this.photos.findOfVisits(visitIds, reader);
    const reportedNow = await this.visits.findReported(schoolIds, inspection.editionId, reader);
    return schools.map((school) => {
      const row = rows.find((each) => each.schoolId === school.schoolId) ?? null;
      const reported = row?.reported ?? reportedNow.get(school.schoolId) ?? null;
      return {
        inspection,
        school,
        row,
        entries: entries.filter(({ visitId }) => visitId === row?.id).flatMap(filled),
        found: found.filter(({ visitId }) => visitId === row?.id),
        photos: photos.filter(({ visitId, removedAt }) => visitId === row?.id && removedAt === null),
        reported,
        checklist: checklistOf(edition, inspection, school, reported),
      };
    });
  }

  /**
   * Finishes a visit: from then on nothing changes but by reopening it.
   * @throws inspection.not-found, visit.not-found, .not-on-team, .signed, .stale, .incomplete
   */
  async sign(
    scope: Scope,
    actor: Actor,
    at: { readonly inspectionId: string; readonly schoolId: string },
    revision: number,
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const held = await this.hold(tx, scope, at);
      if (held.row.revision !== revision) throw visitErrors.stale({ revision: held.row.revision, named: revision });
      const [visit] = await this.recorded(tx, held.inspection, at.schoolId);
      if (visit === undefined) throw visitErrors.notFound();
      const open = openProblems(visit.checklist, visit.entries);
      if (open.length > 0) throw visitErrors.incomplete(open);
      const reported = visit.reported ?? { year: 0, status: 'none', cells: {} };
      const content = {
        inspectionId: at.inspectionId,
        schoolId: at.schoolId,
        editionId: held.inspection.editionId,
        revision,
        reported: reported.cells,
        entries: Object.fromEntries(visit.entries.map(({ entry, value }) => [entry, value])),
        photos: visit.photos.map(({ id, sha256 }) => ({ id, sha256 })),
      };
      const hash = hashOf(content);
      const { year, status, cells } = reported;
      await this.visits.sign(tx, held.row.id, { revision, hash, reported: { year, status, cells } });
      await this.record(tx, held, 'visit.signed', { revision, hash });
    });
  }

  /** @throws inspection.not-found, visit.not-found, .not-on-team, .not-signed */
  async reopen(
    scope: Scope,
    actor: Actor,
    at: { readonly inspectionId: string; readonly schoolId: string },
    reason: string,
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const held = await this.hold(tx, scope, at, { signed: true });
      await this.visits.reopen(tx, held.row.id, held.row.revision, reason);
      await this.record(tx, held, 'visit.reopened', { revision: held.row.revision, reason });
    });
  }

  /**
   * A visit for writing, which waits for others of the same school.
   * @throws inspection.not-found, visit.not-on-team, .not-found, .signed (or .not-signed where a signed one is asked for)
   */
  async hold(
    tx: Transaction,
    scope: Scope,
    at: { readonly inspectionId: string; readonly schoolId: string },
    wanted: { readonly signed: boolean | null } = { signed: false },
  ): Promise<HeldVisit> {
    const inspection = await this.inspection(tx, scope, at.inspectionId);
    if (!(await this.visits.isOnTeam(tx, scope, at.inspectionId))) throw visitErrors.notOnTeam();
    const [school] = await this.visits.findSchools(at.inspectionId, at.schoolId, tx);
    const countyId = inspection.counties.find(({ code }) => code === school?.countyCode)?.countyId;
    if (school === undefined || countyId === undefined) throw visitErrors.notFound();
    if (!recordsAt(inspection, school, scope.personId)) throw visitErrors.notOnTeam();
    const row = await this.visits.hold(tx, at.inspectionId, at.schoolId);
    if (row === null) throw visitErrors.notFound();
    if (wanted.signed === false && row.signedAt !== null) {
      throw visitErrors.signed(row.signedByName ?? '', row.signedAt.toISOString());
    }
    if (wanted.signed === true && row.signedAt === null) throw visitErrors.notSigned();
    return { inspection, school, countyId, row };
  }

  async record(
    tx: Transaction,
    held: HeldVisit,
    action: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const { inspection, school, countyId, row } = held;
    await this.audit.append(tx, {
      countyId,
      action,
      subject: { kind: 'visit', id: row.id },
      details: { inspectionId: inspection.id, schoolId: school.schoolId, ...details },
    });
  }

  /** @throws inspection.not-found */
  async inspection(reader: Reader, scope: Scope, inspectionId: string): Promise<InspectionRecord> {
    const inspection = await this.inspections.find(scope.narrowedTo('inspections.read'), inspectionId, reader);
    if (inspection === null) throw inspectionErrors.notFound();
    return inspection;
  }
}

function filled({ value, visitId: _, ...entry }: StoredEntry): readonly VisitEntry[] {
  return value === null ? [] : [{ ...entry, value }];
}
