import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EnterFeedbackLetterRequest } from '@junheng/api-contract';
import { feedbackLetterReadingSchema, feedbackLetterSchema } from '@junheng/api-contract';
import type { ApiClient } from '@junheng/api-client';
import { ledgerOf, rowOf } from '../../../../test/factories/ledger.ts';
import { statementsDuring } from '../../../../test/harness/statements.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../../test/harness/test-api.ts';
import { systemActor } from '../../../platform/database/actor.ts';
import { writeLetterSheet } from './write-letter-sheet.ts';

let api: TestApi;
let bureau: TestBrowser;
let client: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  bureau = await api.as('countyAdministrator');
  client = await api.clientOf('countyAdministrator');
});
afterAll(() => api.stop());

const problem = (text: string, more: Partial<EnterFeedbackLetterRequest['problems'][number]> = {}) => ({
  text,
  deadline: null,
  rowIds: [],
  measures: [],
  ...more,
});
const letter = (number: number, ...problems: EnterFeedbackLetterRequest['problems']): EnterFeedbackLetterRequest => ({
  countyId: api.world.county,
  document: `示督办〔2026〕${number}号`,
  issuer: '示例市教育督导委员会办公室',
  addressee: '甲县人民政府',
  datedOn: '2026-09-01',
  dueOn: '2026-12-01',
  problems,
});
const measure = (description: string, rowIds: readonly string[] = []) => ({
  kind: 'organisation' as const,
  description,
  money: null,
  quantity: null,
  effects: [],
  rowIds: [...rowIds],
});
/** A minute after the last one. */
const enter = async (body: EnterFeedbackLetterRequest) => {
  api.clock.advance(60_000);
  const { data } = await client.POST('/api/v1/feedback-letters', { body });
  if (data === undefined) throw new Error('no letter');
  return data;
};
const refused = async (body: EnterFeedbackLetterRequest) => {
  const before = (await ledgerOf(bureau)).length;
  const { code, facts } = (await bureau.post('/feedback-letters', body)).problem();
  expect(await ledgerOf(bureau)).toHaveLength(before);
  return { code, facts };
};

