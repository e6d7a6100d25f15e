import {
  rectificationSchema,
  rectificationsSchema,
  type Rectification,
  type RectificationRow,
} from '@junheng/api-contract';
import { dataSetHash, type Cells, type DataSet } from '@junheng/evaluation-core';
import { systemActor } from '../../src/platform/database/actor.ts';
import type { Answer, TestApi, TestBrowser } from '../harness/test-api.ts';
import { completeCells } from './reports.ts';

/** The world's county with its two schools, complete but for these changes. */
export function countyData(
  api: TestApi,
  changes: { readonly school?: Cells; readonly otherSchool?: Cells; readonly county?: Cells } = {},
): DataSet {
  const { school, otherSchool } = api.world;
  const record = (schoolId: string, code: string, name: string, cells: Cells) => ({
    schoolId,
    code,
    name,
    parentSchoolId: null,
    countedAsSchool: true,
    cells,
  });
  return {
    countyCode: '990101',
    countyName: '甲县',
    schools: [
      record(school, '9901010001', '东镇中心小学', { ...completeCells('primary'), ...changes.school }),
      record(otherSchool, '9901010002', '甲县实验学校', { ...completeCells('nine-year'), ...changes.otherSchool }),
    ],
    ...(changes.county === undefined ? {} : { county: { cells: changes.county } }),
  };
}

/** Approves and freezes these data as the round's next version, as reviewing and freezing would. @returns the data set's id */
export async function approvedData(api: TestApi, roundId: string, content: DataSet): Promise<string> {
  return api.transactions.run(systemActor('test'), async (tx) => {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO data_sets (county_id, round_id, version, hash, content, frozen_at, frozen_by_name)
       VALUES ($1, $2, (SELECT COALESCE(max(version), 0) + 1 FROM data_sets WHERE round_id = $2), $3, $4, $5, 'test') RETURNING id`,
      [api.world.county, roundId, dataSetHash(content), JSON.stringify(content), tx.at],
    );
    return row?.id ?? '';
  });
}

/** Approves these data and evaluates them. */
export async function evaluated(api: TestApi, roundId: string, content: DataSet): Promise<Answer> {
  const dataSetId = await approvedData(api, roundId, content);
  const bureau = await api.as('countyAdministrator');
  const answer = await bureau.post(`/rounds/${roundId}/evaluations`, { dataSetId });
  if (answer.status !== 201) throw new Error(`not evaluated: ${JSON.stringify(answer.body)}`);
  return answer;
}

export async function ledgerOf(browser: TestBrowser): Promise<readonly RectificationRow[]> {
  const answer = await browser.get('/rectifications');
  if (answer.status !== 200) throw new Error(`the ledger cannot be read: ${JSON.stringify(answer.body)}`);
  return rectificationsSchema.parse(answer.body).rows;
}

export async function rowOf(browser: TestBrowser, id: string): Promise<Rectification> {
  const answer = await browser.get(`/rectifications/${id}`);
  if (answer.status !== 200) throw new Error(`the row cannot be read: ${JSON.stringify(answer.body)}`);
  return rectificationSchema.parse(answer.body);
}
