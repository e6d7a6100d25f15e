import { Injectable } from '@nestjs/common';
import type { explanationSchema } from '@junheng/api-contract';
import type { ExplanationCell } from '@junheng/evaluation-core';
import type { z } from 'zod';
import { Database } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { CountyReportsService } from '../county-reports/county-reports.service.ts';
import type { CountyProvenance } from '../county-reports/county-reports.types.ts';
import type { Provenance, VerifiedChange } from '../data-sets/data-sets.types.ts';
import { EvidenceService } from '../evidence/evidence.service.ts';
import { SelfReportsService } from '../self-reports/self-reports.service.ts';

type Origins = z.infer<typeof explanationSchema>['cells'];

/** In place of a school id: a cell of the county report. */
const COUNTY_REPORT = '';

/** The people behind the cells of an explanation: who entered, submitted and approved each, and the files that prove it. */
@Injectable()
export class CellOriginsService {
  constructor(
    private readonly database: Database,
    private readonly reports: SelfReportsService,
    private readonly evidence: EvidenceService,
    private readonly countyReports: CountyReportsService,
  ) {}

  async of(
    scope: Scope,
    provenance: {
      readonly schools: Provenance;
      readonly county: CountyProvenance | null;
      readonly changes: readonly VerifiedChange[];
    },
    cells: readonly ExplanationCell[],
  ): Promise<Origins> {
    const found = new Map(provenance.changes.map((change) => [`${change.schoolId} ${change.cell}`, change]));
    return (await this.asReported(scope, provenance, cells)).map((origin) => {
      const change = found.get(`${origin.schoolId} ${origin.cell}`);
      if (change === undefined) return origin;
      // Nobody of the school stands for what inspectors found.
      const { inspectors, at, reason, before } = change;
      return {
        ...origin,
        enteredBy: inspectors.join('、'),
        enteredAt: at,
        source: 'verified',
        sourceDetail: { reason, reported: before },
        submittedBy: null,
        submittedAt: null,
        approvedBy: null,
        approvedAt: null,
      };
    });
  }

  private async asReported(
    scope: Scope,
    provenance: { readonly schools: Provenance; readonly county: CountyProvenance | null },
    cells: readonly ExplanationCell[],
  ): Promise<Origins> {
    const ofSchools = cells.filter((cell) => cell.schoolId !== COUNTY_REPORT);
    const ofCounty = cells.filter((cell) => cell.schoolId === COUNTY_REPORT);
    if (provenance.county === null) return this.ofSchools(scope, provenance.schools, ofSchools);
    return [
      ...(await this.ofSchools(scope, provenance.schools, ofSchools)),
      ...(await this.ofCounty(scope, provenance.county, ofCounty)),
    ];
  }

  private async ofSchools(scope: Scope, provenance: Provenance, cells: readonly ExplanationCell[]): Promise<Origins> {
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
    return cells.map(({ schoolId, key, value }) => {
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

  private async ofCounty(
    scope: Scope,
    provenance: CountyProvenance,
    cells: readonly ExplanationCell[],
  ): Promise<Origins> {
    const keys = cells.map(({ key }) => key);
    const entered =
      keys.length === 0
        ? []
        : await this.countyReports.findEntries(this.database, scope, { ...provenance, cells: keys });
    const entries = new Map(entered.map((entry) => [entry.entry, entry]));
    return cells.map(({ schoolId, key, value }) => {
      // A cell that was not approved is not in the data set, whoever entered it.
      const part = provenance.parts.find((each) => each.cells.includes(key));
      const entry = part === undefined ? undefined : entries.get(key);
      return {
        schoolId,
        cell: key,
        value,
        enteredBy: entry?.by ?? null,
        enteredAt: entry?.at.toISOString() ?? null,
        source: entry?.source ?? null,
        sourceDetail: entry?.sourceDetail ?? null,
        submittedBy: part?.submittedBy ?? null,
        submittedAt: part?.submittedAt ?? null,
        approvedBy: part?.approvedBy ?? null,
        approvedAt: part?.approvedAt ?? null,
        selfReportId: null,
        evidence: [],
      };
    });
  }
}