describe('a letter', () => {
  test('keeps its head, and its problems become rows with its deadline and measures', async () => {
    const entered = await enter(
      letter(
        1,
        problem('大班额没有消除', { measures: [measure('新建一所小学'), measure('调整学区')] }),
        problem('图书不足一半', { deadline: '2026-10-15' }),
      ),
    );
    expect(entered).toMatchObject({
      document: '示督办〔2026〕1号',
      issuer: '示例市教育督导委员会办公室',
      addressee: '甲县人民政府',
      datedOn: '2026-09-01',
      dueOn: '2026-12-01',
      entered: { by: '管理员甲' },
      problems: [
        {
          text: '大班额没有消除',
          deadline: '2026-12-01',
          rows: [{ known: false, deadline: '2026-12-01', status: 'open' }],
        },
        { text: '图书不足一半', deadline: '2026-10-15', rows: [{ known: false, deadline: '2026-10-15' }] },
      ],
    });
    const [row] = entered.problems[0]?.rows ?? [];
    expect(row?.sources).toEqual([{ kind: 'letter', document: '示督办〔2026〕1号' }]);
    expect(row?.measures.map(({ description }) => description)).toEqual(['新建一所小学', '调整学区']);
    const { history } = await rowOf(bureau, row?.id ?? '');
    expect(history.map(({ kind }) => kind)).toEqual(['raised', 'measure-added', 'measure-added']);
  });

  test('is entered once, however its number is typed', async () => {
    const again = { ...letter(1, problem('别的问题没有解决')), document: '示督办 [2026] 1 号' };
    expect(await refused(again)).toEqual({
      code: 'feedback-letter.already-entered',
      facts: { document: '示督办〔2026〕1号', enteredOn: '2026-09-10' },
    });
  });

  test('that names what is in the ledger adds itself as a source, and brings the deadline forward', async () => {
    const before = await ledgerOf(bureau);
    const known = before.find(({ title }) => title === '大班额没有消除');
    const books = before.find(({ title }) => title === '图书不足一半');
    const entered = await enter(
      letter(
        2,
        problem('（一）大班额没有消除。', { deadline: '2026-11-01' }),
        problem('图书数量和质量都有差距', {
          rowIds: [books?.id ?? ''],
          measures: [measure('购书', [books?.id ?? ''])],
        }),
      ),
    );
    expect(await ledgerOf(bureau)).toHaveLength(before.length);
    expect(entered.problems.map(({ rows }) => rows.map(({ id, known: was }) => [id, was]))).toEqual([
      [[known?.id, true]],
      [[books?.id, true]],
    ]);
    const [joined, linked] = entered.problems.flatMap(({ rows }) => rows);
    expect(joined).toMatchObject({ deadline: '2026-11-01', title: '大班额没有消除' });
    expect(joined?.sources.map(({ document }) => document)).toEqual(['示督办〔2026〕1号', '示督办〔2026〕2号']);
    // The row was due earlier than this letter asks: it stays so.
    expect(linked).toMatchObject({ deadline: '2026-10-15', measures: [{ description: '购书' }] });
  });

  test('with a fault is entered not at all', async () => {
    const row = (await ledgerOf(bureau))[0]?.id ?? '';
    const good = problem('操场没有硬化');
    expect(await refused({ ...letter(3, good), datedOn: '2026-09-11' })).toEqual({
      code: 'feedback-letter.dated-ahead',
      facts: { today: '2026-09-10' },
    });
    expect((await refused({ ...letter(3, good), dueOn: '2026-08-31' })).code).toBe('feedback-letter.due-before-dated');
    expect(await refused(letter(3, good, problem('实验室不足', { deadline: '2026-08-31' })))).toEqual({
      code: 'feedback-letter.deadline-before-dated',
      facts: { number: 2 },
    });
    expect(await refused(letter(3, good, problem('2、操场没有硬化。')))).toEqual({
      code: 'feedback-letter.problem-twice',
      facts: { number: 2, first: 1 },
    });
    expect((await refused(letter(3, problem('操场没有硬化', { measures: [measure('硬化', [row])] })))).code).toBe(
      'feedback-letter.measure-elsewhere',
    );
    const nobodys = '00000000-0000-4000-8000-000000000000';
    expect((await refused(letter(3, problem('操场没有硬化', { rowIds: [nobodys] })))).code).toBe(
      'rectification.not-found',
    );
    expect((await refused({ ...letter(3, good), countyId: api.world.foreignCounty })).code).toBe('region.not-found');
    const effect = { kind: 'change' as const, schoolId: null, key: 'x', by: '1' };
    const computed = { ...measure('增加投入'), effects: [effect] };
    expect((await refused(letter(3, problem('投入不足额', { measures: [computed] })))).code).toBe(
      'rectification.not-evaluated',
    );
  });

  test('entered late is overdue from the start', async () => {
    const late = await enter({ ...letter(4, problem('消防设施没有更新')), datedOn: '2026-07-01', dueOn: '2026-09-01' });
    expect(late.problems[0]?.rows[0]).toMatchObject({ overdueDays: 9, escalation: 'county' });
  });

  test('entered twice at once makes its rows once', async () => {
    api.clock.advance(60_000);
    const body = letter(5, problem('食堂没有达到标准'));
    const statuses = (
      await Promise.all([bureau.post('/feedback-letters', body), bureau.post('/feedback-letters', body)])
    )
      .map(({ status }) => status)
      .toSorted((a, b) => a - b);
    expect(statuses).toEqual([201, 409]);
    expect((await ledgerOf(bureau)).filter(({ title }) => title === '食堂没有达到标准')).toHaveLength(1);
  });
});

test('the list says how far each letter is; a school and a section see none, the city sees all', async () => {
  const { data } = await client.GET('/api/v1/feedback-letters');
  expect(data?.letters.map(({ document, problems, rows }) => [document, problems, rows])).toEqual([
    ['示督办〔2026〕5号', 1, { total: 1, closed: 0, overdue: 0, withoutMeasure: 1 }],
    ['示督办〔2026〕2号', 2, { total: 2, closed: 0, overdue: 0, withoutMeasure: 0 }],
    ['示督办〔2026〕1号', 2, { total: 2, closed: 0, overdue: 0, withoutMeasure: 0 }],
    ['示督办〔2026〕4号', 1, { total: 1, closed: 0, overdue: 1, withoutMeasure: 1 }],
  ]);
  const id = data?.letters[0]?.id ?? '';
  for (const persona of ['reporter', 'sectionOfficer'] as const) {
    const browser = await api.as(persona);
    expect((await browser.get('/feedback-letters')).body).toEqual({ letters: [] });
    expect((await browser.get(`/feedback-letters/${id}`)).problem().code).toBe('feedback-letter.not-found');
  }
  const city = await api.as('cityReviewer');
  expect((await city.get(`/feedback-letters/${id}`)).status).toBe(200);
  expect((await city.post('/feedback-letters', letter(9, problem('不该录入的信')))).status).toBe(403);
});

