import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  Checklist,
  Consolidation,
  Inspection,
  InspectionFindings,
  InspectionResults,
  Opinion,
  Rectification,
  Rectifications,
  Visits,
} from '@junheng/api-contract';
import { wantedInspection } from '../../../test/factories/inspections.ts';
import { ledgerOf, rowOf } from '../../../test/factories/ledger.ts';
import { wantedOpinion } from '../../../test/factories/opinions.ts';
import {
  planSupervision,
  publishChecklist,
  saveOnSite,
  signVisit,
  visitFinding,
} from '../../../test/factories/special-supervision.ts';
import { createPerson, giveGrant } from '../../../test/factories/world.ts';
import { statementsDuring } from '../../../test/harness/statements.ts';
import { startTestApi, type Answer, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';

let api: TestApi;
/** Reaches both counties, leads nothing. */
let planner: TestBrowser;
let plannerId: string;
/** Leads, and reaches the county alone. */
let lead: TestBrowser;
let memberId: string;
let bureau: TestBrowser;
let foreignBureau: TestBrowser;
let checklist: Checklist;

beforeAll(async () => {
  api = await startTestApi();
  [plannerId, memberId] = await api.transactions.run(systemActor('test'), async (tx) => {
    const city = await createPerson(tx, { login: 'city.inspector', displayName: '督学乙' });
    await giveGrant(tx, city, 'inspector', { regionId: api.world.city });
    const member = await createPerson(tx, { login: 'team.two', displayName: '督学丙' });
    await giveGrant(tx, member, 'inspector', { regionId: api.world.foreignCounty });
    return [city, member];
  });
  planner = await api.asPerson(plannerId);
  lead = await api.as('inspector');
  bureau = await api.as('countyAdministrator');
  foreignBureau = await api.as('foreignAdministrator');
  checklist = await publishChecklist(api, lead);
});
afterAll(() => api.stop());

const part = (at: number) => `${checklist.id}-${at}`;
const findings = async (by: TestBrowser, id: string) =>
  ((await by.get(`/inspections/${id}/findings`)).body as InspectionFindings).findings;
const written = (text: string, more: { readonly about?: string; readonly advice?: string } = {}) => {
  const at = `finding:${randomUUID()}`;
  return {
    [`${at}/text`]: text,
    ...(more.about === undefined ? {} : { [`${at}/about`]: more.about }),
    ...(more.advice === undefined ? {} : { [`${at}/advice`]: more.advice }),
  };
};
/** A supervision of one school of the county, with these findings handed over. */
async function supervised(
  name: string,
  entries: Readonly<Record<string, string>>,
  deadline: string | null = null,
): Promise<InspectionFindings['findings']> {
  const { id } = await planSupervision(api, lead, checklist.id, { name });
  await visitFinding(api, lead, { inspectionId: id, checklist }, entries);
  const handed = await lead.post(`/inspections/${id}/findings`, { deadline });
  expect([handed.status, handed.body]).toEqual([200, handed.body]);
  return (handed.body as InspectionFindings).findings;
}

describe('of a project of two counties', () => {
  let inspection: Inspection;

  beforeAll(async () => {
    const { county, foreignCounty, school, otherSchool, foreignSchool, people } = api.world;
    const counties = [county, foreignCounty];
    inspection = await planSupervision(api, planner, checklist.id, {
      counties: counties.map((countyId) => ({ countyId, sampleSize: null, sizeReason: null })),
      chosenSchoolIds: [school, otherSchool, foreignSchool],
      schoolTypes: wantedInspection(api).schoolTypes,
      team: [
        { personId: people.inspector, part: 'lead' },
        { personId: memberId, part: 'member' },
      ],
      teams: [
        { name: '第一组', memberIds: [people.inspector], countyIds: [county], schoolIds: [] },
        { name: '第二组', memberIds: [memberId], countyIds: [foreignCounty], schoolIds: [] },
      ],
    });
    const at = { inspectionId: inspection.id, checklist };
    await visitFinding(api, lead, at, written('护栏锈断'));
    const member = await api.asPerson(memberId);
    await visitFinding(api, member, { ...at, schoolId: foreignSchool, person: memberId }, written('消防通道堆放杂物'));
  });

  test('a county reads its own visits, archives and consolidation, and nothing of its neighbour; the team reads all', async () => {
    const { school, otherSchool, foreignSchool } = api.world;
    const path = `/inspections/${inspection.id}`;
    const visited = async (by: TestBrowser) =>
      ((await by.get(`${path}/visits`)).body as Visits).visits.map((visit) => visit.school.schoolId).sort();
    const consolidated = async (by: TestBrowser) => {
      const { schools, counties } = (await by.get(`${path}/consolidation`)).body as Consolidation;
      return [schools.map((each) => each.school.schoolId).sort(), counties.map(({ name }) => name)];
    };
    const own = [school, otherSchool].sort();
    const all = [school, otherSchool, foreignSchool].sort();
    expect(await visited(bureau)).toEqual(own);
    expect(await visited(foreignBureau)).toEqual([foreignSchool]);
    expect(await visited(lead)).toEqual(all);
    expect(await consolidated(bureau)).toEqual([own, ['甲县']]);
    expect((await consolidated(lead))[0]).toEqual(all);
    expect((await consolidated(planner))[0]).toEqual(all);
    for (const place of [`${path}/visits/${foreignSchool}`, `${path}/visits/${foreignSchool}/archive`]) {
      expect((await bureau.get(place)).problem().code).toBe('visit.not-found');
      expect((await lead.get(place)).status).toBe(200);
    }
  });

  test('a county reads its own schools, findings and totals, and nothing of its neighbour', async () => {
    const units = async (by: TestBrowser) => {
      const { body } = await by.get(`/inspections/${inspection.id}/results`);
      return (body as InspectionResults).units.map(({ kind, name, schools }) => [kind, name, schools]);
    };
    expect((await findings(bureau, inspection.id)).map(({ text }) => text)).toEqual(['护栏锈断']);
    expect(await units(bureau)).toEqual([
      ['county', '甲县', 2],
      ['team', '第一组', 2],
    ]);
    for (const path of ['results', 'findings']) {
      const seen = JSON.stringify((await bureau.get(`/inspections/${inspection.id}/${path}`)).body);
      for (const secret of ['乙县', '第二组', '消防通道']) expect([path, seen.includes(secret)]).toEqual([path, false]);
    }
    expect((await findings(foreignBureau, inspection.id)).map(({ text }) => text)).toEqual(['消防通道堆放杂物']);
    for (const all of [lead, planner, await api.as('cityReviewer')]) {
      expect(await findings(all, inspection.id)).toHaveLength(2);
      expect((await units(all))[0]).toEqual(['all', '', 3]);
    }
  });

  test('the leader hands over where they reach; elsewhere the county takes its own over', async () => {
    const ways = async (by: TestBrowser) => (await findings(by, inspection.id)).map(({ handOverAs }) => handOverAs);
    const reviewer = await api.as('cityReviewer');
    expect([await ways(lead), await ways(bureau), await ways(foreignBureau), await ways(reviewer)]).toEqual([
      ['leader', null],
      ['county'],
      ['county'],
      [null, null],
    ]);
    for (const _ of [1, 2])
      expect((await lead.post(`/inspections/${inspection.id}/findings`, { deadline: null })).status).toBe(200);
    expect((await findings(lead, inspection.id)).map(({ row }) => row?.number ?? null)).toEqual([1, null]);
    const takeover = `/inspections/${inspection.id}/findings/takeover`;
    expect((await lead.post(takeover, { deadline: null })).problem().code).toBe('permission.denied');
    for (const _ of [1, 2]) {
      const taken = (await foreignBureau.post(takeover, { deadline: '2026-12-31' })).body as InspectionFindings;
      expect(taken.findings.map(({ row, handOverAs }) => [row?.number, handOverAs])).toEqual([[1, null]]);
    }
    expect((await ledgerOf(foreignBureau)).map(({ title, deadline }) => [title, deadline])).toEqual([
      ['消防通道堆放杂物', '2026-12-31'],
    ]);
    const logged = await api.database.query<{ code: string; details: object }>(
      `SELECT r.code, a.content::jsonb -> 'details' AS details FROM audit_entries a JOIN regions r ON r.id = a.chain_id
        WHERE a.action = 'inspection.findings-handed-over' ORDER BY r.code`,
    );
    // Each county's log says what came to its own ledger, once.
    expect(logged).toEqual([
      { code: '990101', details: { raised: 1, joined: 0, deadline: null } },
      { code: '990102', details: { raised: 1, joined: 0, deadline: '2026-12-31' } },
    ]);
  });
});

describe('rows of findings', () => {
  let rows: InspectionFindings['findings'];
  const SAID = '不符合要求';
  const ABOUT = '校门前有硬质防冲撞设施：不符合要求';

  test('what one visit lists apart are rows apart, named by what they are about; the schools are read once', async () => {
    const entries = {
      ...written(SAID, { about: `requirement:${part(1)}` }),
      ...written(SAID, { about: `item:${part(3)}` }),
      ...written(SAID),
      ...written(SAID),
    };
    const statements = await statementsDuring(api, async () => {
      rows = await supervised('开学督查', entries, '2026-12-31');
    });
    expect(rows.map(({ text }) => text).toSorted()).toEqual(
      [SAID, SAID, ABOUT, '过期灭火器（具）：不符合要求'].toSorted(),
    );
    expect(new Set(rows.map(({ row }) => row?.id)).size).toBe(4);
    const lists = statements.filter((sql) => sql.includes('FROM current_schools s') && sql.endsWith('ORDER BY s.code'));
    expect(lists).toHaveLength(1);
  });

  test('what a person types in the same words is told of the row there is, and joins it only when asked to', async () => {
    const { body } = await bureau.get(`/rectifications`);
    const before = (body as Rectifications).rows.length;
    const raise = (more: object) =>
      bureau.post('/rectifications', {
        countyId: api.world.county,
        title: ABOUT,
        source: { kind: 'finding', document: '示督〔2026〕7号' },
        schoolId: api.world.school,
        place: null,
        deadline: null,
        ...more,
      });
    const refused = (await raise({})).problem();
    const joined = (await raise({ joins: true })).body as Rectification;
    expect([refused.code, refused.facts]).toEqual(['rectification.already-there', { number: joined.number }]);
    expect(rows.map(({ row }) => row?.id)).toContain(joined.id);
    expect(((await bureau.get('/rectifications')).body as Rectifications).rows).toHaveLength(before);
  });

  test('found again after it was reported done, a row is open again and has no more time than the new finding gives', async () => {
    const id = rows.find(({ text }) => text === ABOUT)?.row?.id ?? '';
    expect((await bureau.post(`/rectifications/${id}/completion`, { text: '已经修好' })).status).toBe(200);
    const about = `requirement:${part(1)}`;
    const again = await supervised('回头看', written(SAID, { about, advice: '更换护栏' }), '2026-10-31');
    expect(again.map(({ row }) => row?.id)).toEqual([id]);
    const row = await rowOf(bureau, id);
    expect(row).toMatchObject({ status: 'open', deadline: '2026-10-31', may: { close: false } });
    expect(row.history.slice(-2)).toMatchObject([
      { kind: 'source-added', details: { document: '回头看', deadline: '2026-10-31', demand: '更换护栏' } },
      { kind: 'failed-again', details: { document: '回头看' } },
    ]);
    await supervised('再回头看', written(SAID, { about }), '2027-03-31');
    expect((await rowOf(bureau, id)).deadline).toBe('2026-10-31');
    const [logged] = await api.database.query<{ details: object }>(
      `SELECT content::jsonb -> 'details' AS details FROM audit_entries WHERE action = 'inspection.findings-handed-over' ORDER BY id DESC LIMIT 1`,
    );
    expect(logged?.details).toEqual({ raised: 0, joined: 1, deadline: '2027-03-31' });
  });

  test('a long text is kept whole, with the advice', async () => {
    const long = '教学楼消防栓水压不足。'.repeat(150);
    const [finding] = await supervised('消防督查', written(long, { advice: '联系消防部门检修' }));
    expect(finding?.text).toBe(long);
    const row = await rowOf(bureau, finding?.row?.id ?? '');
    expect(row.title).toBe(long);
    expect(row.history[0]?.details).toMatchObject({ demand: '联系消防部门检修' });
  });

  test('where the leader decided, only what was noted to that judgement is told', async () => {
    const { id } = await planSupervision(api, planner, checklist.id, {
      team: [
        { personId: api.world.people.inspector, part: 'lead' },
        { personId: plannerId, part: 'member' },
      ],
    });
    const point = `score:${part(1)}`;
    const own = (person: string, value: string, note: string) => ({
      [`score:${person}/${part(1)}`]: value,
      [`score-note:${person}/${part(1)}`]: note,
      [`score:${person}/${part(2)}/points`]: '10',
    });
    const visit = `/inspections/${id}/visits/${api.world.school}`;
    expect((await saveOnSite(api, planner, visit, own(plannerId, 'met', '完好'))).status).toBe(200);
    const { inspector } = api.world.people;
    await visitFinding(api, lead, { inspectionId: id, checklist }, own(inspector, 'unmet', '护栏松动'));
    expect(await findings(lead, id)).toEqual([]);
    const at = `/inspections/${id}/consolidation`;
    const { basis } = (await lead.get(at)).body as Consolidation;
    const resolution = {
      schoolId: api.world.school,
      entry: point,
      value: 'unmet',
      reason: '以实地为准',
      seen: null,
      basis,
    };
    const decided = await lead.put(`${at}/resolutions`, resolution);
    expect([decided.status, decided.body]).toEqual([200, decided.body]);
    expect((await findings(lead, id)).map(({ text }) => text)).toEqual(['未达到：校门前有硬质防冲撞设施（护栏松动）']);
  });
});

describe('an opinion that cites what visits found', () => {
  /** A supervision of one school with these findings, and the address of its opinion. */
  async function found(name: string, entries: Readonly<Record<string, string>>) {
    const { id } = await planSupervision(api, lead, checklist.id, { name });
    await visitFinding(api, lead, { inspectionId: id, checklist }, entries);
    return { id, at: `/inspections/${id}/opinions/${api.world.county}`, onSite: await findings(lead, id) };
  }
  const cited = (onSite: InspectionFindings['findings']) =>
    onSite.map(({ at, school, text, advice, referenceId }) => ({
      id: randomUUID(),
      referenceId,
      schoolId: school.id,
      fact: text,
      demand: advice ?? '限期整改。',
      dueOn: '2026-12-01',
      onSite: { schoolId: school.id, at },
    }));
  const done = async (answer: Promise<Answer>): Promise<Opinion> => {
    const { status, body } = await answer;
    expect([status, body]).toEqual([200, body]);
    return body as Opinion;
  };
  const drafted = async (at: string, cites: ReturnType<typeof cited>, revision = 0) =>
    (await done(lead.put(`${at}/draft`, { revision, content: wantedOpinion(null, { findings: cites }) }))).revision;
  const issue = (at: string, revision: number) => lead.post(`${at}/issue`, { revision, objectionsUntil: '2026-09-20' });
  const settle = (at: string, revision: number) =>
    done(lead.post(`${at}/final`, { revision, number: '示督〔2026〕9号', reportDueOn: '2027-01-15', deadlines: [] }));
  const handOver = async (id: string) =>
    ((await lead.post(`/inspections/${id}/findings`, { deadline: null })).body as InspectionFindings).findings;

  test('says where each comes from, and a finding has one row whichever comes first; withdrawn it has none', async () => {
    const before = new Set((await ledgerOf(bureau)).map(({ id }) => id));
    const at = await found('秋季督查', {
      ...written('疏散通道上锁', { advice: '拆除门锁' }),
      ...written('宿舍私拉电线'),
      ...written('宿舍私拉电线'),
    });
    const cites = cited(at.onSite);
    const { revision } = await done(issue(at.at, await drafted(at.at, cites)));
    const withdrawn = cites.find(({ fact }) => fact === '疏散通道上锁');
    const objection = { id: randomUUID(), target: withdrawn?.id ?? '', text: '检查时正在维修。' };
    const saved = await done(bureau.put(`${at.at}/objection`, { revision, points: [objection] }));
    const submitted = await done(
      bureau.post(`${at.at}/objection/submission`, { revision: saved.revision, none: false }),
    );
    const answer = { objectionId: objection.id, decision: 'accepted', reason: '属实，撤销。', withdrawn: true };
    const answers = [{ ...answer, amended: null, amendedDemand: null }];
    const answered = await done(lead.put(`${at.at}/answers`, { revision: submitted.revision, answers }));
    const { final } = await settle(at.at, answered.revision);
    expect(final?.content.findings.map(({ onSite }) => [onSite?.by, onSite?.hash])).toEqual([
      ['督学甲', at.onSite[0]?.signed.hash],
      ['督学甲', at.onSite[0]?.signed.hash],
    ]);
    const rows = (await ledgerOf(bureau)).filter(({ id }) => !before.has(id));
    expect(rows.map(({ title, deadline }) => [title, deadline])).toEqual([
      ['宿舍私拉电线', '2026-12-01'],
      ['宿舍私拉电线', '2026-12-01'],
    ]);
    const handed = await handOver(at.id);
    expect(
      handed.map(({ text, row, withdrawn: by, handOverAs }) => [text, row !== null, by?.by ?? null, handOverAs]),
    ).toEqual(
      at.onSite.map(({ text }) => [text, text !== '疏散通道上锁', text === '疏散通道上锁' ? '督学甲' : null, null]),
    );
    expect((await ledgerOf(bureau)).length).toBe(before.size + 2);
  });

  test('gives a row that was handed over before its time limit, and is another source of it', async () => {
    const at = await found('冬季督查', written('锅炉房无人值守', { about: `requirement:${part(1)}` }));
    const [handed] = await handOver(at.id);
    const before = (await ledgerOf(bureau)).length;
    const cites = cited(at.onSite).map((finding) => ({ ...finding, fact: '锅炉房夜间无人值守。' }));
    expect(cites[0]?.referenceId).toBe(part(1));
    const { revision } = await done(issue(at.at, await drafted(at.at, cites)));
    const agreed = await done(bureau.post(`${at.at}/objection/submission`, { revision, none: true }));
    await settle(at.at, agreed.revision);
    expect((await ledgerOf(bureau)).length).toBe(before);
    const row = await rowOf(bureau, handed?.row?.id ?? '');
    expect(row).toMatchObject({ deadline: '2026-12-01', status: 'open', sources: { length: 2 } });
    expect(row.history.at(-1)).toMatchObject({
      kind: 'source-added',
      details: { document: '示督〔2026〕9号', title: '锅炉房夜间无人值守。', demand: '限期整改。' },
    });
  });

  test('is not issued on what no signed visit says, and cites nothing twice', async () => {
    const at = await found('春季督查', written('围墙开裂'));
    const [cite] = cited(at.onSite);
    if (cite === undefined) throw new Error('one finding');
    const twice = wantedOpinion(null, { findings: [cite, { ...cite, id: randomUUID() }] });
    expect((await lead.put(`${at.at}/draft`, { revision: 0, content: twice })).status).toBe(422);
    const refused = async (revision: number) => {
      const { status, problem } = await issue(at.at, revision).then((answer) => ({
        status: answer.status,
        problem: answer.problem(),
      }));
      expect([status, problem.code, problem.problems?.map((each) => each.at)]).toEqual([
        422,
        'opinion.not-on-site',
        ['/findings/0/onSite'],
      ]);
    };
    const moved = await drafted(at.at, [{ ...cite, schoolId: api.world.otherSchool }]);
    await refused(moved);
    const revision = await drafted(at.at, [cite], moved);
    const visit = `/inspections/${at.id}/visits/${api.world.school}`;
    expect((await lead.post(`${visit}/reopening`, { reason: '补查围墙' })).status).toBe(200);
    await refused(revision);
    expect((await signVisit(lead, visit)).status).toBe(200);
    await done(issue(at.at, revision));
  });
});
