import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ObjectionAnswer, Opinion, OpinionContent } from '@junheng/api-contract';
import {
  opinionOf,
  settledProject,
  walkOpinion,
  wantedFeedback,
  wantedOpinion,
} from '../../../test/factories/opinions.ts';
import { wantedInspection } from '../../../test/factories/inspections.ts';
import { createPerson, giveGrant } from '../../../test/factories/world.ts';
import { startTestApi, type Answer, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { documentHash } from './opinions.rules.ts';

const TODAY = '2026-09-10T01:00:00.000Z';
const UNTIL = '2026-09-20';
let api: TestApi;
let inspector: TestBrowser;
let bureau: TestBrowser;
let at: string;
let content: OpinionContent;

beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(async () => {
  await moveTo(TODAY);
  at = `/inspections/${await settledProject(api, inspector)}/opinions/${api.world.county}`;
  content = wantedOpinion(api.world.school);
});
afterAll(() => api.stop());

const refused = (answer: Answer, status: number, code: string) =>
  expect([answer.status, answer.problem().code]).toEqual([status, code]);
async function done(answer: Promise<Answer>): Promise<Opinion> {
  const { status, body } = await answer;
  expect([status < 300, body]).toEqual([true, body]);
  return body as Opinion;
}
/** Sessions do not last for days: they are begun anew. */
async function moveTo(instant: string): Promise<void> {
  api.clock.set(instant);
  inspector = await api.as('inspector');
  bureau = await api.as('countyAdministrator');
}
const drafted = () => done(inspector.put(`${at}/draft`, { revision: 0, content }));
async function issued(): Promise<Opinion> {
  const { revision } = await drafted();
  return done(inspector.post(`${at}/issue`, { revision, objectionsUntil: UNTIL }));
}
async function objected(points: readonly { id: string; target: string | null; text: string }[]): Promise<Opinion> {
  const { revision } = await issued();
  const saved = await done(bureau.put(`${at}/objection`, { revision, points }));
  return done(bureau.post(`${at}/objection/submission`, { revision: saved.revision, none: false }));
}
const final = (revision: number, changes: object = {}) =>
  inspector.post(`${at}/final`, { revision, number: '', reportDueOn: '2027-01-15', deadlines: [], ...changes });

describe('a draft', () => {
  test('waits for the schools of its project, and is the team’s alone', async () => {
    const planned = await inspector.post('/inspections', wantedInspection(api, { selection: 'all' }));
    const early = `/inspections/${(planned.body as { id: string }).id}/opinions/${api.world.county}`;
    refused(await inspector.put(`${early}/draft`, { revision: 0, content }), 409, 'opinion.project-not-settled');
    const own = await drafted();
    expect(own).toMatchObject({ status: 'drafting', revision: 1, may: { write: true, sign: true } });
    expect(own.references.map(({ id }) => id)).toEqual(expect.arrayContaining(['R1', 'G15', 'E9']));
    expect(own.schools.find(({ id }) => id === api.world.school)?.visited).toBe(true);
    const seen = opinionOf(await bureau.get(at));
    expect(seen).toMatchObject({ status: 'none', draft: null, events: [], schools: [] });
    expect(JSON.stringify(seen)).not.toContain('大班额');
    refused(await bureau.put(`${at}/draft`, { revision: 1, content }), 403, 'permission.denied');
  });

  test('is kept from being saved over, and names only what there is', async () => {
    await drafted();
    refused(await inspector.put(`${at}/draft`, { revision: 0, content }), 409, 'opinion.stale');
    const finding = { ...content.findings[0], referenceId: 'R99' };
    refused(
      await inspector.put(`${at}/draft`, { revision: 1, content: { ...content, findings: [finding] } }),
      422,
      'opinion.reference-unknown',
    );
    refused(
      await inspector.put(`${at}/draft`, { revision: 1, content: wantedOpinion(api.world.foreignSchool) }),
      422,
      'opinion.school-unknown',
    );
  });

  test('is issued whole, with dates ahead, by the leader alone', async () => {
    const { revision } = await done(
      inspector.put(`${at}/draft`, { revision: 0, content: { ...content, basis: '', sections: [] } }),
    );
    const issue = (of: number, objectionsUntil: string) =>
      inspector.post(`${at}/issue`, { revision: of, objectionsUntil });
    const incomplete = await issue(revision, UNTIL);
    refused(incomplete, 422, 'opinion.incomplete');
    expect(incomplete.problem().problems?.map((place) => place.at)).toEqual(['/basis']);
    const passed = content.findings.map((finding) => ({ ...finding, dueOn: '2026-09-10' }));
    const again = await done(inspector.put(`${at}/draft`, { revision, content: { ...content, findings: passed } }));
    refused(await issue(again.revision, UNTIL), 422, 'opinion.due-date-passed');
    const good = await done(inspector.put(`${at}/draft`, { revision: again.revision, content }));
    refused(await issue(good.revision, '2026-09-12'), 422, 'opinion.objection-time-wrong');
    refused(await issue(good.revision, '2026-11-10'), 422, 'opinion.objection-time-wrong');
    expect((await done(issue(good.revision, UNTIL))).status).toBe('issued');
    refused(await inspector.put(`${at}/draft`, { revision: 5, content }), 409, 'opinion.wrong-status');
  });

  test('a member writes and does not sign; an inspector of the county who is not on the team only reads', async () => {
    const member = await api.transactions.run(systemActor('test'), async (tx) => {
      const person = await createPerson(tx, { login: `m${randomUUID().slice(0, 8)}`, displayName: '督学丁' });
      await giveGrant(tx, person, 'inspector', { regionId: api.world.county });
      return person;
    });
    const planned = await inspector.post(
      '/inspections',
      wantedInspection(api, {
        selection: 'all',
        team: [
          { personId: api.world.people.inspector, part: 'lead' },
          { personId: member, part: 'member' },
        ],
      }),
    );
    const { id } = planned.body as { id: string };
    await inspector.post(`/inspections/${id}/confirmation`);
    const theirs = await api.asPerson(member);
    const path = `/inspections/${id}/opinions/${api.world.county}`;
    const { revision } = await done(theirs.put(`${path}/draft`, { revision: 0, content }));
    refused(await theirs.post(`${path}/issue`, { revision, objectionsUntil: UNTIL }), 403, 'opinion.lead-signs');
    await drafted();
    refused(await theirs.put(`${at}/draft`, { revision: 1, content }), 403, 'opinion.not-on-team');
    expect(opinionOf(await theirs.get(at)).draft).toBeNull();
  });
});

describe('an objection', () => {
  const against = (): { id: string; target: string; text: string }[] => [
    { id: randomUUID(), target: content.findings[0]?.id ?? '', text: '其中一所已分班。' },
    { id: randomUUID(), target: content.sections[0]?.points[1]?.id ?? '', text: '培训数据有误。' },
  ];

  test('is answered point by point, and the final opinion is amended by the answers', async () => {
    const points = against();
    const { revision } = await objected(points);
    refused(await final(revision), 422, 'opinion.answers-incomplete');
    const answers: ObjectionAnswer[] = [
      {
        objectionId: points[0]?.id ?? '',
        decision: 'partly',
        reason: '核实属实的一所更正。',
        amended: '一所学校有超过标准的班级。',
        amendedDemand: null,
        withdrawn: false,
      },
    ];
    const half = await done(inspector.put(`${at}/answers`, { revision, answers }));
    const open = await final(half.revision);
    expect(open.problem().problems?.map((place) => place.at)).toEqual([points[1]?.id]);
    expect(opinionOf(await bureau.get(at)).answers).toBeNull();
    const rejected = { ...answers[0], objectionId: points[1]?.id, decision: 'rejected', amended: null };
    const whole = await done(
      inspector.put(`${at}/answers`, { revision: half.revision, answers: [...answers, rejected] }),
    );
    refused(await final(whole.revision, { reportDueOn: '2026-09-10' }), 422, 'opinion.due-date-passed');
    await done(final(whole.revision));
    const read = opinionOf(await bureau.get(at));
    expect(read).toMatchObject({ status: 'final', may: { object: false } });
    expect(read.final?.content.findings.map(({ fact }) => fact)).toEqual([
      '一所学校有超过标准的班级。',
      '生均体育运动场馆面积低于标准。',
    ]);
    expect(read.preliminary?.content.findings[0]?.fact).toBe('两所学校有超过标准的班级。');
    expect(read.answers).toHaveLength(2);
    expect(read.events.map(({ kind }) => kind)).toEqual(['issued', 'objected', 'finalised']);
    expect(read.final?.content).toMatchObject({ signedBy: '督学甲', reportDueOn: '2027-01-15' });
    expect(documentHash(read.final?.body ?? '')).toBe(read.final?.hash);
    refused(await final(whole.revision + 1), 409, 'opinion.wrong-status');
    const rows = await api.database.query<{ title: string; deadline: string }>(
      `SELECT r.title, r.deadline FROM rectifications r JOIN rectification_sources s ON s.rectification_id = r.id
        WHERE s.reference = ANY ($1::text[]) ORDER BY r.deadline`,
      [content.findings.map(({ id }) => id)],
    );
    expect(rows).toEqual([
      { title: '一所学校有超过标准的班级。', deadline: '2027-03-01' },
      { title: '生均体育运动场馆面积低于标准。', deadline: '2027-08-31' },
    ]);
  });

  test('after its time is refused and stays as a draft the county reads; then the opinion may be made final', async () => {
    const { revision } = await issued();
    const early = await final(revision);
    refused(early, 409, 'opinion.objection-time-running');
    await moveTo('2026-09-20T16:00:00.000Z');
    const points = against();
    const saved = await done(bureau.put(`${at}/objection`, { revision, points }));
    expect(saved.may.object).toBe(false);
    const late = await bureau.post(`${at}/objection/submission`, { revision: saved.revision, none: false });
    refused(late, 423, 'opinion.objection-too-late');
    expect(late.problem().facts).toEqual({ until: UNTIL });
    expect(opinionOf(await bureau.get(at)).objectionDraft).toEqual(points);
    expect(opinionOf(await inspector.get(at)).objectionDraft).toBeNull();
    await done(final(saved.revision));
    const read = opinionOf(await bureau.get(at));
    expect(read.objectionDraft).toEqual(points);
    expect(read.events.map(({ kind }) => kind)).toEqual(['issued', 'refused-late', 'finalised']);
  });

  test('is in time in the last second of its day', async () => {
    const { revision } = await issued();
    await moveTo('2026-09-20T15:59:59.900Z');
    const saved = await done(bureau.put(`${at}/objection`, { revision, points: against() }));
    const handed = await done(bureau.post(`${at}/objection/submission`, { revision: saved.revision, none: false }));
    expect(handed.status).toBe('objected');
  });

  test('says something, or that there is none; against what the opinion holds', async () => {
    const { revision } = await issued();
    const submit = (of: number, none: boolean) => bureau.post(`${at}/objection/submission`, { revision: of, none });
    refused(await submit(revision, false), 422, 'opinion.objection-empty');
    const stray = [{ id: randomUUID(), target: randomUUID(), text: '无中生有' }];
    refused(await bureau.put(`${at}/objection`, { revision, points: stray }), 422, 'opinion.target-unknown');
    const saved = await done(bureau.put(`${at}/objection`, { revision, points: against() }));
    refused(await submit(saved.revision, true), 409, 'opinion.objection-not-empty');
    const cleared = await done(bureau.put(`${at}/objection`, { revision: saved.revision, points: [] }));
    const agreed = await done(submit(cleared.revision, true));
    expect(agreed.status).toBe('unobjected');
    expect((await done(final(agreed.revision))).status).toBe('final');
  });

  test('is the county’s: those above read, the inspector does not object', async () => {
    const { revision } = await issued();
    const city = await api.as('cityReviewer');
    expect(opinionOf(await city.get(at))).toMatchObject({ status: 'issued', objectionDraft: null });
    for (const other of [city, inspector]) {
      refused(await other.put(`${at}/objection`, { revision, points: [] }), 403, 'permission.denied');
    }
  });
});

describe('what was signed', () => {
  test('is received once, and no hand changes it in the database', async () => {
    await walkOpinion(api, async (_route, write) => {
      const answer = await write();
      expect([answer.status < 300, answer.body]).toEqual([true, answer.body]);
      return answer;
    });
    await issued();
    await done(bureau.post(`${at}/receipts`, { document: 'preliminary' }));
    refused(await bureau.post(`${at}/receipts`, { document: 'preliminary' }), 409, 'opinion.received-already');
    refused(await bureau.post(`${at}/receipts`, { document: 'final' }), 409, 'opinion.wrong-status');
    for (const sql of [
      `UPDATE opinion_documents SET body = 'x', hash = encode(sha256('x'), 'hex')`,
      'DELETE FROM opinion_documents',
      'TRUNCATE opinion_documents CASCADE',
      'DELETE FROM opinion_events',
      'DELETE FROM opinion_receipts',
      'DELETE FROM opinions',
      `UPDATE opinions SET content = '{}' WHERE status = 'issued'`,
      `UPDATE opinions SET objections_end_at = now() WHERE status = 'issued'`,
      `UPDATE opinions SET answers = '[]' WHERE status = 'final'`,
    ]) {
      const broken = api.transactions.run(systemActor('test'), (tx) => tx.execute(sql));
      expect([sql, await broken.then(() => 'done').catch(() => 'refused')]).toEqual([sql, 'refused']);
    }
  });

  test('the feedback opinion comes with the final one, whole, and once', async () => {
    const { revision } = await issued();
    const feedback = { ...wantedFeedback(), practice: '' };
    const saved = await done(inspector.put(`${at}/feedback`, { revision, content: feedback }));
    refused(await inspector.post(`${at}/feedback/issue`, { revision: saved.revision }), 409, 'opinion.wrong-status');
    const agreed = await done(bureau.post(`${at}/objection/submission`, { revision: saved.revision, none: true }));
    const settled = await done(final(agreed.revision));
    refused(await inspector.post(`${at}/feedback/issue`, { revision: settled.revision }), 422, 'opinion.incomplete');
    expect(opinionOf(await bureau.get(at)).feedbackDraft).toBeNull();
    const whole = await done(
      inspector.put(`${at}/feedback`, { revision: settled.revision, content: wantedFeedback() }),
    );
    await done(inspector.post(`${at}/feedback/issue`, { revision: whole.revision }));
    expect(opinionOf(await bureau.get(at)).feedback?.content.conclusions).toHaveLength(1);
    refused(
      await inspector.put(`${at}/feedback`, { revision: whole.revision + 1, content: wantedFeedback() }),
      409,
      'opinion.wrong-status',
    );
  });
});

test('findings of one opinion are rows apart; in the next one, the same about the same joins its row', async () => {
  const wanted = content.findings[1];
  const finding = (referenceId: string, dueOn: string) => ({
    ...wanted,
    id: randomUUID(),
    referenceId,
    schoolId: api.world.school,
    onSite: null,
    fact: '台账记录不完整。',
    demand: '补齐台账。',
    dueOn,
  });
  const given = async (findings: readonly ReturnType<typeof finding>[]) => {
    await moveTo(TODAY);
    at = `/inspections/${await settledProject(api, inspector)}/opinions/${api.world.county}`;
    content = { ...content, findings: [...findings] };
    const { revision } = await issued();
    await moveTo('2026-09-21T01:00:00.000Z');
    await done(final(revision));
    return api.database.query<{ id: string; deadline: string }>(
      `SELECT r.id, r.deadline FROM unnest($1::text[]) WITH ORDINALITY AS f (reference, at)
         JOIN rectification_sources s ON s.reference = f.reference JOIN rectifications r ON r.id = s.rectification_id
        ORDER BY f.at`,
      [findings.map(({ id }) => id)],
    );
  };
  const first = await given([finding('R5', '2027-03-01'), finding('R6', '2027-08-31'), finding('R6', '2027-09-30')]);
  expect(new Set(first.map(({ id }) => id)).size).toBe(3);
  const [joined, other] = await given([finding('R6', '2027-05-01'), finding('R7', '2027-05-01')]);
  expect(joined).toEqual({ id: first[1]?.id, deadline: '2027-05-01' });
  expect(first.map(({ id }) => id)).not.toContain(other?.id);
});
