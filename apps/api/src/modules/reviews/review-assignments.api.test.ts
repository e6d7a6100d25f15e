import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reviewAssignmentsSchema, type Round } from '@junheng/api-contract';
import { systemActor } from '../../platform/database/actor.ts';
import { openRound } from '../../../test/factories/reports.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';

describe('who reviews what', () => {
  let api: TestApi;
  let round: Round;
  beforeAll(async () => {
    api = await startTestApi();
    round = await openRound(api);
  });
  afterAll(async () => api.stop());

  const path = () => `/rounds/${round.id}/review-assignments`;
  const subjects = [
    { kind: 'town', subject: '东镇' },
    { kind: 'section', subject: 'teachers' },
  ];

  it('is given by the bureau to people whose role reaches the county, and replaced as a whole', async () => {
    const bureau = await api.as('countyAdministrator');
    const { sectionOfficer, reporter, foreignAdministrator } = api.world.people;
    const given = reviewAssignmentsSchema.parse(
      (await bureau.put(path(), { personId: sectionOfficer, subjects })).body,
    );
    expect(given.assignments).toMatchObject([
      { displayName: '科员甲', kind: 'section', subject: 'teachers', here: true, own: false },
      { displayName: '科员甲', kind: 'town', subject: '东镇' },
    ]);
    expect(given.people.map(({ displayName }) => displayName).toSorted()).toEqual(
      ['科员甲', '管理员甲', '市级审核员', '省级审核员'].toSorted(),
    );
    for (const personId of [reporter, foreignAdministrator]) {
      expect((await bureau.put(path(), { personId, subjects })).problem()).toMatchObject({
        status: 422,
        code: 'review.reviewer-unknown',
      });
    }
    const own = reviewAssignmentsSchema.parse((await (await api.as('sectionOfficer')).get(path())).body);
    expect(own).toMatchObject({ mayAssign: false, people: [] });
    expect(own.assignments.every((each) => each.own)).toBe(true);
    const fewer = await bureau.put(path(), {
      personId: sectionOfficer,
      subjects: [{ kind: 'type', subject: 'primary' }],
    });
    expect(reviewAssignmentsSchema.parse(fewer.body).assignments.map(({ subject }) => subject)).toEqual(['primary']);
    const unknown = await bureau.put(path(), {
      personId: sectionOfficer,
      subjects: [{ kind: 'type', subject: 'castle' }],
    });
    expect(unknown.problem().code).toBe('request.malformed');
  });

  it('may be an area of the county, and is none of another', async () => {
    const bureau = await api.as('countyAdministrator');
    const personId = api.world.people.sectionOfficer;
    const give = (subject: string) => bureau.put(path(), { personId, subjects: [{ kind: 'grouping', subject }] });
    const given = reviewAssignmentsSchema.parse((await give(api.world.area)).body);
    expect(given.assignments).toMatchObject([{ kind: 'grouping', subject: api.world.area }]);
    expect((await give(api.world.foreignCounty)).problem().code).toBe('grouping.not-found');
    expect((await give('东部片区')).problem().code).toBe('request.malformed');
  });

  it('of somebody whose role ended says so, and can only be taken away', async () => {
    const { sectionOfficer } = api.world.people;
    const bureau = await api.as('countyAdministrator');
    await bureau.put(path(), { personId: sectionOfficer, subjects });
    await api.transactions.run(systemActor('test'), (tx) =>
      tx.execute('UPDATE grants SET valid_to = $2 WHERE person_id = $1', [sectionOfficer, '2026-09-09']),
    );
    const listed = reviewAssignmentsSchema.parse((await bureau.get(path())).body);
    expect(listed.assignments.map(({ here }) => here)).toEqual([false, false]);
    expect((await bureau.put(path(), { personId: sectionOfficer, subjects })).problem().code).toBe(
      'review.reviewer-unknown',
    );
    const taken = await bureau.put(path(), { personId: sectionOfficer, subjects: [] });
    expect(reviewAssignmentsSchema.parse(taken.body).assignments).toEqual([]);
  });

  it('shows a school and a foreign county nothing', async () => {
    expect((await (await api.as('reporter')).get(path())).problem().code).toBe('round.not-found');
    expect((await (await api.as('foreignAdministrator')).get(path())).problem().code).toBe('round.not-found');
    const foreign = await api.as('foreignAdministrator');
    const { foreignAdministrator } = api.world.people;
    expect((await foreign.put(path(), { personId: foreignAdministrator, subjects: [] })).problem().code).toBe(
      'round.not-found',
    );
  });
});
