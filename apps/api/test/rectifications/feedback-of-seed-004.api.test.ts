import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  feedbackLetterSchema,
  rectificationCoverageSchema,
  rectificationReportSchema,
  type FeedbackLetter,
  type RectificationCoverage,
  type Round,
} from '@junheng/api-contract';
import { editionById, editionHash, type Cells, type Edition, type Requirement } from '@junheng/evaluation-core';
import { systemActor } from '../../src/platform/database/actor.ts';
import { countyData, evaluated, ledgerOf, rowOf } from '../factories/ledger.ts';
import { openRound } from '../factories/reports.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../harness/test-api.ts';
import { LETTER_OF_SEED_004, PROBLEMS_OF_SEED_004 } from './letter-of-seed-004.ts';

/*
 * The report of seed 004: a letter from above names eight problems, due on 25 April 2024, and the county answers with eight measures. In
 * the eighth, 第二个只增不减 fails in four stages, and the measure speaks of two (golden G074, G075, G082, G083).
 */

const EDITION = 'b-judging-funds';
const STAGES = ['preschool', 'primary', 'junior', 'senior'] as const;

const PER_PUPIL = ['8000', '8100', '8050'];
/** What four stages and the whole budget fell to, with the two years before. */
const FALLEN: Cells = {
  ...Object.fromEntries(
    STAGES.flatMap((stage) =>
      PER_PUPIL.map(
        (value, back) => [`per-pupil-general-budget.${stage}${back === 0 ? '' : `@${back}`}`, value] as const,
      ),
    ),
  ),
  'general-budget-education': '90',
  'general-budget-education@1': '100',
  'general-budget-education@2': '95',
};

let api: TestApi;
let bureau: TestBrowser;
let round: Round;
let letterId: string;

beforeAll(async () => {
  api = await startTestApi();
  api.clock.set('2024-04-01T01:00:00.000Z');
  bureau = await api.as('countyAdministrator');
  await publishJudging();
  round = await openRound(api, { year: 2024, opensOn: '2024-03-01', deadline: '2024-04-10', editionId: EDITION });
});
afterAll(async () => api.stop());

/** The national instrument only shows 两个只增不减; this bureau judges by them. */
async function publishJudging(): Promise<void> {
  const basic = editionById('cn-2012-basic-balance');
  if (basic === undefined) throw new Error('the edition is not shipped');
  const judged = (requirement: Requirement): Requirement => {
    if (requirement.id !== 'basic-not-lower' || requirement.rule.kind !== 'scored') return requirement;
    const parts = requirement.rule.points.flatMap(({ id, scoring }) =>
      scoring.kind === 'all-or-nothing' ? [{ id, rule: scoring.rule }] : [],
    );
    return { ...requirement, rule: { kind: 'all-of', parts } };
  };
  const edition: Edition = { ...basic, id: EDITION, requirements: basic.requirements.map(judged) };
  await api.transactions.run(systemActor('test'), (tx) =>
    tx.execute(
      `INSERT INTO editions (id, hash, issued_as, content, published_at, region_id) VALUES ($1, $2, $3, $4, $5, $6)`,
      [EDITION, editionHash(edition), '示教〔2024〕1号', JSON.stringify(edition), tx.at, api.world.county],
    ),
  );
}

async function coverage(): Promise<RectificationCoverage> {
  const answer = await bureau.get(`/rectification-coverage?countyId=${api.world.county}&editionId=${EDITION}`);
  return rectificationCoverageSchema.parse(answer.body);
}

const stateOf = (found: RectificationCoverage, stage: string) =>
  found.problems.find(({ place }) => place.kind === 'requirement' && place.part === `per-pupil.${stage}`)?.state;

test('what the approved data fail is in the ledger before the letter comes', async () => {
  await evaluated(api, round.id, countyData(api, { county: FALLEN }));
  const failing = (await ledgerOf(bureau)).flatMap(({ place }) =>
    place?.kind === 'requirement' && place.requirementId === 'basic-not-lower' ? [place.part] : [],
  );
  expect(new Set(failing)).toEqual(new Set(['general-budget', ...STAGES.map((stage) => `per-pupil.${stage}`)]));
});

const rowOfPart = async (part: string): Promise<string> =>
  (await ledgerOf(bureau)).find(({ place }) => place?.kind === 'requirement' && place.part === part)?.id ?? '';
const letter = async (): Promise<FeedbackLetter> =>
  feedbackLetterSchema.parse((await bureau.get(`/feedback-letters/${letterId}`)).body);
const measureOf = (problem: (typeof PROBLEMS_OF_SEED_004)[number]) => ({
  kind: 'organisation',
  description: problem.measure,
  money: problem.money ?? null,
  quantity: null,
  effects: [],
  rowIds: [],
});

test('the letter’s eight problems are entered with a measure each; what data speak of is not listed a second time', async () => {
  const before = (await ledgerOf(bureau)).length;
  const parts = ['general-budget', ...STAGES.map((stage) => `per-pupil.${stage}`)];
  const rowIds = await Promise.all(parts.map(rowOfPart));
  const more = (key: string, by: string) => ({ kind: 'change', schoolId: null, key, by });
  const answered = await Promise.all(['general-budget', 'per-pupil.junior', 'per-pupil.senior'].map(rowOfPart));
  const answer = await bureau.post('/feedback-letters', {
    countyId: api.world.county,
    ...LETTER_OF_SEED_004,
    problems: PROBLEMS_OF_SEED_004.map((problem, index) =>
      index < 7
        ? { text: problem.text, deadline: null, rowIds: [], measures: [measureOf(problem)] }
        : {
            text: problem.text,
            deadline: null,
            rowIds,
            measures: [
              {
                ...measureOf(problem),
                kind: 'funding',
                effects: [
                  more('per-pupil-general-budget.junior', '100'),
                  more('per-pupil-general-budget.senior', '100'),
                  more('general-budget-education', '10'),
                ],
                rowIds: answered,
              },
            ],
          },
    ),
  });
  expect([answer.status, answer.body]).toMatchObject([201, { ...LETTER_OF_SEED_004 }]);
  const entered = feedbackLetterSchema.parse(answer.body);
  letterId = entered.id;
  expect(entered.problems.map(({ rows }) => rows.length)).toEqual([1, 1, 1, 1, 1, 1, 1, 5]);
  expect(await ledgerOf(bureau)).toHaveLength(before + 7);
  const all = entered.problems.flatMap(({ rows }) => rows);
  expect(all.map(({ deadline }) => deadline)).toEqual(all.map(() => LETTER_OF_SEED_004.dueOn));
  expect(all.every(({ sources }) => sources.some(({ document }) => document === LETTER_OF_SEED_004.document))).toBe(
    true,
  );
});

