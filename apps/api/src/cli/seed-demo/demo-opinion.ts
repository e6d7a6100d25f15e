import { randomUUID } from 'node:crypto';
import type { DraftedFinding, OpinionContent } from '@junheng/api-contract';
import { FeedbacksService } from '../../modules/opinions/feedbacks.service.ts';
import { ObjectionsService } from '../../modules/opinions/objections.service.ts';
import { OpinionsService } from '../../modules/opinions/opinions.service.ts';
import type { OpinionRecord } from '../../modules/opinions/opinions.types.ts';
import type { DemoLedger } from './demo-ledger.ts';
import { schoolOfRooms } from './demo-rectification.ts';
import { found, type DemoScene } from './demo-scene.ts';
import { DemoVisits } from './demo-visits.ts';

const borrowed = '教学及辅助用房面积多报，含借用场地';
const arts = '抽查的学校中，音乐、美术课被文化课挤占';
const rotation = '教师交流轮岗以短期支教为主，骨干教师占比偏低';
const records = '功能教室使用记录不完整，部分为集中补记';

/** The opinion on the inspection of spring: issued, objected to, answered, final, received; then the feedback in its four parts. */
export async function playOpinion(scene: DemoScene, ledger: DemoLedger, inspectionId: string): Promise<void> {
  const { people, countyId, day } = scene;
  const { inspector, administrator } = people;
  const at = { inspectionId, countyId };
  const opinions = scene.get(OpinionsService);
  const objections = scene.get(ObjectionsService);
  const now = async (): Promise<OpinionRecord> =>
    found((await opinions.read(inspector.scope, inspectionId, countyId)).opinion, 'opinion');
  const receive = async (document: 'preliminary' | 'final' | 'feedback'): Promise<void> => {
    scene.calendar.step(75);
    await opinions.receive(administrator.scope, administrator.actor, at, { document });
    scene.calendar.step(15);
  };

  scene.goTo(-198);
  const content = await drafted(scene, ledger, inspectionId);
  await opinions.draft(inspector.scope, inspector.actor, at, { revision: 0, content });
  scene.goTo(-196);
  const { revision: draftRevision } = await now();
  await opinions.issue(inspector.scope, inspector.actor, at, {
    revision: draftRevision,
    objectionsUntil: day(-186),
  });
  await receive('preliminary');

  scene.goTo(-190);
  const [, againstFinding] = content.findings;
  const againstPoint = content.sections[0]?.points[1];
  const points = [
    {
      id: randomUUID(),
      target: found(againstFinding, 'finding').id,
      text: '两所学校当周举办艺术节，课程临时调整，附调课记录。',
    },
    { id: randomUUID(), target: found(againstPoint, 'point').id, text: '编制核定由省、市统筹，建议不列为县级问题。' },
  ];
  await objections.save(administrator.scope, administrator.actor, at, { revision: (await now()).revision, points });
  await objections.submit(administrator.scope, administrator.actor, at, {
    revision: (await now()).revision,
    none: false,
  });

  scene.goTo(-185);
  const answer = { amended: null, amendedDemand: null, withdrawn: false };
  const [first, second] = points.map(({ id }) => id);
  await objections.answer(inspector.scope, inspector.actor, at, {
    revision: (await now()).revision,
    answers: [
      {
        ...answer,
        objectionId: found(first, 'objection'),
        decision: 'partly',
        reason: '调课记录属实，但另一所学校仍有挤占。',
        amended: `${arts}，其中一所学校属临时调课`,
      },
      {
        ...answer,
        objectionId: found(second, 'objection'),
        decision: 'rejected',
        reason: '意见针对的是县域内的调配，不涉及编制总量。',
      },
    ],
  });
  scene.goTo(-183);
  const { revision } = await now();
  await opinions.finalise(inspector.scope, inspector.actor, at, {
    revision,
    number: content.number,
    reportDueOn: day(-100),
    deadlines: [],
  });
  await receive('final');
  await feedback(scene, at, (await now()).revision);
  await receive('feedback');
  await followUp(scene, ledger);
}

/** What a signed visit holds, for a finding to cite. */
async function foundAt(scene: DemoScene, inspectionId: string, schoolId: string): Promise<DraftedFinding['onSite']> {
  const { entries } = await new DemoVisits(scene).read(scene.people.inspector, inspectionId, schoolId);
  const text = entries.find(({ entry }) => entry.startsWith('finding:') && entry.endsWith('/text'));
  return { schoolId, at: found(text, 'finding of the visit').entry.replace('/text', '') };
}

