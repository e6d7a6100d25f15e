import { randomUUID } from 'node:crypto';
import type { Inspection, Opinion, OpinionContent } from '@junheng/api-contract';
import { calendarDay } from '../../src/platform/clock/calendar-day.ts';
import type { Answer, TestApi, TestBrowser } from '../harness/test-api.ts';
import type { CountyRecords } from './county-records.ts';
import { wantedInspection } from './inspections.ts';

/** One section with two points, a finding on the county and one on a school. */
export function wantedOpinion(schoolId: string | null, changes: Partial<OpinionContent> = {}): OpinionContent {
  return {
    number: '示例督〔2026〕1号',
    basis: '依据教育督导条例，督导组听取汇报、查阅资料并实地查看学校。',
    sections: [
      {
        id: randomUUID(),
        heading: '工作成效',
        points: [
          { id: randomUUID(), text: '学校布局调整按规划推进。' },
          { id: randomUUID(), text: '教师培训按计划完成。' },
        ],
      },
    ],
    findings: [
      {
        id: randomUUID(),
        referenceId: 'G5',
        schoolId: null,
        fact: '两所学校有超过标准的班级。',
        demand: '分流学生，消除大班额。',
        dueOn: '2027-03-01',
        onSite: null,
      },
      {
        id: randomUUID(),
        referenceId: 'R5',
        schoolId,
        fact: '生均体育运动场馆面积低于标准。',
        demand: '改造操场。',
        dueOn: '2027-08-31',
        onSite: null,
      },
    ],
    ...changes,
  };
}

/** A project of the county whose schools are confirmed: its opinion may be drafted. */
export async function settledProject(api: TestApi, inspector: TestBrowser): Promise<string> {
  const planned = await inspector.post('/inspections', wantedInspection(api, { selection: 'all' }));
  const { id } = planned.body as Inspection;
  await inspector.post(`/inspections/${id}/confirmation`);
  return id;
}

export const opinionOf = (answer: Answer): Opinion => answer.body as Opinion;

/** Bodies that pass the schemas of the routes of opinions and of regular visits. */
export const opinionBodies: Readonly<Record<string, (ids: CountyRecords) => unknown>> = {
  'PUT /inspections/:inspectionId/opinions/:countyId/draft': () => ({ revision: 1, content: wantedOpinion(null) }),
  'POST /inspections/:inspectionId/opinions/:countyId/issue': () => ({ revision: 1, objectionsUntil: '2026-09-20' }),
  'PUT /inspections/:inspectionId/opinions/:countyId/objection': () => ({ revision: 1, points: [] }),
  'POST /inspections/:inspectionId/opinions/:countyId/objection/submission': () => ({ revision: 1, none: true }),
  'PUT /inspections/:inspectionId/opinions/:countyId/answers': () => ({ revision: 1, answers: [] }),
  'POST /inspections/:inspectionId/opinions/:countyId/final': () => ({
    revision: 1,
    number: '',
    reportDueOn: '2027-01-01',
    deadlines: [],
  }),
  'PUT /inspections/:inspectionId/opinions/:countyId/feedback': () => ({ revision: 1, content: wantedFeedback() }),
  'POST /inspections/:inspectionId/opinions/:countyId/feedback/issue': () => ({ revision: 1 }),
  'POST /inspections/:inspectionId/opinions/:countyId/receipts': () => ({ document: 'final' }),
  'POST /supervision/schools/:schoolId/visits': () => wantedVisit('2026-09-01'),
  'PUT /supervision/rules/:countyId': () => ({ period: 'month', visits: 1, since: '2026-09-01' }),
};

export function wantedVisit(visitedOn: string) {
  return {
    visitedOn,
    topic: '校园安全',
    note: '查看食堂和宿舍。',
    findings: [{ fact: '灭火器过期。', demand: '立即更换。', dueOn: '2026-12-31' }],
  };
}

export function wantedFeedback() {
  return {
    number: '示例督〔2026〕2号',
    conclusions: [{ heading: '资源配置', text: '七项指标达到标准。' }],
    practice: '县政府统筹推进。',
    problems: '个别学校班额偏大。',
    proposals: '加快学校建设。',
  };
}

/** Walks an opinion from its draft to the receipt of its feedback, and a regular visit; `step` does one write. */
export async function walkOpinion(
  api: TestApi,
  step: (route: string, write: () => Promise<Answer>) => Promise<Answer>,
): Promise<void> {
  const inspector = await api.as('inspector');
  const bureau = await api.as('countyAdministrator');
  const route = '/inspections/:inspectionId/opinions/:countyId';
  const at = `/inspections/${await settledProject(api, inspector)}/opinions/${api.world.county}`;
  const content = wantedOpinion(api.world.school);
  let revision = 0;
  const walk = async (name: string, write: () => Promise<Answer>) => {
    revision = opinionOf(await step(name, write)).revision;
  };
  await walk(`PUT ${route}/draft`, () => inspector.put(`${at}/draft`, { revision, content }));
  const objectionsUntil = new Date(api.clock.now().getTime() + 10 * 86_400_000).toISOString().slice(0, 10);
  await walk(`POST ${route}/issue`, () => inspector.post(`${at}/issue`, { revision, objectionsUntil }));
  const objectionId = randomUUID();
  const points = [{ id: objectionId, target: content.findings[0]?.id ?? '', text: '其中一所学校已于八月分班。' }];
  await walk(`PUT ${route}/objection`, () => bureau.put(`${at}/objection`, { revision, points }));
  await walk(`POST ${route}/objection/submission`, () =>
    bureau.post(`${at}/objection/submission`, { revision, none: false }),
  );
  const answers = [
    {
      objectionId,
      decision: 'partly',
      reason: '核实属实的一所予以更正。',
      amended: '一所学校有超过标准的班级。',
      amendedDemand: null,
      withdrawn: false,
    },
  ];
  await walk(`PUT ${route}/answers`, () => inspector.put(`${at}/answers`, { revision, answers }));
  await walk(`POST ${route}/final`, () =>
    inspector.post(`${at}/final`, { revision, number: '', reportDueOn: '2027-01-15', deadlines: [] }),
  );
  await walk(`PUT ${route}/feedback`, () => inspector.put(`${at}/feedback`, { revision, content: wantedFeedback() }));
  await walk(`POST ${route}/feedback/issue`, () => inspector.post(`${at}/feedback/issue`, { revision }));
  await walk(`POST ${route}/receipts`, () => bureau.post(`${at}/receipts`, { document: 'final' }));
  const { school, county } = api.world;
  const today = calendarDay(api.clock.now());
  await step('POST /supervision/schools/:schoolId/visits', () =>
    inspector.post(`/supervision/schools/${school}/visits`, wantedVisit(today)),
  );
  await step('PUT /supervision/rules/:countyId', () =>
    bureau.put(`/supervision/rules/${county}`, { period: 'term', visits: 2, since: '2026-08-01' }),
  );
}
