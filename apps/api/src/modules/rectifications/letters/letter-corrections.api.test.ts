import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { feedbackLetterSchema, type FeedbackLetter } from '@junheng/api-contract';
import { rowOf } from '../../../../test/factories/ledger.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../../test/harness/test-api.ts';

let api: TestApi;
let bureau: TestBrowser;

beforeAll(async () => {
  api = await startTestApi();
  bureau = await api.as('countyAdministrator');
});
afterAll(() => api.stop());

interface Problem {
  readonly text: string;
  readonly deadline: string | null;
  readonly rowIds: readonly string[];
}

/** A minute after the last one. */
async function enter(number: number, ...problems: readonly Problem[]): Promise<FeedbackLetter> {
  api.clock.advance(60_000);
  const answer = await bureau.post('/feedback-letters', {
    countyId: api.world.county,
    document: `示督办〔2026〕${number}号`,
    issuer: '示例市教育督导委员会办公室',
    addressee: '甲县人民政府',
    datedOn: '2026-09-01',
    dueOn: '2026-12-01',
    problems: problems.map((problem) => ({ ...problem, measures: [] })),
  });
  return feedbackLetterSchema.parse(answer.body);
}

type Correction = Partial<Pick<FeedbackLetter, 'document' | 'dueOn' | 'datedOn' | 'revision'>> & {
  readonly problems?: readonly object[];
};

async function correct(letter: FeedbackLetter, correction: Correction) {
  const { revision, document, issuer, addressee, datedOn, dueOn } = letter;
  const problems = letter.problems.map(({ id, text, deadline }, at) => ({
    id,
    text,
    deadline,
    ...correction.problems?.[at],
  }));
  const head = { revision, document, issuer, addressee, datedOn, dueOn };
  api.clock.advance(60_000);
  return bureau.put(`/feedback-letters/${letter.id}`, { ...head, ...correction, reason: '录入有误', problems });
}

test('a mistyped letter is corrected with a reason, and its rows follow or say why not', async () => {
  const before = await enter(1, { text: '围墙没有修好', deadline: '2026-11-01', rowIds: [] });
  const [known] = before.problems.flatMap(({ rows }) => rows);
  const letter = await enter(
    2,
    { text: '大班额没有消徐', deadline: null, rowIds: [] },
    { text: '围墙依旧没有修好', deadline: '2026-10-01', rowIds: [known?.id ?? ''] },
    { text: '图书不足一半', deadline: null, rowIds: [] },
  );
  const [classes, wall, books] = letter.problems.map(({ rows }) => rows[0]?.id ?? '');
  if (classes === undefined || wall === undefined || books === undefined) throw new Error('a problem without a row');
  expect((await rowOf(bureau, wall)).deadline).toBe('2026-10-01');
  const assigned = await bureau.put('/rectification-assignments', {
    ids: [books],
    to: { kind: 'unit', unitId: api.world.section },
    person: null,
    deadline: '2026-11-20',
    reason: null,
  });
  expect(assigned.status).toBe(204);

  const answer = await correct(letter, {
    document: '示督办〔2026〕22号',
    dueOn: '2026-12-21',
    problems: [
      { text: '大班额没有消除', deadline: '2026-12-21' },
      { deadline: '2026-11-15' },
      { deadline: '2026-12-21' },
    ],
  });
  const corrected = feedbackLetterSchema.parse(answer.body);
  expect(corrected).toMatchObject({ document: '示督办〔2026〕22号', dueOn: '2026-12-21', revision: 1 });
  expect(corrected.corrections).toMatchObject([
    {
      by: '管理员甲',
      reason: '录入有误',
      changes: [
        { field: 'document', problem: null, before: '示督办〔2026〕2号', after: '示督办〔2026〕22号' },
        { field: 'dueOn', problem: null, before: '2026-12-01', after: '2026-12-21', rows: [] },
        { field: 'text', problem: 1, before: '大班额没有消徐', rows: [{ id: classes, kept: null }] },
        { field: 'deadline', problem: 1, before: '2026-12-01', rows: [{ id: classes, kept: null }] },
        { field: 'deadline', problem: 2, rows: [{ id: wall, kept: null }] },
        { field: 'deadline', problem: 3, rows: [{ id: books, kept: 'own-deadline' }] },
      ],
    },
  ]);
  const row = await rowOf(bureau, classes);
  expect(row).toMatchObject({
    title: '大班额没有消除',
    deadline: '2026-12-21',
    sources: [{ kind: 'letter', document: '示督办〔2026〕22号' }],
  });
  expect(row.history.at(-1)).toMatchObject({
    kind: 'letter-corrected',
    by: '管理员甲',
    details: { title: '大班额没有消除', before: '2026-12-01', deadline: '2026-12-21', reason: '录入有误' },
  });
  // Given its deadline by hand since; and never beyond what the other letter wants.
  expect((await rowOf(bureau, books)).deadline).toBe('2026-11-20');
  expect(await rowOf(bureau, wall)).toMatchObject({
    title: '围墙没有修好',
    deadline: '2026-11-01',
    sources: [{ document: '示督办〔2026〕1号' }, { document: '示督办〔2026〕22号' }],
  });
  // Renamed only: its history speaks of no deadline.
  expect((await rowOf(bureau, books)).history.at(-1)?.details).toEqual({
    document: '示督办〔2026〕22号',
    title: null,
    reason: '录入有误',
  });
  // The letter can be found by its right number, and its wrong one is free again.
  expect((await enter(2, { text: '食堂没有许可证', deadline: null, rowIds: [] })).document).toBe('示督办〔2026〕2号');
});

