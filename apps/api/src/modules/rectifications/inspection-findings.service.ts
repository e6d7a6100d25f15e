import { Injectable } from '@nestjs/common';
import type { InspectionFindings } from '@junheng/api-contract';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { ConsolidationService } from '../inspections/consolidation/consolidation.service.ts';
import { inspectionErrors } from '../inspections/inspections.errors.ts';
import { InspectionsService } from '../inspections/inspections.service.ts';
import type { InspectionRecord } from '../inspections/inspections.types.ts';
import { findingsOnSite, type FindingOnSite } from './inspection-findings.rules.ts';
import { RectificationsRepository } from './persistence/rectifications.repository.ts';
import { RaisedProblemsService } from './raised-problems.service.ts';

/** What a special supervision (专项督查) found, on its way into the ledger: each finding once. */
@Injectable()
export class InspectionFindingsService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly projects: InspectionsService,
    private readonly consolidations: ConsolidationService,
    private readonly rows: RectificationsRepository,
    private readonly raised: RaisedProblemsService,
  ) {}

  /** @throws inspection.not-found */
  async read(scope: Scope, inspectionId: string): Promise<InspectionFindings> {
    const compared = await this.consolidations.comparedFor(scope, inspectionId);
    const { inspection } = compared;
    if (inspection.kind !== 'special') return { findings: [], mayHandOver: false };
    const found = findingsOnSite(compared);
    const rows = await this.rows.findByReferences(
      this.database,
      found.map(({ reference }) => reference),
    );
    const own = scope.narrowedTo('inspections.manage');
    return {
      findings: found.map(({ reference, ...finding }) => ({ ...finding, row: rows.get(reference) ?? null })),
      mayHandOver:
        !own.isEmpty &&
        inspection.team.some(({ personId, part }) => part === 'lead' && personId === scope.personId) &&
        found.some((finding) => !rows.has(finding.reference) && reaches(own, inspection, finding)),
    };
  }

  /**
   * Those without a row get one; in a county that the leader does not reach, the county's own people take them over.
   * @throws inspection.not-found, inspection.not-special, consolidation.lead-only, consolidation.project-not-settled,
   * rectification.deadline-past
   */
  async handOver(scope: Scope, actor: Actor, inspectionId: string, deadline: string | null): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const inspection = await this.consolidations.hold(tx, scope, inspectionId);
      if (inspection.kind !== 'special') throw inspectionErrors.notSpecial();
      const found = findingsOnSite(await this.consolidations.compared(tx, inspection));
      const known = await this.rows.findByReferences(
        tx,
        found.map(({ reference }) => reference),
      );
      const fresh = found.filter((each) => !known.has(each.reference) && reaches(scope, inspection, each));
      for (const { reference, text, school, county } of fresh) {
        await this.raised.raiseProblem(tx, scope, {
          countyId: county.id,
          title: text,
          source: { kind: 'finding', reference, document: inspection.name },
          schoolId: school.id,
          place: null,
          deadline,
        });
      }
      await this.projects.record(tx, inspection, 'inspection.findings-handed-over', { raised: fresh.length, deadline });
    });
  }
}

function reaches(scope: Scope, { counties }: InspectionRecord, { county }: FindingOnSite): boolean {
  return counties.some(({ countyId, path }) => countyId === county.id && scope.coversRegionPath(path));
}
