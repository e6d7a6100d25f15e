import { Injectable } from '@nestjs/common';
import type { InspectionFindings, OnSite } from '@junheng/api-contract';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { ConsolidationService } from '../inspections/consolidation/consolidation.service.ts';
import type { Compared } from '../inspections/consolidation/consolidation.types.ts';
import { inspectionErrors } from '../inspections/inspections.errors.ts';
import { InspectionsService } from '../inspections/inspections.service.ts';
import type { InspectionRecord } from '../inspections/inspections.types.ts';
import { findingsOnSite, referenceOf, referencesOf, type FindingOnSite } from './inspection-findings.rules.ts';
import { RectificationsRepository } from './persistence/rectifications.repository.ts';
import { WithdrawnFindingsRepository } from './persistence/withdrawn-findings.repository.ts';
import { RaisedProblemsService } from './raised-problems.service.ts';
import type { RaisedRow } from './rectifications.types.ts';

/** What visits found, on its way into the ledger, each finding once: through the opinion, or of a special supervision (专项督查) at once. */
@Injectable()
export class InspectionFindingsService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly projects: InspectionsService,
    private readonly consolidations: ConsolidationService,
    private readonly rows: RectificationsRepository,
    private readonly raised: RaisedProblemsService,
    private readonly withdrawn: WithdrawnFindingsRepository,
  ) {}

  /** Of the counties that the caller reads. @param scope everything the caller holds @throws inspection.not-found */
  async read(scope: Scope, inspectionId: string): Promise<InspectionFindings> {
    const compared = await this.consolidations.comparedFor(scope, inspectionId);
    const { inspection } = compared;
    const found = findingsOnSite(compared);
    const rows = await this.rows.findByReferences(
      this.database,
      found.map(({ reference }) => reference),
    );
    const withdrawn = await this.withdrawn.find(this.database, inspectionId);
    const own = scope.narrowedTo('inspections.manage');
    const leads = inspection.team.some(({ personId, part }) => part === 'lead' && personId === scope.personId);
    const keeps = scope.narrowedTo('rectifications.manage');
    const handOverAs = (finding: FindingOnSite): InspectionFindings['findings'][number]['handOverAs'] => {
      if (inspection.kind !== 'special' || rows.has(finding.reference) || withdrawn.has(finding.reference)) return null;
      if (leads && reaches(own, inspection, finding.county.id)) return 'leader';
      return reaches(keeps, inspection, finding.county.id) ? 'county' : null;
    };
    return {
      findings: found.map((each) => {
        const { reference, ...finding } = each;
        return {
          ...finding,
          row: rows.get(reference) ?? null,
          withdrawn: withdrawn.get(reference) ?? null,
          handOverAs: handOverAs(each),
        };
      }),
    };
  }

  /** Of the counties that the caller reads. @param scope everything the caller holds @throws inspection.not-found */
  async onSite(reader: Reader, scope: Scope, inspectionId: string): Promise<readonly FindingOnSite[]> {
    return findingsOnSite(await this.consolidations.comparedFor(scope, inspectionId, reader));
  }

  /** An opinion leaves them out for good: they make no row any more. */
  async withdraw(tx: Transaction, inspectionId: string, findings: readonly OnSite[]): Promise<void> {
    const references = findings.map((finding) => referenceOf(inspectionId, finding));
    await this.withdrawn.add(tx, inspectionId, references);
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
      await this.raise(tx, scope, await this.consolidations.compared(tx, inspection), deadline);
    });
  }

  /**
   * What was found in the counties whose ledgers the caller keeps, without waiting for the leader.
   * @param rights everything the caller holds
   * @throws inspection.not-found, inspection.not-special, rectification.deadline-past
   */
  async takeOver(rights: Scope, actor: Actor, inspectionId: string, deadline: string | null): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const compared = await this.consolidations.comparedFor(rights, inspectionId, tx);
      if (compared.inspection.kind !== 'special') throw inspectionErrors.notSpecial();
      await this.raise(tx, rights.narrowedTo('rectifications.manage'), compared, deadline);
    });
  }

  /** Each county's ledger and each county's log say what came to it. Counties in a fixed order: nobody waits in a circle. */
  private async raise(tx: Transaction, scope: Scope, compared: Compared, deadline: string | null): Promise<void> {
    const { inspection } = compared;
    const found = findingsOnSite(compared);
    const known = await this.rows.findByReferences(
      tx,
      found.map(({ reference }) => reference),
    );
    const withdrawn = await this.withdrawn.find(tx, inspection.id);
    const counties = inspection.counties.toSorted((one, other) => one.code.localeCompare(other.code));
    for (const { countyId } of counties.filter((county) => reaches(scope, inspection, county.countyId))) {
      const fresh = found.filter(
        ({ county, reference }) => county.id === countyId && !known.has(reference) && !withdrawn.has(reference),
      );
      if (fresh.length === 0) continue;
      const rows = await this.raised.raiseAll(
        tx,
        scope,
        countyId,
        fresh.map(({ reference, text, school, advice }) => ({
          title: text,
          source: { kind: 'finding', reference, document: inspection.name },
          also: null,
          schoolId: school.id,
          place: null,
          deadline,
          finding: { about: null, demand: advice, sameDocument: [referencesOf(inspection.id)] },
        })),
      );
      const count = (wanted: RaisedRow['outcome']) => rows.filter(({ outcome }) => outcome === wanted).length;
      const counts = { raised: count('raised'), joined: count('joined') };
      if (counts.raised + counts.joined === 0) continue;
      await this.projects.record(
        tx,
        { id: inspection.id, counties: [{ countyId }] },
        'inspection.findings-handed-over',
        {
          ...counts,
          deadline,
        },
      );
    }
  }
}

function reaches(scope: Scope, { counties }: InspectionRecord, wanted: string): boolean {
  return counties.some(({ countyId, path }) => countyId === wanted && scope.coversRegionPath(path));
}
