import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerOf, type ApiClient } from '@junheng/api-client';
import type { Inspection, WriteInspectionRequest } from '@junheng/api-contract';
import { addManySchools, wantedInspection } from '../../../test/factories/inspections.ts';
import { createPerson, giveGrant } from '../../../test/factories/world.ts';
import { statementsDuring } from '../../../test/harness/statements.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';

let api: TestApi;
let inspector: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  await addManySchools(api, api.world.county, '9901013');
  inspector = await api.clientOf('inspector');
});
afterAll(() => api.stop());

const plan = (changes: Partial<WriteInspectionRequest> = {}, by = inspector) =>
  answerOf(by.POST('/api/v1/inspections', { body: wantedInspection(api, changes) })) as Promise<Inspection>;
const confirm = (inspectionId: string) =>
  answerOf(
    inspector.POST('/api/v1/inspections/{inspectionId}/confirmation', { params: { path: { inspectionId } } }),
  ) as Promise<Inspection>;
const refused = (changes: Partial<WriteInspectionRequest>, code: string) =>
  expect(plan(changes)).rejects.toMatchObject({ code });

describe('a project', () => {
  test('is refused for what is wrong with it, by name', async () => {
    const { county, foreignCounty, people, foreignSchool } = api.world;
    const counties = (sampleSize: number, sizeReason: string | null = null) => [
      { countyId: county, sampleSize, sizeReason },
    ];
    await refused({ endsOn: '2026-10-11' }, 'inspection.dates-wrong');
    await refused({ startsOn: '2026-09-01', endsOn: '2026-09-09' }, 'inspection.dates-wrong');
    await refused({ counties: counties(7) }, 'inspection.size-needs-reason');
    await refused({ counties: counties(13) }, 'inspection.size-needs-reason');
    await refused({ team: [{ personId: people.inspector, part: 'member' }] }, 'inspection.team-needs-lead');
    await refused({ team: [{ personId: people.countyAdministrator, part: 'lead' }] }, 'inspection.not-an-inspector');
    await refused({ counties: [{ countyId: foreignCounty, sampleSize: 10, sizeReason: null }] }, 'region.not-found');
    await refused({ selection: 'chosen' }, 'inspection.no-school');
    await refused({ selection: 'chosen', chosenSchoolIds: [foreignSchool] }, 'inspection.school-not-of-counties');
    await refused({ schoolTypes: ['vocational'] }, 'inspection.no-school');
    await refused({ verifiedItems: ['no-such-item'] }, 'inspection.item-unknown');
    await refused({ editionId: 'no-such-edition' }, 'edition.not-found');
    expect((await plan({ counties: counties(15, '面积大、学校分散') })).counties[0]).toMatchObject({
      sampleSize: 15,
      sizeReason: '面积大、学校分散',
    });
  });

  test('is changed while it is a draft, and settled by the first commitment', async () => {
    const { id } = await plan();
    const change = (name: string) =>
      answerOf(
        inspector.PUT('/api/v1/inspections/{inspectionId}', {
          params: { path: { inspectionId: id } },
          body: wantedInspection(api, { name }),
        }),
      );
    expect(await change('改了名的项目')).toMatchObject({ name: '改了名的项目', status: 'draft' });
    await answerOf(
      inspector.POST('/api/v1/inspections/{inspectionId}/draws', {
        params: { path: { inspectionId: id } },
        body: { reason: null },
      }),
    );
    await expect(change('太晚了')).rejects.toMatchObject({ code: 'inspection.settled', status: 423 });
  });

  test('with all schools, or chosen ones, has its list confirmed instead of drawn', async () => {
    const { school, otherSchool } = api.world;
    const all = await confirm((await plan({ selection: 'all' })).id);
    expect(all).toMatchObject({ status: 'confirmed', schools: 32, may: { change: false, draw: false } });
    const chosen = await plan({ selection: 'chosen', chosenSchoolIds: [school, otherSchool] });
    expect((await confirm(chosen.id)).visits.map(({ schoolId }) => schoolId)).toEqual([school, otherSchool]);
    await expect(confirm(chosen.id)).rejects.toMatchObject({ code: 'inspection.settled' });
    const drawing = inspector.POST('/api/v1/inspections/{inspectionId}/draws', {
      params: { path: { inspectionId: chosen.id } },
      body: { reason: null },
    });
    await expect(answerOf(drawing)).rejects.toMatchObject({ code: 'inspection.no-sample' });
    await expect(confirm((await plan()).id)).rejects.toMatchObject({ code: 'inspection.no-sample' });
  });
});

describe('who sees and steers it', () => {
  test('the bureau and those above see it; they steer nothing', async () => {
    const { id } = await plan({ name: '谁看得见' });
    for (const persona of ['countyAdministrator', 'cityReviewer', 'provinceReviewer'] as const) {
      const client = await api.clientOf(persona);
      const { inspections } = await answerOf(client.GET('/api/v1/inspections'));
      expect(inspections.map((each) => each.id)).toContain(id);
      const read = await answerOf(
        client.GET('/api/v1/inspections/{inspectionId}', { params: { path: { inspectionId: id } } }),
      );
      expect(read.may).toEqual({ change: false, draw: false });
    }
  });

  test('an inspector of an area or of elsewhere sees those whose team they are on; leading it, they steer it', async () => {
    const { areaInspector, inspector: own } = api.world.people;
    const guest = await api.transactions.run(systemActor('test'), async (tx) => {
      const person = await createPerson(tx, { login: 'guest', displayName: '督学乙' });
      await giveGrant(tx, person, 'inspector', { regionId: api.world.foreignCounty });
      // A grant of the city makes the own inspector find the colleague next door.
      await giveGrant(tx, own, 'inspector', { regionId: api.world.city });
      return person;
    });
    const other = await plan({ name: '没有他们' });
    const joined = await plan({
      name: '有他们',
      team: [
        { personId: guest, part: 'lead' },
        { personId: areaInspector, part: 'member' },
      ],
    });
    for (const [personId, draws] of [
      [areaInspector, false],
      [guest, true],
    ] as const) {
      const browser = await api.asPerson(personId);
      const { inspections } = (await browser.get('/inspections')).body as { inspections: Inspection[] };
      expect(inspections.map(({ name }) => name)).toEqual(['有他们']);
      expect((await browser.get(`/inspections/${other.id}`)).status).toBe(404);
      const read = (await browser.get(`/inspections/${joined.id}`)).body as Inspection;
      expect(read.may.draw).toBe(draws);
      const committed = await browser.post(`/inspections/${joined.id}/draws`, { reason: null });
      expect(committed.status).toBe(draws ? 201 : 404);
    }
  });

  test('team candidates are inspectors in office, not those of elsewhere', async () => {
    const area = await api.clientOf('areaInspector');
    const { candidates } = await answerOf(area.GET('/api/v1/inspection-team-candidates'));
    expect(candidates.map(({ name }) => name)).toEqual(expect.arrayContaining(['督学甲', '责任督学甲']));
    expect(candidates.map(({ name }) => name)).not.toContain('督学乙');
  });
});

test('the list costs one statement, however many there are', async () => {
  const browser = await api.as('inspector');
  const statements = await statementsDuring(api, () => browser.get('/inspections'));
  expect(statements.filter((statement) => !/\b(sessions|grants)\b/.test(statement))).toHaveLength(1);
});
