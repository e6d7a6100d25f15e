import type { MeasureEffect, TargetPlace } from '@junheng/evaluation-core';
import { CorrectedDataSetsService } from '../../modules/data-sets/corrected-data-sets.service.ts';
import { EvaluationRunsService } from '../../modules/evaluations/evaluation-runs.service.ts';
import { ResultReleasesService } from '../../modules/evaluations/result-releases.service.ts';
import type { LedgerRow } from '../../modules/rectifications/rectifications.types.ts';
import { TargetsService } from '../../modules/rectifications/targets/targets.service.ts';
import type { DemoLedger } from './demo-ledger.ts';
import type { RegisteredDemoSchool } from './demo-register.ts';
import { reportOf } from './demo-rounds.ts';
import { found, schoolOf, type DemoScene } from './demo-scene.ts';

export const ROOMS = 'teaching-rooms-area';
const EQUIPMENT = 'equipment-value';
const FIELD = 'sports-field-area';

/** The school whose rooms are too small by last year's result: what is said of them moves the ledger there and back. */
export async function schoolOfRooms(scene: DemoScene, ledger: DemoLedger): Promise<RegisteredDemoSchool> {
  return schoolOf(scene, found((await failing(ledger, 'R4')).schoolId, 'school of R4'));
}

/** What the evaluation found is given to sections and schools, with measures that the coverage computes. */
export async function assignFailures(scene: DemoScene, ledger: DemoLedger): Promise<void> {
  const { people, day } = scene;
  scene.goTo(-330);
  const rooms = await failing(ledger, 'R4');
  const field = await failing(ledger, 'R5');
  const cv = found(
    (await ledger.rows()).find(({ place }) => place?.kind === 'cv'),
    'failing difference coefficient',
  );
  await ledger.toSection('教育装备中心', [cv], day(100), '装备中心负责人（演示）');
  await ledger.toOwnSchools([rooms], day(-90), '学校总务主任（演示）');
  await ledger.toOwnSchools([field], day(-12), '学校校长（演示）');
  const named = [rooms, field, cv].map(({ id }) => id);
  const others = (await ledger.rows()).filter(({ id }) => !named.includes(id));
  await ledger.toSection('督导室', others, day(75));
  const { administrator } = people;
  const effects = poorest(scene, 6).map(({ id, school }): MeasureEffect => {
    const by = Number(school.cells['last-year'][EQUIPMENT]) * 0.35;
    return { kind: 'change', schoolId: id, key: EQUIPMENT, by: by.toFixed(2) };
  });
  await ledger.measure(administrator, cv, {
    kind: 'purchase',
    description: '为设备值最低的六所小学采购教学仪器和多媒体设备',
    money: '186.5',
    quantity: '240',
    effects,
  });
  const { school } = schoolOf(scene, found(field.schoolId, 'school of R5'));
  const wanted = Number(school.cells['last-year']['pupils.primary']) * 8;
  await ledger.measure(administrator, field, {
    kind: 'building',
    description: '租用毗邻地块扩建运动场',
    money: '92',
    quantity: wanted.toFixed(0),
    effects: [{ kind: 'change', schoolId: found(field.schoolId, 'school'), key: FIELD, by: wanted.toFixed(0) }],
  });
}

/** Targets of the year (目标任务清单): reached, on the way, missed, and one that was withdrawn. */
export async function setTargets(scene: DemoScene): Promise<void> {
  const { people, countyId, calendar, day } = scene;
  const targets = scene.get(TargetsService);
  const { scope, actor } = people.administrator;
  scene.goTo(-315);
  const places = await targets.places(scope, countyId);
  const document = `清教督〔${calendar.today.slice(0, 4)}〕2号（演示）`;
  const set = async (indicatorId: string, share: number, dueOn: string): Promise<string> => {
    const { editionId, place, now } = found(
      places.find((each) => isCv(each.place, indicatorId)),
      `coefficient of ${indicatorId}`,
    );
    const value = (Number(now.value) * share).toFixed(3);
    calendar.step(3);
    const { year } = calendar.thisYear;
    return targets.set(scope, actor, { countyId, year, editionId, place, value, dueOn, document });
  };
  await set('R6', 0.95, day(60));
  await set('R4', 1.08, day(30));
  await set('R5', 0.92, day(-20));
  const withdrawn = await set('R1', 0.9, day(30));
  calendar.step(30);
  await targets.withdraw(scope, actor, withdrawn, '该指标已连续三年达标，改由日常监测跟踪。');
}