test('numbers that the letter does not tell are not there: only approved data fill them (G078, G079, G080)', async () => {
  const { problems } = await letter();
  expect(
    problems.slice(0, 7).flatMap(({ rows }) => rows.map(({ measured, standing }) => [measured, standing])),
  ).toEqual(Array.from({ length: 7 }, () => [null, 'none']));
  expect(problems[7]?.rows.map(({ standing }) => standing)).toEqual(Array.from({ length: 5 }, () => 'failing'));
});

test('the coverage shows what the eighth measure leaves: two of four stages (G082), the fall of the funds is met (G083)', async () => {
  const found = await coverage();
  expect(found.worded.map(({ measures }) => measures)).toEqual(Array.from({ length: 7 }, () => 1));
  expect(STAGES.map((stage) => [stage, stateOf(found, stage)])).toEqual([
    ['preschool', 'no-measure'],
    ['primary', 'no-measure'],
    ['junior', 'reached'],
    ['senior', 'reached'],
  ]);
  expect(
    found.problems.find(({ place }) => place.kind === 'requirement' && place.part === 'general-budget')?.state,
  ).toBe('reached');
  expect(found.refused).toEqual([]);
});

test('another letter that says otherwise of the same thing stands beside the first, each with its day (G081)', async () => {
  api.clock.advance(60_000);
  const vocational = (await letter()).problems[5]?.rows[0]?.id ?? '';
  const answer = await bureau.post('/feedback-letters', {
    countyId: api.world.county,
    ...LETTER_OF_SEED_004,
    document: '示办通〔2024〕11号',
    datedOn: '2024-03-25',
    problems: [{ text: '县职中 3 项指标达标，还有 2 项未达标', deadline: null, rowIds: [vocational], measures: [] }],
  });
  expect(answer.status).toBe(201);
  const row = await rowOf(bureau, vocational);
  expect(row.sources.map(({ document }) => document)).toEqual(['示办通〔2024〕10号', '示办通〔2024〕11号']);
  expect(row.history.filter(({ kind }) => kind === 'source-added').map(({ details }) => details['title'])).toEqual([
    '县职中 3 项指标达标，还有 2 项未达标',
  ]);
});

test('the report says of each problem what was done, for how much, and what the data said before and say now', async () => {
  const [vocational] = (await letter()).problems[5]?.rows ?? [];
  const row = `/rectifications/${vocational?.id ?? ''}`;
  const [measure] = (await rowOf(bureau, vocational?.id ?? '')).measureList;
  await bureau.put(`${row}/measures/${measure?.id ?? ''}/completion`, { done: { on: '2024-04-01', spent: '175.5' } });
  await bureau.post(`${row}/notes`, { text: '启动资金已到位' });
  const next = Object.fromEntries(
    ['junior', 'senior'].map((stage) => [`per-pupil-general-budget.${stage}`, '8200'] as const),
  );
  await evaluated(api, round.id, countyData(api, { county: { ...FALLEN, ...next } }));
  const report = rectificationReportSchema.parse((await bureau.get(`/feedback-letters/${letterId}/report`)).body);
  expect(report).toMatchObject({
    letter: { ...LETTER_OF_SEED_004 },
    asOf: '2024-04-01',
    counts: { problems: 8, rows: 12, open: 10, toVerify: 2, closed: 0, overdue: 0, measures: 8, measuresDone: 1 },
  });
  expect([report.counts.money, report.counts.spent]).toEqual(['180', '175.5']);
  expect(report.problems[5]?.rows).toMatchObject([
    { notes: [{ text: '启动资金已到位' }], measureList: [{ done: { on: '2024-04-01', spent: '175.5' } }] },
  ]);
  const stages = new Map(
    report.problems[7]?.rows.map(({ place, before, now }) => [
      place?.kind === 'requirement' ? place.part : '',
      [before.standing, before.year, now.standing, now.year],
    ]),
  );
  expect(stages).toEqual(
    new Map([
      ['general-budget', ['failing', 2024, 'failing', 2024]],
      ['per-pupil.preschool', ['failing', 2024, 'failing', 2024]],
      ['per-pupil.primary', ['failing', 2024, 'failing', 2024]],
      ['per-pupil.junior', ['failing', 2024, 'passing', 2024]],
      ['per-pupil.senior', ['failing', 2024, 'passing', 2024]],
    ]),
  );
});

test('past the 25th of April its rows climb a level a week', async () => {
  api.clock.set('2024-05-10T01:00:00.000Z');
  bureau = await api.as('countyAdministrator');
  const late = (await letter()).problems.slice(0, 7).flatMap(({ rows }) => rows);
  expect(late.map(({ overdueDays, escalation }) => [overdueDays, escalation])).toEqual(
    Array.from({ length: 7 }, () => [15, 'city']),
  );
});