test('what cannot be is refused, and nothing changes', async () => {
  const letter = await enter(
    3,
    { text: '校门口没有减速带', deadline: null, rowIds: [] },
    { text: '操场积水无法使用', deadline: null, rowIds: [] },
  );
  const code = async (correction: Correction) => (await correct(letter, correction)).problem().code;
  expect(await code({})).toBe('feedback-letter.nothing-changed');
  expect(await code({ document: '示督办[2026]1号' })).toBe('feedback-letter.already-entered');
  expect(await code({ dueOn: '2026-08-31' })).toBe('feedback-letter.due-before-dated');
  expect(await code({ datedOn: '2026-09-30' })).toBe('feedback-letter.dated-ahead');
  expect(await code({ problems: [{ deadline: '2026-08-01' }] })).toBe('feedback-letter.deadline-before-dated');
  expect(await code({ problems: [{ text: '操场积水，无法使用' }] })).toBe('feedback-letter.problem-twice');
  expect(await code({ problems: [{ text: '围墙没有修好' }] })).toBe('rectification.already-there');
  expect(await code({ dueOn: '2026-12-02', revision: 7 })).toBe('feedback-letter.changed-since');
  expect(await code({ problems: [{ id: letter.id }] })).toBe('feedback-letter.changed-since');
  const { body } = await bureau.get(`/feedback-letters/${letter.id}`);
  expect(feedbackLetterSchema.parse(body)).toEqual(letter);

  // Two problems may swap their words: each row keeps the problem that it is.
  const swapped = await correct(letter, { problems: [{ text: '操场积水无法使用' }, { text: '校门口没有减速带' }] });
  expect(feedbackLetterSchema.parse(swapped.body).problems.map(({ text, rows }) => [text, rows[0]?.title])).toEqual([
    ['操场积水无法使用', '操场积水无法使用'],
    ['校门口没有减速带', '校门口没有减速带'],
  ]);
  expect((await correct(letter, { dueOn: '2026-12-02' })).problem().code).toBe('feedback-letter.changed-since');
  expect((await (await api.as('foreignAdministrator')).get(`/feedback-letters/${letter.id}`)).status).toBe(404);
});

test('a corrected deadline never gives a row more time than a finding that joined it since', async () => {
  const letter = await enter(4, { text: '厕所没有安装隔断', deadline: null, rowIds: [] });
  const id = letter.problems[0]?.rows[0]?.id ?? '';
  const joined = await bureau.post('/rectifications', {
    countyId: api.world.county,
    title: '厕所没有安装隔断',
    source: { kind: 'finding', document: null },
    schoolId: null,
    place: null,
    deadline: '2026-12-10',
    joins: true,
  });
  expect(joined.body).toMatchObject({ id, deadline: '2026-12-01' });
  const corrected = await correct(letter, { dueOn: '2026-12-20', problems: [{ deadline: '2026-12-20' }] });
  expect(corrected.status).toBe(200);
  expect((await rowOf(bureau, id)).deadline).toBe('2026-12-10');
});
