import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  Checklist,
  Inspection,
  InspectionFindings,
  InspectionResults,
  Visit,
  Visits,
} from '@junheng/api-contract';
import { wantedInspection } from '../../../test/factories/inspections.ts';
import { ledgerOf } from '../../../test/factories/ledger.ts';
import {
  checklistItems,
  planSupervision,
  publishChecklist,
  saveOnSite,
  signVisit,
} from '../../../test/factories/special-supervision.ts';
import { createPerson, giveGrant } from '../../../test/factories/world.ts';
import { statementsDuring } from '../../../test/harness/statements.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';

let api: TestApi;
let lead: TestBrowser;
let member: TestBrowser;
let memberId: string;
let checklist: Checklist;

beforeAll(async () => {
  api = await startTestApi();
  memberId = await api.transactions.run(systemActor('test'), async (tx) => {
    // The leader reaches both counties, the member one.
    await giveGrant(tx, api.world.people.inspector, 'inspector', { regionId: api.world.city });
    const person = await createPerson(tx, { login: 'team.two', displayName: '督学丙' });
    await giveGrant(tx, person, 'inspector', { regionId: api.world.foreignCounty });
    return person;
  });
  lead = await api.as('inspector');
  member = await api.asPerson(memberId);
  checklist = await publishChecklist(api, lead);
});
afterAll(() => api.stop());

const two = () => ({
  counties: [api.world.county, api.world.foreignCounty].map((countyId) => ({
    countyId,
    sampleSize: null,
    sizeReason: null,
  })),
  chosenSchoolIds: [api.world.school, api.world.otherSchool, api.world.foreignSchool],
  schoolTypes: wantedInspection(api).schoolTypes,
  team: [
    { personId: api.world.people.inspector, part: 'lead' as const },
    { personId: memberId, part: 'member' as const },
  ],
  teams: [
    { name: '第一组', memberIds: [api.world.people.inspector], countyIds: [api.world.county], schoolIds: [] },
    { name: '第二组', memberIds: [memberId], countyIds: [api.world.foreignCounty], schoolIds: [] },
  ],
});
const part = (at: number) => `${checklist.id}-${at}`;
const results = async (id: string) => (await lead.get(`/inspections/${id}/results`)).body as InspectionResults;
const findings = async (by: TestBrowser, id: string) =>
  (await by.get(`/inspections/${id}/findings`)).body as InspectionFindings;

describe('a checklist', () => {
  test('is offered to inspections of its region and below, and is no standard', async () => {
    const listed = ((await lead.get('/checklists')).body as { checklists: Checklist[] }).checklists;
    expect(listed.map(({ id, name, items }) => [id, name.en, items.length])).toEqual([[checklist.id, 'Safety', 3]]);
    expect((await member.get('/checklists')).body).toEqual({ checklists: [] });
    const { editions } = (await lead.get('/editions')).body as { editions: { id: string }[] };
    expect(editions.map(({ id }) => id)).not.toContain(checklist.id);
    const bureau = await api.as('countyAdministrator');
    const round = { regionId: api.world.county, kind: 'special', year: 2027, editionId: checklist.id };
    const opened = await bureau.post('/rounds', {
      ...round,
      opensOn: '2026-09-01',
      deadline: '2026-10-15',
      onePersonMaySubmit: false,
    });
    expect(opened.problem().code).toBe('edition.not-found');
  });

  test("is written for a whole region of one's own, never for one above it", async () => {
    const { county, city, province } = api.world;
    const bureau = await api.as('countyAdministrator');
    const tries = [
      [bureau, province],
      [bureau, city],
      [await api.as('areaInspector'), county],
    ] as const;
    for (const [by, regionId] of tries) {
      const body = { regionId, name: '全省清单', nameEn: null, items: checklistItems };
      const published = await by.post('/checklists', body);
      expect([published.status, published.problem().code]).toEqual([404, 'region.not-found']);
      const form = new FormData();
      form.append('file', new Blob(['检查内容\r\n校门前有护栏\r\n']), '清单.csv');
      const read = await by.send('POST', `/regions/${regionId}/checklist-readings`, { body: form });
      expect([read.status, read.problem().code]).toEqual([404, 'region.not-found']);
    }
    const { checklists } = (await lead.get('/checklists')).body as { checklists: Checklist[] };
    expect(checklists).toHaveLength(1);
  });

  test('is for special supervision, whose people and counties are divided among its teams', async () => {
    const refused = async (changes: Parameters<typeof wantedInspection>[1]) =>
      (
        await lead.post(
          '/inspections',
          wantedInspection(api, { editionId: checklist.id, kind: 'special', ...two(), ...changes }),
        )
      ).problem().code;
    expect(await refused({ kind: 'evaluation' })).toBe('inspection.checklist-only-special');
    const [first, second] = two().teams;
    if (first === undefined || second === undefined) throw new Error('two teams');
    expect(await refused({ teams: [first, { ...second, countyIds: [] }] })).toBe('inspection.teams-not-divided');
    expect(await refused({ teams: [first, { ...second, countyIds: [...first.countyIds, ...second.countyIds] }] })).toBe(
      'inspection.teams-not-divided',
    );
    const stranger = { ...second, memberIds: [api.world.people.areaInspector] };
    expect(await refused({ teams: [first, stranger] })).toBe('inspection.team-member-unknown');
  });
});

