import { Injectable } from '@nestjs/common';
import type { ArchiveIndex, DecideEvidenceRequest } from '@junheng/api-contract';
import { AuditLog } from '../../../platform/audit/audit-log.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import { Database, Transactions } from '../../../platform/database/database.ts';
import type { Scope } from '../../access/access.scope.ts';
import { evidenceErrors } from '../../evidence/evidence.errors.ts';
import { StandardsService } from '../../standards/standards.service.ts';
import { ArchiveRepository } from '../persistence/archive.repository.ts';
import { VisitsRepository } from '../persistence/visits.repository.ts';
import { archiveLines } from './archive-index.rules.ts';
import { recordsAt } from '../teams.rules.ts';
import { readsSchool } from '../visible-counties.rules.ts';
import { visitErrors } from './visits.errors.ts';
import { presentVisitedSchool } from './visits.presenter.ts';
import { VisitsService } from './visits.service.ts';

interface Place {
  readonly inspectionId: string;
  readonly schoolId: string;
}

/** Desk review (案头审核): the archive index of a school to visit, and what the team says of each file. */
@Injectable()
export class ArchiveService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly standards: StandardsService,
    private readonly service: VisitsService,
    private readonly visits: VisitsRepository,
    private readonly archive: ArchiveRepository,
  ) {}

  /** @throws inspection.not-found, visit.not-found */
  async read(scope: Scope, at: Place): Promise<ArchiveIndex> {
    const inspection = await this.service.inspection(this.database, scope, at.inspectionId);
    const [school] = await this.visits.findSchools(at.inspectionId, at.schoolId);
    if (school === undefined || !readsSchool(scope, inspection, school)) throw visitErrors.notFound();
    const report = (await this.visits.findReported([at.schoolId], inspection.editionId)).get(at.schoolId);
    const files = report === undefined ? [] : await this.archive.findFiles(at.inspectionId, report.selfReportId);
    const { edition } = this.standards.inForce(inspection.editionId);
    return {
      school: presentVisitedSchool(school),
      selfReportId: report?.selfReportId ?? null,
      lines: [...archiveLines(edition, files)],
      mayDecide:
        recordsAt(inspection, school, scope.personId) &&
        (await this.visits.isOnTeam(this.database, scope.narrowedTo('visits.record'), at.inspectionId)),
    };
  }

  /** @throws inspection.not-found, visit.not-found, .not-on-team, evidence.not-found */
  async decide(
    scope: Scope,
    actor: Actor,
    at: Place,
    evidenceId: string,
    { decision, reason }: DecideEvidenceRequest,
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const inspection = await this.service.inspection(tx, scope, at.inspectionId);
      if (!(await this.visits.isOnTeam(tx, scope, at.inspectionId))) throw visitErrors.notOnTeam();
      const [school] = await this.visits.findSchools(at.inspectionId, at.schoolId, tx);
      const countyId = inspection.counties.find(({ code }) => code === school?.countyCode)?.countyId;
      if (school === undefined || countyId === undefined) throw visitErrors.notFound();
      if (!recordsAt(inspection, school, scope.personId)) throw visitErrors.notOnTeam();
      const report = (await this.visits.findReported([at.schoolId], inspection.editionId, tx)).get(at.schoolId);
      const files = report === undefined ? [] : await this.archive.findFiles(inspection.id, report.selfReportId, tx);
      const file = files.find(({ id }) => id === evidenceId);
      if (file === undefined) throw evidenceErrors.notFound(evidenceId);
      await this.archive.decide(tx, { inspectionId: inspection.id, evidenceId, decision, reason });
      await this.audit.append(tx, {
        countyId,
        action: `evidence.${decision}`,
        subject: { kind: 'evidence', id: evidenceId },
        details: {
          inspectionId: inspection.id,
          schoolId: at.schoolId,
          name: file.name,
          before: file.decision,
          after: decision,
          reason,
        },
      });
    });
  }
}
