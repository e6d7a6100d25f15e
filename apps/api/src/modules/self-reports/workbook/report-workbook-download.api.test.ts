import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { applicableCells, qualityBalance2017 } from '@junheng/evaluation-core';
import { fillReport, openRound, readReport, reportOf, completeCells } from '../../../../test/factories/reports.ts';
import { downloadWorkbook, readBack, valueOn } from '../../../../test/factories/report-workbooks.ts';
import { startTestApi, type TestApi } from '../../../../test/harness/test-api.ts';

let api: TestApi;
let reportId: string;

beforeAll(async () => {
  api = await startTestApi();
  const round = await openRound(api);
  reportId = (await reportOf(api, round.id, api.world.otherSchool)).id;
  const cells = { ...completeCells('nine-year'), 'equipment-value': '392.123456' };
  await fillReport(await api.as('otherReporter'), reportId, cells);
});
afterAll(() => api.stop());

describe('the workbook of a school', () => {
  test('holds every cell of its form once, with what is known, on a sheet for each part', async () => {
    const reporter = await api.as('otherReporter');
    const report = await readReport(reporter, reportId);
    const workbook = await readBack(await downloadWorkbook(reporter, reportId));
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['填表说明', false],
      ['全校', false],
      ['小学', false],
      ['初中', false],
      ['_junheng', true],
    ]);
    const asked = applicableCells(qualityBalance2017, report.cells).map(({ key }) => key);
    const keys = workbook.sheets.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) =>
        cells.filter((cell) => cell.text.startsWith('jh:')).map((cell) => cell.text.slice(3)),
      ),
    );
    expect(keys.toSorted()).toEqual([...asked].toSorted());
    expect(valueOn(workbook, 'pupils.primary')).toMatchObject({ kind: 'number', text: report.cells['pupils.primary'] });
    expect(valueOn(workbook, 'equipment-value')).toMatchObject({ kind: 'number', text: '392.123456' });
    expect(valueOn(workbook, 'ownership')).toMatchObject({ kind: 'text', text: '公办' });
  });

  test('says where it is from, so that it can come back', async () => {
    const reporter = await api.as('otherReporter');
    const report = await readReport(reporter, reportId);
    const workbook = await readBack(await downloadWorkbook(reporter, reportId));
    const facts = Object.fromEntries(
      (workbook.sheets.at(-1)?.rows ?? []).map(({ cells: [name, value] }) => [name?.text ?? '', value?.text]),
    );
    expect(facts).toEqual({
      'jh@format': '1',
      'jh@report': reportId,
      'jh@school': '9901010002',
      'jh@round': report.round.id,
      'jh@edition': expect.stringMatching(/^[0-9a-f]{64}$/),
      'jh@revision': String(report.revision),
    });
  });

  test('is a file to be saved under the name of the school, in the language asked for', async () => {
    const reporter = await api.as('otherReporter');
    const response = await fetch(`${api.baseUrl}/api/v1/self-reports/${reportId}/workbook?language=en`, {
      headers: reporter.headers,
    });
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('甲县实验学校'));
    expect(response.headers.get('cache-control')).toBe('no-store');
    const workbook = await readBack(Buffer.from(await response.arrayBuffer()));
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'How to fill',
      'Whole school',
      'Primary',
      'Junior',
      '_junheng',
    ]);
    expect(valueOn(workbook, 'ownership')).toMatchObject({ text: 'Public' });
    const odd = await reporter.get(`/self-reports/${reportId}/workbook?language=fr`);
    expect(odd.status).toBe(422);
  });
});
