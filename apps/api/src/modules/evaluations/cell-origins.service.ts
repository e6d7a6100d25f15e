import { Injectable } from '@nestjs/common';
import type { explanationSchema } from '@junheng/api-contract';
import type { ExplanationCell } from '@junheng/evaluation-core';
import type { z } from 'zod';
import { Database } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import type { Provenance } from '../data-sets/data-sets.types.ts';
import { EvidenceService } from '../evidence/evidence.service.ts';
import { SelfReportsService } from '../self-reports/self-reports.service.ts';

/** The people behind the cells of an explanation: who entered, submitted and approved each, and the files that prove it. */
@Injectable()
export class CellOriginsService {
  constructor(
    private readonly database: Database,
    private readonly reports: SelfReportsService,
    private readonly evidence: EvidenceService,
  ) {}

  async of(
    scope: Scope,
    provenance: Provenance,
    cells: readonly ExplanationCell[],
  ): Promise<z.infer<typeof explanationSchema>['cells']> {
    const wanted = cells.flatMap(({ schoolId, key }) => {
      const school = provenance[schoolId];
      return school === undefined ? [] : [{ selfReportId: school.selfReportId, cell: key, revision: school.revision }];
    });
    const files = await this.evidence.provingCells(this.database, scope, wanted);
    const entries = new Map(
      (await this.reports.findEntries(this.database, scope, wanted)).map((entry) => [
        `${entry.selfReportId} ${entry.cell}`,
        entry,
      ]),
    );
    // A cell of the county report belongs to no school: the node names it, and nobody of a school answers for it.
    const ofSchools = cells.filter((cell) => cell.schoolId !== '');
    return ofSchools.map(({ schoolId, key, value }) => {
      const school = provenance[schoolId];
      const entry = school === undefined ? undefined : entries.get(`${school.selfReportId} ${key}`);
      return {
        schoolId,
        cell: key,
        value,
        enteredBy: entry?.by ?? null,
        enteredAt: entry?.at.toISOString() ?? null,
        source: entry?.source ?? null,
        sourceDetail: entry?.sourceDetail ?? null,
        submittedBy: school?.submittedBy ?? null,
        submittedAt: school?.submittedAt ?? null,
        approvedBy: school?.approvedBy ?? null,
        approvedAt: school?.approvedAt ?? null,
        selfReportId: school?.selfReportId ?? null,
        evidence: files
          .filter((file) => file.selfReportId === school?.selfReportId && file.itemId === key.split('.')[0])
          .map(({ id, name }) => ({ id, name })),
      };
    });
  }
}