async function drafted(scene: DemoScene, ledger: DemoLedger, inspectionId: string): Promise<OpinionContent> {
  const { cast, day } = scene;
  const rooms = await schoolOfRooms(scene, ledger);
  const finding = (wanted: Omit<DraftedFinding, 'id'>): DraftedFinding => ({ id: randomUUID(), ...wanted });
  const point = (text: string) => ({ id: randomUUID(), text });
  return {
    number: `清督意〔${day(-198).slice(0, 4)}〕1号（演示）`,
    basis:
      '依据《县域义务教育优质均衡发展督导评估办法》，督导组于本年春季对清泉县（虚构）8 所学校进行了实地核查，查阅资料、核对数据、访谈师生和家长，并对结果作了汇总核定。',
    sections: [
      {
        id: randomUUID(),
        heading: '主要成效',
        points: [
          point('县域内教师交流轮岗制度健全，乡镇学校师资逐年改善。'),
          point('教职工编制在县域内按需调配，仍有个别学科结构性缺员。'),
        ],
      },
      { id: randomUUID(), heading: '督导意见', points: [point('按核实后的数据重新测算资源配置，逐校制定补短计划。')] },
    ],
    findings: [
      finding({
        referenceId: 'R4',
        schoolId: rooms.id,
        fact: borrowed,
        demand: '按产权核减面积，列入校舍建设计划，两年内达标。',
        dueOn: day(45),
        onSite: await foundAt(scene, inspectionId, rooms.id),
      }),
      finding({
        referenceId: 'E7',
        schoolId: cast.schoolB.id,
        fact: arts,
        demand: '开齐开足音乐、美术课，学校每周自查，县教育局每月抽查。',
        dueOn: day(-4),
        onSite: await foundAt(scene, inspectionId, cast.schoolB.id),
      }),
      finding({
        referenceId: 'G11',
        schoolId: null,
        fact: rotation,
        demand: '修订交流轮岗办法，骨干教师占交流人数不低于 20%。',
        dueOn: day(30),
        onSite: null,
      }),
      finding({
        referenceId: null,
        schoolId: cast.schoolA.id,
        fact: records,
        demand: '使用后当日登记，学期末归档。',
        dueOn: day(-60),
        onSite: null,
      }),
    ],
  };
}

async function feedback(
  scene: DemoScene,
  at: { readonly inspectionId: string; readonly countyId: string },
  revision: number,
): Promise<void> {
  const { inspector } = scene.people;
  const feedbacks = scene.get(FeedbacksService);
  scene.goTo(-179);
  await feedbacks.save(inspector.scope, inspector.actor, at, {
    revision,
    content: {
      number: `清督反〔${scene.day(-179).slice(0, 4)}〕1号（演示）`,
      conclusions: [
        { heading: '资源配置', text: '初中七项指标差异系数全部达标；小学一项差异系数和两所学校的单项指标未达标。' },
        { heading: '检查结论', text: '按核实后的数据，一所学校由达标变为不达标，县域结论不变：尚未达到优质均衡要求。' },
      ],
      practice: '县政府把校舍建设列入民生实事，教师走教和集团化办学覆盖全部乡镇。',
      problems: '个别学校上报数据把关不严；音乐、美术课程落实不到位；骨干教师交流比例偏低。',
      proposals: '建立数据三级审核责任制；按课程方案配备走教教师；把骨干教师交流纳入校长考核。',
    },
  });
  await feedbacks.issue(inspector.scope, inspector.actor, at, { revision: revision + 1 });
  scene.calendar.step(10);
}

/** What the final opinion found lies in the ledger: one closed, one overdue, two on their way. */
async function followUp(scene: DemoScene, ledger: DemoLedger): Promise<void> {
  const { day, people, cast } = scene;
  const { administrator, inspector, atSchools } = people;
  scene.goTo(-177);
  const ofA = found(atSchools.get(cast.schoolA.id), 'people of school A');
  const ofB = found(atSchools.get(cast.schoolB.id), 'people of school B');
  const recordsRow = await ledger.row(records);
  const artsRow = await ledger.row(arts);
  await ledger.toOwnSchools([recordsRow], day(-60), '教务处负责人（演示）');
  await ledger.toOwnSchools([artsRow], day(-4), '教务处负责人（演示）');
  await ledger.toOwnSchools([await ledger.row(borrowed)], day(45), '学校校长（演示）');
  await ledger.toSection('人事科', [await ledger.row(rotation)], day(30), '人事科负责人（演示）');
  await ledger.measure(administrator, artsRow, {
    kind: 'organisation',
    description: '课程表公示上墙，每周自查、每月抽查',
  });
  await ledger.note(ofA.reporter, recordsRow, '已统一登记册格式，并安排专人每日检查。');
  await ledger.note(ofB.reporter, artsRow, '新课程表已公示，艺术课由专任教师任教。');
  scene.goTo(-174);
  await ledger.report(ofA.reporter, recordsRow, '十二间功能教室的登记册已补齐并归档。');
  await ledger.close(inspector, recordsRow, '查看登记册，当日登记、记录完整。');
}
