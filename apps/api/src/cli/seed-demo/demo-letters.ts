import type { EnterFeedbackLetterRequest } from '@junheng/api-contract';
import { LettersService } from '../../modules/rectifications/letters/letters.service.ts';
import { paperOf } from './demo-papers.ts';
import type { DemoLedger } from './demo-ledger.ts';
import { found, type DemoScene } from './demo-scene.ts';

type Problem = EnterFeedbackLetterRequest['problems'][number];

const fire = '部分学校消防设施维护不及时，灭火器超过检验期限';
const music = '农村小学音乐、美术专任教师不足，课程开不齐';
const books = '部分学校图书更新不足，近三年没有新增';
const classes = '城关镇个别学校班额超过规定人数';
const resource = '县特殊教育资源教室没有单独用房';
const doctors = '部分寄宿制学校没有按规定配备校医';

function problem(text: string, deadline: string | null, measures: Problem['measures'], rowIds: string[] = []): Problem {
  return { text, deadline, rowIds, measures };
}

/** What the city wrote in spring: problems closed, waiting to be verified, overdue, excused, and joined to a row there was. */
export async function playLetterOfSpring(
  scene: DemoScene,
  ledger: DemoLedger,
): Promise<{ readonly goOn: () => Promise<void> }> {
  const { day, people } = scene;
  scene.goTo(-240);
  const { scope, actor } = people.administrator;
  const cv = found(
    (await ledger.rows()).find(({ place }) => place?.kind === 'cv'),
    'row of the coefficient',
  );
  const datedOn = day(-244);
  await scene.get(LettersService).enter(scope.narrowedTo('rectifications.manage'), actor, {
    countyId: scene.countyId,
    document: `云教督函〔${datedOn.slice(0, 4)}〕6号（演示）`,
    issuer: '云岭市人民政府教育督导委员会办公室（虚构）',
    addressee: '清泉县人民政府（虚构）',
    datedOn,
    dueOn: day(-60),
    problems: [
      problem('小学教学仪器设备值校际差异偏大', day(80), [], [cv.id]),
      problem(fire, day(-180), [
        {
          kind: 'funding',
          description: '统一安排灭火器检验和更换经费',
          money: '8.6',
          quantity: null,
          effects: [],
          rowIds: [],
        },
      ]),
      problem(music, day(-70), [
        {
          kind: 'rotation',
          description: '音乐、美术教师走教，覆盖所有教学点',
          money: null,
          quantity: '18',
          effects: [],
          rowIds: [],
        },
        {
          kind: 'training',
          description: '兼课教师音乐、美术专项培训',
          money: '3.2',
          quantity: '40',
          effects: [],
          rowIds: [],
        },
      ]),
      problem(books, day(-9), [
        {
          kind: 'purchase',
          description: '为十二所学校补充图书',
          money: '36',
          quantity: '18000',
          effects: [],
          rowIds: [],
        },
      ]),
      problem(classes, day(40), []),
      problem(resource, day(-50), []),
    ],
  });
  scene.calendar.step(20);
  await ledger.toSection('督导室', [await ledger.row(fire)], day(-180), '督导室负责人（演示）');
  await ledger.toSection('人事科', [await ledger.row(music)], day(-70), '人事科负责人（演示）');
  await ledger.toSection('教育装备中心', [await ledger.row(books)], day(-9), '装备中心负责人（演示）');
  await ledger.toSection('基础教育科', [await ledger.row(classes)], day(40));
  await ledger.toSection('基础教育科', [await ledger.row(resource)], day(-50));
  return { goOn: () => goOn(scene, ledger) };
}

async function goOn(scene: DemoScene, ledger: DemoLedger): Promise<void> {
  const { day, people } = scene;
  const { administrator, sectionOfficer, inspector, cityReviewer } = people;
  scene.goTo(-168);
  const fireRow = await ledger.row(fire);
  await ledger.prove(
    sectionOfficer,
    fireRow,
    await paperOf('消防设施更换汇总', [
      ['学校数', '更换数量（具）'],
      [45, 312],
    ]),
  );
  await ledger.carryOut(sectionOfficer, fireRow, day(-169), '8.1');
  await ledger.report(sectionOfficer, fireRow, '45 所学校已全部完成检验和更换。');
  scene.goTo(-165);
  await ledger.close(inspector, fireRow, '抽查六所学校，灭火器均在检验期内。');
  scene.goTo(-160);
  const resourceRow = await ledger.row(resource);
  await ledger.except(cityReviewer, resourceRow, '新址随特殊教育学校迁建一并解决，工程已开工。', day(210));
  scene.goTo(-120);
  const musicRow = await ledger.row(music);
  await ledger.note(administrator, musicRow, '本学期走教教师 18 人到位，兼课教师培训已办一期。');
  await ledger.report(administrator, musicRow, '各教学点已按课程表开齐音乐、美术课。');
  scene.goTo(-112);
  await ledger.sendBack(inspector, musicRow, '抽查两个教学点，美术课仍由语文教师代上，请核实后再报。');
  scene.goTo(-100);
  await ledger.report(administrator, musicRow, '两个教学点已调整走教安排，附新课程表。');
  await ledger.note(administrator, await ledger.row(books), '图书采购已招标，供货延迟。');
}

/** What the province wrote lately. */
export async function playLetterOfAutumn(scene: DemoScene, ledger: DemoLedger): Promise<void> {
  const { day, people } = scene;
  scene.goTo(-24);
  const { scope, actor } = people.administrator;
  const datedOn = day(-26);
  await scene.get(LettersService).enter(scope.narrowedTo('rectifications.manage'), actor, {
    countyId: scene.countyId,
    document: `示教督反馈〔${datedOn.slice(0, 4)}〕18号（演示）`,
    issuer: '示范省人民政府教育督导委员会（虚构）',
    addressee: '清泉县人民政府（虚构）',
    datedOn,
    dueOn: day(50),
    problems: [
      problem(doctors, day(20), [
        {
          kind: 'organisation',
          description: '与乡镇卫生院签订驻校协议',
          money: null,
          quantity: '6',
          effects: [],
          rowIds: [],
        },
      ]),
      problem('教师培训经费没有按公用经费的规定比例安排', null, []),
    ],
  });
  scene.calendar.step(20);
  await ledger.toSection('督导室', [await ledger.row(doctors)], day(20), '督导室负责人（演示）');
  await ledger.note(people.sectionOfficer, await ledger.row(doctors), '已有四所学校签订协议。');
}