describe('a sheet', () => {
  const read = async (name: string, bytes: string | Uint8Array<ArrayBuffer>) => {
    const body = new FormData();
    body.append('file', new Blob([bytes]), name);
    return bureau.send('POST', `/counties/${api.world.county}/feedback-letter-readings`, { body });
  };
  const lines = (...rows: readonly string[]) => `\uFEFF${rows.join('\r\n')}\r\n`;

  test('is read and shown; nothing of it is entered before it is sent as a letter', async () => {
    const before = (await ledgerOf(bureau)).length;
    const sheet = lines(
      '文号,示督办〔2026〕6号',
      '反馈的问题,整改期限,整改措施',
      '校医没有配齐,2026-11-30,招聘校医',
      '大班额没有消除,,',
    );
    const answer = await read('问题清单.csv', sheet);
    const reading = feedbackLetterReadingSchema.parse(answer.body);
    expect(reading).toMatchObject({
      fileName: '问题清单.csv',
      particulars: { document: '示督办〔2026〕6号', issuer: null },
      counts: { rows: 2, problems: 2, measures: 1, errors: 0, warnings: 1 },
      findings: [{ code: 'problem-known', row: 4, column: 'A' }],
    });
    expect(await ledgerOf(bureau)).toHaveLength(before);
    const entered = await enter({
      ...letter(6),
      problems: reading.problems.map((each) => ({
        ...each,
        measures: each.measures.map((one) => ({ ...one, quantity: null, effects: [] })),
      })),
    });
    expect(entered.problems.map(({ rows }) => rows[0]?.known)).toEqual([false, true]);
    expect(await ledgerOf(bureau)).toHaveLength(before + 1);
    const again = feedbackLetterReadingSchema.parse((await read('问题清单.csv', sheet)).body);
    expect(again.findings[0]).toMatchObject({ severity: 'error', code: 'letter-known', row: 1, column: 'B' });
    expect(again.problems).toEqual([]);
  });

  test('of the empty form is understood, and has no problems', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const bytes = new Uint8Array(await writeLetterSheet(language));
      expect(feedbackLetterReadingSchema.parse((await read('空表.xlsx', bytes)).body).findings).toMatchObject([
        { code: 'no-rows' },
      ]);
    }
  });

  test('that is no workbook is refused', async () => {
    expect((await read('a.xlsx', new Uint8Array([80, 75, 3, 4, 0]))).problem().code).toBe('import.file-refused');
  });
});

test('a letter of forty problems is read with as many statements as one of two', async () => {
  const ids: string[] = [];
  for (const count of [2, 40]) {
    const texts = Array.from({ length: count }, (_, index) => problem(`第${count}封信里第${index}所学校没有操场`));
    ids.push((await enter(letter(10 + count, ...texts))).id);
  }
  const [few, many] = ids;
  const cost = async (id = '') => (await statementsDuring(api, () => bureau.get(`/feedback-letters/${id}`))).length;
  // The first request after a while also notes that the session is in use.
  await cost(few);
  expect(await cost(many)).toBe(await cost(few));
});

test('a letter never joins a row that is being closed at that moment: it makes one of its own', async () => {
  const text = '校门口没有减速带';
  const row = (await enter(letter(7, problem(text)))).problems[0]?.rows[0];
  const { sent } = await api.transactions.run(systemActor('test'), async (tx) => {
    await tx.execute(
      `UPDATE rectifications SET status = 'closed', closed_at = $2, closed_by_name = '督学甲' WHERE id = $1`,
      [row?.id, tx.at],
    );
    const waiting = bureau.post('/feedback-letters', letter(8, problem(text)));
    const blocked = 'SELECT 1 FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))';
    for (let tries = 0; (await tx.query(blocked)).length === 0; tries += 1) {
      if (tries > 500) throw new Error('the letter does not wait for the row');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return { sent: waiting };
  });
  const [joined] = feedbackLetterSchema.parse((await sent).body).problems.flatMap(({ rows }) => rows);
  expect(joined).toMatchObject({ known: false, status: 'open', title: text });
  expect(joined?.number).toBeGreaterThan(row?.number ?? 0);
  expect((await rowOf(bureau, row?.id ?? '')).sources).toHaveLength(1);
});
