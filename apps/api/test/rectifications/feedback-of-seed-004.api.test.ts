import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  rectificationCoverageSchema,
  rectificationSchema,
  type RectificationCoverage,
  type Round,
} from '@junheng/api-contract';
import { editionById, editionHash, type Edition, type Requirement } from '@junheng/evaluation-core';
import { systemActor } from '../../src/platform/database/actor.ts';
import { countyData, evaluated, ledgerOf } from '../factories/ledger.ts';
import { openRound } from '../factories/reports.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../harness/test-api.ts';

/*
 * The report of seed 004: a letter from above names eight problems, due on 25 April 2024, and the county answers with eight measures. In
 * the eighth, 第二个只增不减 fails in four stages, and the measure speaks of two (golden G074, G075, G082, G083).
 */

const EDITION = 'b-judging-funds';
const LETTER = '示办通〔2024〕10号';
const DEADLINE = '2024-04-25';
const PROBLEMS = [
  '党组织领导的校长负责制推进滞后',
  '优质学前教育供给不足',
  '义务教育优质均衡发展差距较大，小学三项、初中一项差异系数不达标',
  '九年义务教育巩固率偏低且呈下降趋势',
  '基础教育教学质量不高',
  '职业教育投入不足，办学条件不达标',
  '教师队伍建设仍需加强',
  '教育经费投入不足，两个只增不减不达标',
] as const;
const STAGES = ['preschool', 'primary', 'junior', 'senior'] as const;

let api: TestApi;
let bureau: TestBrowser;
let round: Round;
let rowIds: readonly string[];

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

const partOf = (stage: string) =>
  ({
    kind: 'requirement',
    requirementId: 'basic-not-lower',
    part: `per-pupil.${stage}`,
    schoolId: null,
    stage: null,
  }) as const;

async function raise(title: string, place: ReturnType<typeof partOf> | null): Promise<string> {
  const answer = await bureau.post('/rectifications', {
    countyId: api.world.county,
    title,
    source: { kind: 'letter', document: LETTER },
    schoolId: null,
    place: place === null ? null : { editionId: EDITION, place },
    deadline: place === null ? DEADLINE : null,
  });
  expect([title, answer.status]).toEqual([title, 201]);
  return rectificationSchema.parse(answer.body).id;
}

async function coverage(): Promise<RectificationCoverage> {
  const answer = await bureau.get(`/rectification-coverage?countyId=${api.world.county}&editionId=${EDITION}`);
  return rectificationCoverageSchema.parse(answer.body);
}

const stateOf = (found: RectificationCoverage, stage: string) =>
  found.problems.find(({ place }) => place.kind === 'requirement' && place.part === `per-pupil.${stage}`)?.state;

test('what the approved data fail is in the ledger before the letter comes', async () => {
  const fallen = ['8000', '8100', '8050'];
  const perPupil = STAGES.flatMap((stage) =>
    fallen.map((value, back) => [`per-pupil-general-budget.${stage}${back === 0 ? '' : `@${back}`}`, value] as const),
  );
  const county = {
    ...Object.fromEntries(perPupil),
    'general-budget-education': '90',
    'general-budget-education@1': '100',
    'general-budget-education@2': '95',
  };
  await evaluated(api, round.id, countyData(api, { county }));
  const failing = (await ledgerOf(bureau)).flatMap(({ place }) =>
    place?.kind === 'requirement' && place.requirementId === 'basic-not-lower' ? [place.part] : [],
  );
  expect(new Set(failing)).toEqual(new Set(['general-budget', ...STAGES.map((stage) => `per-pupil.${stage}`)]));
});

test('the letter’s eight problems become eight rows; the stages that data speak of are not listed twice', async () => {
  const before = (await ledgerOf(bureau)).length;
  const ids: string[] = [];
  for (const title of PROBLEMS) ids.push(await raise(title, null));
  for (const stage of STAGES) await raise(`第二个只增不减不达标：${stage}`, partOf(stage));
  rowIds = ids;
  const rows = await ledgerOf(bureau);
  expect(rows).toHaveLength(before + PROBLEMS.length);
  const ofLetter = rows.filter(({ sources }) => sources.some(({ document }) => document === LETTER));
  expect(ofLetter).toHaveLength(PROBLEMS.length + STAGES.length);
  expect(ofLetter.filter(({ deadline }) => deadline === DEADLINE)).toHaveLength(PROBLEMS.length);
});

test('eight measures answer eight problems, and two of four stages are left without one', async () => {
  expect((await coverage()).worded.filter(({ measures }) => measures === 0)).toHaveLength(PROBLEMS.length);
  const rows = await ledgerOf(bureau);
  const rowOfPart = (part: string) =>
    rows.find(({ place }) => place?.kind === 'requirement' && place.part === part)?.id ?? '';
  for (const [index, id] of rowIds.entries()) {
    const last = index === rowIds.length - 1;
    const more = (key: string, by: string) => ({ kind: 'change', schoolId: null, key, by });
    const answer = await bureau.post(`/rectifications/${id}/measures`, {
      kind: last ? 'funding' : 'organisation',
      description: last ? '确保初中、高中两个学段投入增加' : `整改措施之${index + 1}`,
      money: last ? '300' : null,
      quantity: null,
      effects: last
        ? [
            more('per-pupil-general-budget.junior', '100'),
            more('per-pupil-general-budget.senior', '100'),
            more('general-budget-education', '10'),
          ]
        : [],
      alsoFor: last ? ['per-pupil.junior', 'per-pupil.senior', 'general-budget'].map(rowOfPart) : [],
    });
    expect([id, answer.status]).toEqual([id, 201]);
  }
  const found = await coverage();
  expect(found.worded.map(({ measures }) => measures)).toEqual(PROBLEMS.map(() => 1));
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

test('past the 25th of April the eight rows climb a level a week', async () => {
  api.clock.set('2024-05-10T01:00:00.000Z');
  const late = (await ledgerOf(await api.as('countyAdministrator'))).filter(({ deadline }) => deadline === DEADLINE);
  expect(late.map(({ overdueDays, escalation }) => [overdueDays, escalation])).toEqual(
    PROBLEMS.map(() => [15, 'city']),
  );
});
