import { Injectable } from '@nestjs/common';
import type { AssignSectionsRequest, SectionWork, SectionWorkList } from '@junheng/api-contract';
import type { CellKey } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import { Scope } from '../access/access.scope.ts';
import { SchoolStaff, type StaffMember } from '../access/school-staff.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { SectionAssignmentsRepository } from './persistence/section-assignments.repository.ts';
import { SelfReportsRepository } from './persistence/self-reports.repository.ts';
import { proposedDate, sectionOf, sectionWorkOf, type SectionAssignment } from './section-work.rules.ts';
import { selfReportErrors } from './self-reports.errors.ts';
import type { ReportInSaving, ReportRecord } from './self-reports.types.ts';

/**
 * Who does which section inside the school (校内分工): the principal gives, the person marks it finished. It guides; it closes
 * nothing unless the principal says so. A school that assigns nothing notices nothing of it.
 */
@Injectable()
export class SectionWorkService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly reports: SelfReportsRepository,
    private readonly assignments: SectionAssignmentsRepository,
    private readonly staff: SchoolStaff,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
  ) {}

  /** @throws self-report.not-found, also for whoever is not of the school */
  async read(scope: Scope, rights: Scope, reportId: string): Promise<SectionWorkList> {
    const report = await this.own(this.database, scope, rights, reportId);
    const people = await this.staff.mayFillAt(report.school.id);
    const given = await this.assignments.find(this.database, scope, [reportId]);
    const sections = await this.workOf(this.database, scope, report, given, people);
    return {
      sections: [...sections],
      held: report.sectionsHeld,
      mayAssign: report.rights.submit,
      people: people.map(({ roles, ...person }) => ({ ...person, roles: [...roles] })),
      proposal: given.length > 0 ? null : await this.proposal(scope, report, sections, people),
      deadline: report.deadline,
    };
  }

  /** What this person was given, by report; empty for reports in which they were given nothing. */
  async ownSections(
    scope: Scope,
    reports: readonly ReportRecord[],
    personId: string,
  ): Promise<ReadonlyMap<string, readonly SectionWork[]>> {
    if (reports.length === 0) return new Map();
    const ids = reports.map(({ id }) => id);
    const given = (await this.assignments.find(this.database, scope, ids)).filter((each) => each.personId === personId);
    const found = new Map<string, readonly SectionWork[]>();
    for (const report of reports) {
      const own = given.filter(({ reportId }) => reportId === report.id);
      if (own.length === 0) continue;
      const me = { personId, displayName: own[0]?.displayName ?? '', roles: [] };
      const work = await this.workOf(this.database, scope, report, own, [me]);
      found.set(
        report.id,
        work.filter(({ assignee }) => assignee !== null),
      );
    }
    return found;
  }

  /**
   * @param scope narrowed to submitting: the principal
   * @throws self-report.not-found, .section-unknown, .assignee-unknown, .internal-date-late
   */
  async assign(scope: Scope, actor: Actor, reportId: string, wanted: AssignSectionsRequest): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      await this.reports.lock(tx, scope, [reportId]);
      const report = await this.own(tx, scope, scope, reportId);
      const { edition } = this.standards.inForce(report.round.editionId);
      const here = new Set((await this.staff.mayFillAt(report.school.id)).map(({ personId }) => personId));
      const before = new Map((await this.assignments.find(tx, scope, [reportId])).map((each) => [each.section, each]));
      const changes: Record<string, unknown>[] = [];
      for (const { section, personId, internalDate } of wanted.assignments) {
        if (!edition.sections.includes(section)) throw selfReportErrors.sectionUnknown(section);
        if (personId !== null && !here.has(personId)) throw selfReportErrors.assigneeUnknown();
        if (internalDate !== null && internalDate > report.deadline) {
          throw selfReportErrors.internalDateLate(report.deadline);
        }
        const old = before.get(section);
        if ((old?.personId ?? null) === personId && (personId === null || old?.internalDate === internalDate)) continue;
        if (personId === null) await this.assignments.unassign(tx, scope, reportId, section);
        else await this.assignments.assign(tx, scope, reportId, { section, personId, internalDate });
        changes.push({ section, from: old?.personId ?? null, to: personId, internalDate });
      }
      const held = wanted.held ?? report.sectionsHeld;
      if (changes.length === 0 && held === report.sectionsHeld) return;
      // The report's row, also where only people changed: a save that was read before this is decided again.
      await this.assignments.setHeld(tx, scope, reportId, held);
      await this.record(tx, report, 'self-report.sections-assigned', { changes, held });
    });
  }

  /** By whoever has the section, or the principal. @throws self-report.not-found, .section-of-another */
  async finish(
    scope: Scope,
    rights: Scope,
    actor: Actor,
    reportId: string,
    section: string,
    finished: boolean,
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      await this.reports.lock(tx, scope, [reportId]);
      const report = await this.own(tx, scope, rights, reportId);
      const given = (await this.assignments.find(tx, scope, [reportId])).find((each) => each.section === section);
      if (given === undefined || (given.personId !== scope.personId && !report.rights.submit)) {
        throw selfReportErrors.sectionOfAnother(section);
      }
      await this.assignments.mark(tx, scope, reportId, section, finished ? report.revision : null);
      const action = finished ? 'self-report.section-finished' : 'self-report.section-reopened';
      await this.record(tx, report, action, { section, revision: report.revision });
    });
  }

  /**
   * While the principal holds sections: cells of a section given to somebody else who is still here.
   * @returns those that this person may not change
   */
  async heldFrom(
    reader: Reader,
    scope: Scope,
    report: Pick<ReportInSaving, 'id' | 'school' | 'round' | 'sectionsHeld'>,
    cells: readonly CellKey[],
  ): Promise<readonly CellKey[]> {
    if (!report.sectionsHeld || scope.narrowedTo('self-reports.submit').holdsSchool(report.school.id)) return [];
    const { edition } = this.standards.inForce(report.round.editionId);
    const here = new Set((await this.staff.mayFillAt(report.school.id)).map(({ personId }) => personId));
    const closed = new Set(
      (await this.assignments.find(reader, scope, [report.id]))
        .filter(({ personId }) => personId !== scope.personId && here.has(personId))
        .map(({ section }) => section),
    );
    return cells.filter((cell) => closed.has(sectionOf(edition, cell) ?? ''));
  }

  /** Of the person's own school, not through a region: how a school divides its work is its own affair. */
  private async own(reader: Reader, scope: Scope, rights: Scope, reportId: string): Promise<ReportRecord> {
    const report = await this.reports.findById(reader, scope, rights, reportId);
    if (report === null || !scope.holdsSchool(report.school.id)) throw selfReportErrors.notFound(reportId);
    return report;
  }

  private async workOf(
    reader: Reader,
    scope: Scope,
    report: ReportRecord,
    given: readonly SectionAssignment[],
    people: readonly StaffMember[],
  ): Promise<readonly SectionWork[]> {
    const { edition } = this.standards.inForce(report.round.editionId);
    const reasons = report.progress.underReturn ? await this.reports.findReturnReasons(reader, scope, report.id) : [];
    const open = reasons.filter(({ state }) => state === 'open').map(({ cell }) => cell);
    return sectionWorkOf(edition, report, given, new Set(people.map(({ personId }) => personId)), open);
  }

  private async proposal(
    scope: Scope,
    report: ReportRecord,
    sections: readonly SectionWork[],
    people: readonly StaffMember[],
  ): Promise<SectionWorkList['proposal']> {
    const { id, school, round } = report;
    const earlier = await this.assignments.findEarlier(this.database, scope, {
      id,
      schoolId: school.id,
      opensOn: round.opensOn,
    });
    if (earlier === null) return null;
    const given = await this.assignments.find(this.database, scope, [earlier.reportId]);
    const names = new Map(people.map(({ personId, displayName }) => [personId, displayName]));
    const proposed = given.flatMap(({ section, personId, internalDate }) => {
      const displayName = names.get(personId);
      if (displayName === undefined || !sections.some((each) => each.section === section)) return [];
      const date = proposedDate(internalDate, earlier.deadline, report.deadline);
      return [{ section, personId, displayName, internalDate: date }];
    });
    return proposed.length === 0 ? null : proposed;
  }

  private async record(
    tx: Transaction,
    report: ReportRecord,
    action: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.append(tx, {
      countyId: report.countyId,
      action,
      subject: { kind: 'self-report', id: report.id },
      details: { schoolId: report.school.id, ...details },
    });
  }
}