/** The rooms were measured anew: corrected data pass, and an inspector closes the row. */
export async function correctAndClose(scene: DemoScene, ledger: DemoLedger): Promise<void> {
  scene.goTo(-280);
  const of = await schoolOfRooms(scene, ledger);
  const row = await failing(ledger, 'R4');
  const own = found(scene.people.atSchools.get(of.id), 'people of the school');
  await ledger.note(own.reporter, row, '已委托测绘单位重新测量，新增的功能教室此前没有计入。');
  const cells = of.school.cells['last-year'];
  const area = String(Math.ceil(Number(cells['pupils.primary'] ?? cells['pupils']) * 5.2));
  await correct(scene, of, area, '学校补报：新建综合楼已交付使用，按测绘报告更正教学及辅助用房面积。');
  scene.goTo(-277);
  await ledger.close(scene.people.inspector, row, '现场查看测绘报告和竣工验收单，与更正后的数据一致。');
}

/** What inspectors found on site becomes approved data: the row is open again. */
export async function correctBack(scene: DemoScene, ledger: DemoLedger): Promise<void> {
  scene.goTo(-172);
  const of = await schoolOfRooms(scene, ledger);
  const before = found(of.school.cells['last-year'][ROOMS], 'area of rooms');
  await correct(scene, of, before, '督导核实：综合楼二层为借用场地，不得计入，按核实情况更正。');
  const row = await failing(ledger, 'R4');
  await ledger.toOwnSchools([row], scene.day(45), '学校总务主任（演示）', '数据更正后重新打开，重新确定期限');
  const own = found(scene.people.atSchools.get(of.id), 'people of the school');
  await ledger.measure(scene.people.administrator, row, {
    kind: 'building',
    description: '在校内新建两层教学辅助用房',
    money: '310',
    quantity: '1500',
    effects: [{ kind: 'change', schoolId: of.id, key: ROOMS, by: String(Math.ceil(Number(before) * 0.7)) }],
  });
  await ledger.note(own.reporter, row, '新建用房已列入年度校舍建设计划，正在办理立项。');
}

/** How far it is by now. */
export async function proceed(scene: DemoScene, ledger: DemoLedger): Promise<void> {
  scene.goTo(-40);
  const { administrator } = scene.people;
  const cv = found(
    (await ledger.rows()).find(({ place }) => place?.kind === 'cv'),
    'row of the coefficient',
  );
  await ledger.note(administrator, cv, '六所学校的设备采购已完成招标，预计下月到货安装。');
  const field = await failing(ledger, 'R5');
  await ledger.note(administrator, field, '土地租用协议尚未签订，扩建未能按期开工。');
}

async function correct(scene: DemoScene, of: RegisteredDemoSchool, area: string, reason: string): Promise<void> {
  const { people, lastYear, reports, calendar } = scene;
  const { scope, actor } = people.administrator;
  const reportId = reportOf(lastYear, of.id);
  const { revision } = await reports.read(people.administrator, reportId);
  const changes = [{ cell: ROOMS, value: area }];
  await scene
    .get(CorrectedDataSetsService)
    .correct(scope.narrowedTo('reviews.decide'), scope, actor, reportId, { revision, reason, changes });
  calendar.step(20);
  const evaluationId = await scene.get(EvaluationRunsService).run(scope, actor, lastYear.roundId, {});
  await scene.get(ResultReleasesService).release(scope, actor, evaluationId, false);
  calendar.step(20);
}

async function failing(ledger: DemoLedger, indicatorId: string): Promise<LedgerRow> {
  return found(
    (await ledger.rows()).find(({ place }) => place?.kind === 'indicator' && place.indicatorId === indicatorId),
    `row of a school that fails ${indicatorId}`,
  );
}

function isCv(place: TargetPlace, indicatorId: string): boolean {
  return place.kind === 'cv' && place.stage === 'primary' && place.indicatorId === indicatorId;
}

/** Primary schools with the least equipment for each pupil. */
function poorest({ registered }: DemoScene, count: number): readonly RegisteredDemoSchool[] {
  const perPupil = ({ school: { cells } }: RegisteredDemoSchool): number =>
    Number(cells['last-year'][EQUIPMENT]) / Number(cells['last-year']['pupils.primary']);
  return registered.schools
    .filter(({ school }) => school.type === 'primary' && perPupil({ id: '', school }) > 0)
    .toSorted((one, other) => perPupil(one) - perPupil(other))
    .slice(0, count);
}
