import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  editionDraftSchema,
  editionDraftsSchema,
  editionSchema,
  editionsSchema,
  editionSummarySchema,
  type ChangeDraftRequest,
  type EditionDraft,
} from '@junheng/api-contract';
import { editionDifferences, editionHash, qualityBalance2017, type Edition } from '@junheng/evaluation-core';
import { systemActor } from '../../platform/database/actor.ts';
import { completeCounty, countyBatch, countyReportOf } from '../../../test/factories/county-reports.ts';
import { approveReport, openRound, readReport, reportOf } from '../../../test/factories/reports.ts';
import { startTestApi, type Answer, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';
import { StandardsService } from './standards.service.ts';

type OwnRule = Extract<
  ChangeDraftRequest['amendments'][number],
  { readonly kind: 'added-requirement' }
>['requirement']['rule'];
const BASE = 'cn-2017-quality-balance';
const source = { document: '甲教〔2026〕1号', clause: '第三条', confidence: 'A' as const, note: null };
let api: TestApi;
let bureau: TestBrowser;
let draft: EditionDraft;

beforeAll(async () => {
  api = await startTestApi();
  bureau = await api.as('countyAdministrator');
});
afterAll(() => api.stop());
beforeEach(async () => {
  draft = editionDraftSchema.parse((await copy()).body);
});

const copy = (by = bureau, changes: object = {}): Promise<Answer> =>
  by.post('/edition-drafts', {
    regionId: api.world.county,
    baseId: BASE,
    name: '甲县优质均衡标准',
    nameEn: 'Standard of county A',
    instrument: '甲教〔2026〕1号',
    ...changes,
  });

function changed(changes: Partial<ChangeDraftRequest> = {}): ChangeDraftRequest {
  const { revision, name, nameEn, instrument } = draft;
  return { revision, name, nameEn, instrument, amendments: [], evidenceTexts: {}, ...changes };
}
const path = () => `/edition-drafts/${draft.id}`;
const put = (changes: Partial<ChangeDraftRequest>) => bureau.put(path(), changed(changes));
const publish = (revision: number) => bureau.post(`${path()}/publication`, { revision });
const firstRule = qualityBalance2017.specialRules[0]?.id ?? '';
const requirement = qualityBalance2017.requirements.find(({ evidence }) => evidence.length > 0);
const changes: ChangeDraftRequest['amendments'] = [
  { kind: 'threshold', indicator: 'R4', stage: 'primary', value: '5', source },
  { kind: 'cv-limit', stage: 'primary', value: '0.45', source },
  { kind: 'special-rule', rule: firstRule, enabled: true, validFrom: '2026-01-01', validUntil: null },
  { kind: 'responsible', requirement: requirement?.id ?? '', point: null, responsible: '督导室' },
  { kind: 'evidence', requirement: requirement?.id ?? '', point: null, evidence: ['own-12345678'] },
];

describe('a draft', () => {
  test('is a copy with changes, whose difference from the base is known and whose problems are named at their place', async () => {
    const answer = await put({
      amendments: changes,
      evidenceTexts: { 'own-12345678': { zhCN: '自评报告', en: 'Own report' } },
    });
    const now = editionDraftSchema.parse(answer.body);
    expect(now).toMatchObject({ revision: 1, problems: [], baseId: BASE, regionName: expect.any(String) });
    const without = editionDraftSchema.parse(
      (await bureau.put(path(), changed({ revision: 1, amendments: changes }))).body,
    );
    expect(without.problems).toEqual([
      { kind: 'edition-fault', where: 'texts', fault: 'missing-translation', what: 'evidence.own-12345678' },
    ]);
    const nonsense: ChangeDraftRequest['amendments'] = [
      { kind: 'threshold', indicator: 'R99', stage: 'primary', value: '5', source },
    ];
    const odd = editionDraftSchema.parse(
      (await bureau.put(path(), changed({ revision: 2, amendments: nonsense }))).body,
    );
    expect(odd.problems).toEqual([
      { kind: 'amendment-fault', where: 'amendments/0', fault: 'unknown-indicator', what: 'R99' },
    ]);
    expect((await publish(3)).problem()).toMatchObject({
      code: 'edition.invalid',
      problems: [{ at: 'amendments/0', code: 'amendment-fault.unknown-indicator' }],
    });
  });

  test('is not changed on an old revision, nor published without a change, nor found after it is gone', async () => {
    await put({ amendments: changes.slice(0, 2) });
    expect((await put({ amendments: [] })).problem().code).toBe('edition.draft-stale');
    expect((await publish(0)).problem().code).toBe('edition.draft-stale');
    await bureau.put(path(), changed({ revision: 1 }));
    expect((await publish(2)).problem().code).toBe('edition.unchanged');
    expect((await bureau.delete(path())).status).toBe(204);
    expect((await bureau.get(path())).problem().code).toBe('edition.draft-not-found');
  });

  test('belongs to its region: others neither see nor touch it, and read-only roles make none', async () => {
    const foreign = await api.as('foreignAdministrator');
    expect(editionDraftsSchema.parse((await foreign.get('/edition-drafts')).body).drafts).toEqual([]);
    expect((await foreign.get(path())).status).toBe(404);
    expect((await foreign.put(path(), changed())).status).toBe(404);
    expect((await foreign.post(`${path()}/publication`, { revision: 0 })).status).toBe(404);
    expect((await copy(foreign)).status).toBe(404);
    expect((await copy(bureau, { baseId: 'no-such-edition' })).problem().code).toBe('edition.not-found');
    expect((await copy(await api.as('provinceReviewer'))).problem().code).toBe('permission.denied');
    expect((await copy(await api.as('reporter'))).problem().code).toBe('permission.denied');
  });

  test('takes numbers only as decimals', async () => {
    const wrong = { ...changes[0], value: '5,5' };
    expect((await bureau.put(path(), { ...changed(), amendments: [wrong] })).status).toBe(422);
  });
});

describe('a requirement of the bureau’s own', () => {
  const flag = {
    section: 'own-local',
    value: { kind: 'flag' as const },
    unit: null,
    stages: null,
    alsoByStage: [],
    condition: null,
    required: true as const,
    entry: 'form' as const,
    plausible: null,
    source,
  };
  const of = (id: string, per: 'county' | 'school', rule: OwnRule) => ({
    id,
    group: 'government',
    per,
    appliesTo: null,
    schools: 'evaluated' as const,
    rule,
    responsible: '基教科',
    evidence: [],
    source,
  });
  const both = (zhCN: string): [string, string] => [zhCN, 'Of the county'];
  const added: ChangeDraftRequest['amendments'] = [
    {
      kind: 'added-requirement',
      requirement: of('own-plan', 'county', { kind: 'answer', item: 'own-plan-answer', holds: ['yes'] }),
      items: [],
      countyItems: [{ ...flag, id: 'own-plan-answer', earlierYears: 0 }],
      texts: {
        'requirement.own-plan': both('制定课后服务方案'),
        'item.own-plan-answer': both('制定课后服务方案'),
        'item.own-plan-answer.help': both('填“是”或“否”'),
        'section.own-local': both('本地增加的要求'),
      },
    },
    {
      kind: 'added-requirement',
      requirement: of('own-teachers', 'school', {
        kind: 'comparison',
        left: { kind: 'item', item: 'full-time-teachers', stage: null, yearsBack: 0 },
        comparator: 'at-least',
        right: { kind: 'constant', value: '1000' },
      }),
      items: [],
      countyItems: [],
      texts: { 'requirement.own-teachers': both('每校专任教师不少于1000人') },
    },
    { kind: 'removed-requirement', requirement: 'G7' },
  ];

  test('is asked in the round and counted by the evaluation; what was left out is neither', async () => {
    await put({ amendments: added });
    const id = editionSummarySchema.parse((await publish(1)).body).id;
    const round = await openRound(api, { kind: 're-check', editionId: id, onePersonMaySubmit: true });
    const report = await countyReportOf(bureau, round.id);
    const entries = `/county-reports/${report.id}/entries`;
    const { 'special-education-funds': gone, 'special-education-pupils': alsoGone, ...asked } = completeCounty(BASE);
    expect([gone, alsoGone]).toEqual(['50', '50']);
    const answered = { ...asked, 'migrants-in-purchased-places': '0', 'own-plan-answer': 'no' };
    expect((await bureau.patch(entries, countyBatch(report, answered))).status).toBe(200);
    expect((await bureau.patch(entries, countyBatch(report, { 'special-education-funds': '1' }))).status).toBe(422);
    const filled = await countyReportOf(bureau, round.id);
    const part = `/county-reports/${report.id}/parts/${filled.parts[0]?.id ?? ''}`;
    expect((await bureau.post(`${part}/submit`, { revision: filled.revision })).body).toMatchObject({ id: report.id });
    expect((await bureau.post(`${part}/approve`, { revision: filled.revision })).status).toBe(200);
    await approveReport(api, round.id, api.world.school, 'primary');
    const evaluation = await bureau.post(`/rounds/${round.id}/evaluations`, {});
    expect(evaluation.status).toBe(201);
    const run = evaluation.body as { id: string };
    const details = (await bureau.get(`/evaluations/${run.id}`)).body as {
      result: { county: { requirements: readonly { requirementId: string; outcome: string }[] } };
    };
    const outcomes = new Map(
      details.result.county.requirements.map(({ requirementId, outcome }) => [requirementId, outcome]),
    );
    expect([outcomes.get('own-teachers'), outcomes.get('own-plan'), outcomes.has('G7')]).toEqual([
      'unmet',
      'unmet',
      false,
    ]);
  });

  test('is refused at its place where it names nothing, says nothing, or leaves nothing to ask', async () => {
    const [first] = added;
    const unnamed = { ...first, texts: {} } as (typeof added)[number];
    const now = editionDraftSchema.parse((await put({ amendments: [unnamed] })).body);
    expect(now.problems).toContainEqual({
      kind: 'edition-fault',
      where: 'texts',
      fault: 'missing-translation',
      what: 'requirement.own-plan',
    });
    const left = (requirement: string) => ({ kind: 'removed-requirement' as const, requirement });
    const answer = await bureau.put(path(), changed({ revision: 1, amendments: [left('R'), left('G99')] }));
    expect(editionDraftSchema.parse(answer.body).problems).toEqual([
      { kind: 'amendment-fault', where: 'amendments/0', fault: 'not-removable', what: 'R' },
      { kind: 'amendment-fault', where: 'amendments/1', fault: 'unknown-requirement', what: 'G99' },
    ]);
    // A rule of another make, or words for what is not the bureau's own, do not get in.
    const odd = { ...first, texts: { 'requirement.G1': ['x', 'x'] } };
    expect((await bureau.put(path(), { ...changed({ revision: 2 }), amendments: [odd] })).status).toBe(422);
  });
});

describe('a published edition of a bureau', () => {
  test('is immutable, hashed, in force for its own region, and leaves open rounds on theirs', async () => {
    const before = await openRound(api);
    await put({ amendments: changes, evidenceTexts: { 'own-12345678': { zhCN: '自评报告', en: 'Own report' } } });
    const answer = await publish(1);
    const published = editionSummarySchema.parse(answer.body);
    expect([answer.status, published.bureau?.name.zhCN, published.asksSchools]).toEqual([
      201,
      '甲县优质均衡标准',
      true,
    ]);

    const whole = editionSchema.parse((await bureau.get(`/editions/${published.id}`)).body);
    const content = whole.content as Edition;
    expect(editionHash(content)).toBe(published.hash);
    expect(content.base).toEqual({ editionId: BASE, editionHash: editionHash(qualityBalance2017) });
    expect(editionDifferences(qualityBalance2017, content).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['threshold', 'cv-limit', 'special-rule-on', 'responsible', 'evidence']),
    );
    for (const sql of [
      `UPDATE editions SET content = '{}' WHERE id = '${published.id}'`,
      `DELETE FROM editions WHERE id = '${published.id}'`,
    ]) {
      const attempt = api.transactions.run(systemActor('test'), (tx) => tx.execute(sql));
      await expect(attempt).rejects.toThrow(/never changed/);
    }
    expect((await bureau.get(path())).problem().code).toBe('edition.draft-not-found');

    // Whoever has it reports by it; the round that was open keeps its own.
    const foreign = await api.as('foreignAdministrator');
    const ids = async (by: TestBrowser) =>
      editionsSchema.parse((await by.get('/editions')).body).editions.map(({ id }) => id);
    expect(await ids(bureau)).toContain(published.id);
    expect(await ids(await api.as('reporter'))).toContain(published.id);
    expect(await ids(foreign)).not.toContain(published.id);
    expect((await foreign.get(`/editions/${published.id}`)).problem().code).toBe('edition.not-found');
    const wanted = {
      kind: 'special',
      year: 2026,
      editionId: published.id,
      opensOn: '2026-09-01',
      deadline: '2026-10-15',
      onePersonMaySubmit: false,
    };
    const elsewhere = await foreign.post('/rounds', { ...wanted, regionId: api.world.foreignCounty });
    expect(elsewhere.problem().code).toBe('edition.of-another-region');
    const opened = await bureau.post('/rounds', { ...wanted, regionId: api.world.county });
    expect(opened.status).toBe(201);
    const round = opened.body as { id: string };
    const report = await reportOf(api, round.id, api.world.school);
    expect((await readReport(await api.as('reporter'), report.id)).round.editionId).toBe(published.id);
    expect((await reportOf(api, before.id, api.world.school)).round.editionId).toBe(BASE);
    // Another process learns of it from the database.
    const other = await api.app.resolve(StandardsService);
    expect((await other.find(api.database, published.id)).hash).toBe(published.hash);
  });
});
