import { randomUUID } from 'node:crypto';
import {
  selfReportSchema,
  roundSchema,
  roundSelfReportsSchema,
  type ReviewLevel,
  type Round,
  type SelfReport,
} from '@junheng/api-contract';
import type { Cells } from '@junheng/evaluation-core';
import { generateCounty } from '@junheng/synthetic-county';
import { systemActor } from '../../src/platform/database/actor.ts';
import type { TestApi, TestBrowser } from '../harness/test-api.ts';
import { createPerson, giveGrant } from './world.ts';

const county = generateCounty(20261121);

/** The cells of a made-up school of this type that pass every hard check. */
export function completeCells(type: string, year: 'this-year' | 'last-year' = 'this-year'): Cells {
  const school = county.schools.find((each) => each.type === type && each.parentCode === null);
  if (school === undefined) throw new Error(`the made-up county has no school of type ${type}`);
  return school.cells[year];
}

/** Opens this year's round of the world's county, from 1 September to 15 October. */
export async function openRound(
  api: TestApi,
  changes: Partial<{
    year: number;
    editionId: string;
    opensOn: string;
    deadline: string;
    onePersonMaySubmit: boolean;
    kind: string;
    reviewLevels: readonly ReviewLevel[];
    returnsTo: Round['returnsTo'];
    twoPersonReview: boolean;
    schoolIds: readonly string[];
    announcement: string;
  }> = {},
): Promise<Round> {
  const bureau = await api.as('countyAdministrator');
  const answer = await bureau.post('/rounds', {
    regionId: api.world.county,
    kind: 'self-evaluation',
    year: 2026,
    editionId: 'cn-2017-quality-balance',
    opensOn: '2026-09-01',
    deadline: '2026-10-15',
    onePersonMaySubmit: false,
    ...changes,
  });
  if (answer.status !== 201) throw new Error(`the round was not opened: ${JSON.stringify(answer.body)}`);
  return roundSchema.parse(answer.body);
}

/** The report of a school in a round, as the bureau reads it. */
export async function reportOf(api: TestApi, roundId: string, schoolId: string): Promise<SelfReport> {
  const bureau = await api.as('countyAdministrator');
  const list = roundSelfReportsSchema.parse((await bureau.get(`/rounds/${roundId}/self-reports`)).body);
  const row = list.selfReports.find((each) => each.schoolId === schoolId);
  if (row === undefined) throw new Error('the school has no report in this round');
  return readReport(bureau, row.selfReportId);
}

export async function readReport(browser: TestBrowser, reportId: string): Promise<SelfReport> {
  const answer = await browser.get(`/self-reports/${reportId}`);
  if (answer.status !== 200) throw new Error(`the report cannot be read: ${JSON.stringify(answer.body)}`);
  return selfReportSchema.parse(answer.body);
}

/** A batch that brings the report to these cells, based on what the report holds. */
export function batch(report: SelfReport, cells: Readonly<Record<string, string | null>>, key: string = randomUUID()) {
  return {
    key,
    changes: Object.entries(cells).map(([cell, value]) => ({
      cell,
      value,
      baseRevision: report.cellRevisions[cell] ?? 0,
    })),
  };
}

/** Types a whole report as this person, with a reason for every soft check. */
export async function fillReport(browser: TestBrowser, reportId: string, cells: Cells): Promise<SelfReport> {
  const before = await readReport(browser, reportId);
  const answer = await browser.patch(`/self-reports/${reportId}/cells`, batch(before, cells));
  if (answer.status !== 200) throw new Error(`the cells were not saved: ${JSON.stringify(answer.body)}`);
  return readReport(browser, reportId);
}

/** Brings a school's report to approval: filled by the reporter, submitted by the principal, approved by the bureau. */
export async function approveReport(
  api: TestApi,
  roundId: string,
  schoolId: string,
  type: string,
): Promise<SelfReport> {
  const submitted = await submitReport(api, roundId, schoolId, type);
  const bureau = await api.as('countyAdministrator');
  const answer = await bureau.post(`/self-reports/${submitted.id}/approve`, { revision: submitted.revision });
  if (answer.status !== 200) throw new Error(`the report was not approved: ${JSON.stringify(answer.body)}`);
  return selfReportSchema.parse(answer.body);
}

/** Brings a school's report to submission, with reasons for all its warnings. */
export async function submitReport(api: TestApi, roundId: string, schoolId: string, type: string): Promise<SelfReport> {
  const { id } = await reportOf(api, roundId, schoolId);
  const own = schoolId === api.world.school;
  const reporter = own
    ? await api.as('reporter')
    : await api.asPerson(await grantedAt(api, 'school-reporter', schoolId));
  const principal = own
    ? await api.as('principal')
    : await api.asPerson(await grantedAt(api, 'school-principal', schoolId));
  const filled = await fillReport(reporter, id, completeCells(type));
  const answer = await principal.post(`/self-reports/${id}/submit`, { revision: filled.revision });
  if (answer.status !== 200) throw new Error(`the report was not submitted: ${JSON.stringify(answer.body)}`);
  return selfReportSchema.parse(answer.body);
}

async function grantedAt(
  api: TestApi,
  role: 'school-reporter' | 'school-principal',
  schoolId: string,
): Promise<string> {
  return api.transactions.run(systemActor('test'), async (tx) => {
    const person = await createPerson(tx, { login: randomUUID(), displayName: role });
    await giveGrant(tx, person, role, { schoolId });
    return person;
  });
}