describe('on site', () => {
  let inspection: Inspection;
  let at: (schoolId: string) => string;

  beforeAll(async () => {
    inspection = await planSupervision(api, lead, checklist.id, { ...two(), selection: 'chosen' });
    at = (schoolId) => `/inspections/${inspection.id}/visits/${schoolId}`;
  });

  test('the whole checklist is asked, and each team records at its own schools', async () => {
    expect(inspection).toMatchObject({ checklist: true, schools: 3, teams: [{ name: '第一组' }, { name: '第二组' }] });
    const visit = (await member.get(at(api.world.foreignSchool))).body as Visit;
    expect(visit.checklist.points.map(({ point, maximum, clause }) => [point, maximum, clause])).toEqual([
      [part(1), null, '无设施或损坏的为未达到'],
      [`${part(2)}/points`, '10', '每缺一项台账扣2分'],
    ]);
    expect(
      visit.checklist.cells.map(({ cell, counted, reported, clause }) => [cell, counted, reported, clause]),
    ).toEqual([[part(3), true, null, '压力表不在绿区的也算']]);
    const { visits } = (await member.get(`/inspections/${inspection.id}/visits`)).body as Visits;
    expect(visits.map(({ team, mayRecord }) => [team, mayRecord])).toEqual([
      ['第一组', false],
      ['第一组', false],
      ['第二组', true],
    ]);
    const elsewhere = await saveOnSite(api, member, at(api.world.school), { 'remark:visit': '走错了' });
    expect([elsewhere.status, elsewhere.problem().code]).toEqual([403, 'visit.not-on-team']);
  });

  test('a count needs no reason; results are counted by item, county and team', async () => {
    const { inspector } = api.world.people;
    const answers = (person: string, judged: string, points: string, counted: string) => ({
      [`score:${person}/${part(1)}`]: judged,
      [`score:${person}/${part(2)}/points`]: points,
      [`verified:${part(3)}`]: counted,
    });
    await saveOnSite(api, lead, at(api.world.school), {
      ...answers(inspector, 'unmet', '7.5', '3'),
      [`score-note:${inspector}/${part(1)}`]: '护栏锈断',
    });
    await saveOnSite(api, member, at(api.world.foreignSchool), {
      ...answers(memberId, 'met', '9', '0'),
      'finding:11111111-2222-4333-8444-555555555555/text': '消防通道堆放杂物',
      'finding:11111111-2222-4333-8444-555555555555/advice': '当场清理',
    });
    expect((await results(inspection.id)).units[0]).toMatchObject({ schools: 3, signed: 0, points: null });
    expect((await signVisit(lead, at(api.world.school))).status).toBe(200);
    expect((await signVisit(member, at(api.world.foreignSchool))).status).toBe(200);
    const { items, units } = await results(inspection.id);
    expect(items.map(({ at: where, kind, maximum }) => [where, kind, maximum])).toEqual([
      [`score:${part(1)}`, 'judged', null],
      [`score:${part(2)}/points`, 'scored', '10'],
      [`verified:${part(3)}`, 'counted', null],
    ]);
    expect(units.map(({ kind, signed, schools, points }) => [kind, schools, signed, points?.total ?? null])).toEqual([
      ['all', 3, 2, '16.5'],
      ['county', 2, 1, '7.5'],
      ['county', 1, 1, '9'],
      ['team', 2, 1, '7.5'],
      ['team', 1, 1, '9'],
    ]);
    expect(units[0]?.items).toMatchObject([
      { answered: 2, met: 1, unmet: 1, total: null },
      { answered: 2, total: '16.5', mean: '8.25' },
      { answered: 2, total: '3', mean: '1.5' },
    ]);
    expect(units[0]?.points).toEqual({ total: '16.5', maximum: '20' });
  });

  test('findings go to the ledger once, each to its own county', async () => {
    const found = await findings(lead, inspection.id);
    expect(found.findings.map(({ text, team, row }) => [text, team, row])).toEqual([
      ['未达到：校门前有硬质防冲撞设施（护栏锈断）', '第一组', null],
      ['消防通道堆放杂物', '第二组', null],
    ]);
    const ways = ({ findings: each }: InspectionFindings) => each.map(({ handOverAs }) => handOverAs);
    expect([ways(found), ways(await findings(member, inspection.id))]).toEqual([
      ['leader', 'leader'],
      [null, null],
    ]);
    const hand = (by: TestBrowser) => by.post(`/inspections/${inspection.id}/findings`, { deadline: '2026-10-31' });
    expect((await hand(member)).problem().code).toBe('consolidation.lead-only');
    const past = await lead.post(`/inspections/${inspection.id}/findings`, { deadline: '2026-01-01' });
    expect(past.problem().code).toBe('rectification.deadline-past');
    for (const _ of [1, 2]) {
      const { findings: handed } = (await hand(lead)).body as InspectionFindings;
      expect(handed.map(({ row, handOverAs }) => [row?.number, handOverAs])).toEqual([
        [1, null],
        [1, null],
      ]);
    }
    const ledger = await ledgerOf(await api.as('countyAdministrator'));
    expect(ledger.map(({ title, deadline }) => [title, deadline])).toEqual([
      ['未达到：校门前有硬质防冲撞设施（护栏锈断）', '2026-10-31'],
    ]);
  });

  test('found again before it is put right, a finding is another source of its row', async () => {
    const again = await planSupervision(api, lead, checklist.id, { name: '回头看' });
    const visit = `/inspections/${again.id}/visits/${api.world.school}`;
    const person = api.world.people.inspector;
    await saveOnSite(api, lead, visit, {
      [`score:${person}/${part(1)}`]: 'unmet',
      [`score-note:${person}/${part(1)}`]: '护栏锈断',
      [`score:${person}/${part(2)}/points`]: '10',
      [`verified:${part(3)}`]: '0',
    });
    await signVisit(lead, visit);
    await lead.post(`/inspections/${again.id}/findings`, { deadline: null });
    expect(await ledgerOf(await api.as('countyAdministrator'))).toHaveLength(1);
  });

  test('what there is to read costs the same few statements, however many schools there are', async () => {
    const cost = async (path: string) =>
      (await statementsDuring(api, () => lead.get(path))).filter((sql) => !/\b(sessions|grants)\b/.test(sql)).length;
    expect(await cost(`/inspections/${inspection.id}/results`)).toBeLessThanOrEqual(9);
    expect(await cost(`/inspections/${inspection.id}/findings`)).toBeLessThanOrEqual(11);
    expect(await cost('/checklists')).toBe(1);
  });

  test('an evaluation has its findings handed over by its opinion', async () => {
    const wanted = wantedInspection(api, { selection: 'chosen', chosenSchoolIds: [api.world.school] });
    const { id } = (await lead.post('/inspections', wanted)).body as Inspection;
    await lead.post(`/inspections/${id}/confirmation`);
    expect((await lead.post(`/inspections/${id}/findings`, { deadline: null })).problem().code).toBe(
      'inspection.not-special',
    );
  });
});
