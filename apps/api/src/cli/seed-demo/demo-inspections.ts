import { ConsolidationService } from '../../modules/inspections/consolidation/consolidation.service.ts';
import { VerifiedEvaluationsService } from '../../modules/inspections/consolidation/verified-evaluations.service.ts';
import { DrawsService } from '../../modules/inspections/draws.service.ts';
import { InspectionsService } from '../../modules/inspections/inspections.service.ts';
import { DemoLedger } from './demo-ledger.ts';
import { ROOMS, schoolOfRooms } from './demo-rectification.ts';
import type { OpenedRound } from './demo-rounds.ts';
import { found, type DemoScene } from './demo-scene.ts';
import { asReported, DemoVisits, finding, interview, judged, type Entries } from './demo-visits.ts';

const VERIFIED = [ROOMS, 'equipment-value', 'music-rooms'];
const JUDGED = ['E7', 'E8'];
const SCHOOLS = 8;

/**
 * The inspection of spring (督导核查): eight schools, two inspectors who differ at two places, everything signed, consolidated and
 * evaluated with what was found on site.
 */
export async function playSpringInspection(scene: DemoScene): Promise<string> {
  const visits = new DemoVisits(scene);
  const { people, officials, cast, registered } = scene;
  const { inspector } = people;
  scene.goTo(-214);
  const rooms = await schoolOfRooms(scene, new DemoLedger(scene));
  const others = registered.schools
    .filter(({ id, school }) => school.type === 'primary' && id !== rooms.id && id !== cast.schoolB.id)
    .slice(0, SCHOOLS - 3);
  const chosen = [rooms, cast.schoolA, cast.schoolB, ...others];
  const id = await visits.plan({
    name: `${scene.day(-214).slice(0, 4)}年春季义务教育优质均衡核查`,
    kind: 'evaluation',
    editionId: scene.editionId,
    startsOn: scene.day(-208),
    endsOn: scene.day(-204),
    chosenSchoolIds: chosen.map((each) => each.id),
    verifiedItems: VERIFIED,
    judgedRequirements: JUDGED,
  });
  await visits.confirm(id);
  for (const [index, school] of chosen.entries()) {
    scene.goTo(-208 + Math.floor(index / 2));
    const before = await visits.read(inspector, id, school.id);
    await visits.record(inspector, id, school.id, {
      ...asReported(before),
      ...judged(before, inspector, ['met', index === 2 ? 'unmet' : 'met']),
      ...(school === rooms ? smallerBy(scene, rooms.school.cells['last-year'][ROOMS], 1) : {}),
      ...(index === 3 ? { 'remark:visit': '校园整洁，功能教室使用记录完整。' } : {}),
      ...onSite(index),
    });
    await visits.record(officials.areaInspector, id, school.id, {
      ...judged(before, officials.areaInspector, ['met', 'met']),
      ...(school === rooms ? smallerBy(scene, rooms.school.cells['last-year'][ROOMS], 1.03) : {}),
    });
    await visits.sign(inspector, id, school.id);
  }
  await consolidate(scene, id);
  return id;
}

/** Two projects of this autumn: one under way on site, one whose sample is about to be drawn. */
export async function openInspection(scene: DemoScene, round: OpenedRound): Promise<void> {
  const visits = new DemoVisits(scene);
  const { people, registered, cast, countyId } = scene;
  const { inspector } = people;
  const year = scene.calendar.thisYear.year;
  scene.goTo(-11);
  const reported = registered.schools.filter(
    ({ id, school }) => cast.stateOf.get(id) === 'approved' && ['primary', 'junior', 'nine-year'].includes(school.type),
  );
  const chosen = reported.filter(({ id }) => round.reportOf.has(id)).slice(0, 3);
  const id = await visits.plan({
    name: `${year}年度监测现场核查`,
    kind: 'annual-monitoring',
    editionId: scene.editionId,
    startsOn: scene.day(-10),
    endsOn: scene.day(6),
    chosenSchoolIds: chosen.map((each) => each.id),
    verifiedItems: VERIFIED,
    judgedRequirements: JUDGED,
  });
  await visits.confirm(id);
  scene.goTo(-10);
  for (const [index, school] of chosen.slice(0, 2).entries()) {
    const before = await visits.read(inspector, id, school.id);
    const all = { ...asReported(before), ...judged(before, inspector, []) };
    const entries = index === 0 ? { ...all, ...onSite(1) } : Object.fromEntries(Object.entries(all).slice(0, 1));
    await visits.record(inspector, id, school.id, entries);
    if (index === 0) await visits.sign(inspector, id, school.id);
  }
  const sampled = await visits.plan({
    name: `${year + 1}年优质均衡县域复核（随机抽样）`,
    kind: 're-check',
    editionId: scene.editionId,
    startsOn: scene.day(40),
    endsOn: scene.day(44),
    selection: 'random',
    counties: [{ countyId, sampleSize: 10, sizeReason: null }],
    verifiedItems: VERIFIED,
    judgedRequirements: JUDGED,
  });
  const draws = scene.get(DrawsService);
  const scope = inspector.scope.narrowedTo('inspections.manage');
  await draws.commit(scope, inspector.actor, sampled, null);
  scene.calendar.step(30);
  const [draw] = (await scene.get(InspectionsService).inspection(inspector.scope, sampled)).draws;
  const headsAt = new Date(scene.calendar.clock.now().getTime() + 3_600_000);
  const at = { inspectionId: sampled, drawId: found(draw, 'draw').id };
  await draws.freeze(scope, inspector.actor, at, headsAt);
}

/** Rented rooms do not count: the second inspector measures a little more than the first. */
function smallerBy(scene: DemoScene, before: string | undefined, factor: number): Entries {
  const area = (Number(before) * factor).toFixed(0);
  return { [`verified:${ROOMS}`]: area, [`reason:${ROOMS}`]: '综合楼二层为借用场地，不得计入' };
}

function onSite(index: number): Entries {
  switch (index) {
    case 0:
      return {
        ...interview('principals', 1, '校长说明综合楼二层由镇政府产权，学校借用三年。'),
        ...finding('教学及辅助用房面积多报，含借用场地', '按产权证核减，列入校舍建设计划', `item:${ROOMS}`),
      };
    case 1:
      return {
        ...interview('teachers', 6, '教师反映实验仪器数量够用，更新较慢。'),
        ...interview('parents', 8, '家长对校车接送和课后服务满意。'),
      };
    case 2:
      return {
        ...interview('pupils', 10, '学生反映四年级周三的美术课常改上数学。'),
        ...finding('音乐、美术课被挤占', '按课程表上课，学校每周自查'),
      };
    default:
      return {};
  }
}

/** The lead decides every difference, freezes the result, and has both data evaluated. */
async function consolidate(scene: DemoScene, inspectionId: string): Promise<void> {
  const consolidations = scene.get(ConsolidationService);
  const { scope, actor } = scene.people.inspector;
  const leads = scope.narrowedTo('inspections.manage');
  scene.goTo(-201);
  for (const { schoolId, at } of await stillOpen()) {
    const { schools, basis } = await consolidations.read(scope, inspectionId);
    const school = found(
      schools.find((each) => each.school.schoolId === schoolId),
      'school',
    );
    const values = at.startsWith('score:')
      ? school.points.flatMap(({ point, scores }) => (`score:${point}` === at ? scores.map(({ value }) => value) : []))
      : school.cells.flatMap(({ cell, values: said }) =>
          `verified:${cell}` === at ? said.map(({ value }) => value) : [],
        );
    await consolidations.resolve(leads, actor, inspectionId, {
      schoolId,
      entry: at,
      value: found(values[0], `value at ${at}`),
      reason: '两位督学一同复查后，以实测和课堂记录为准',
      seen: null,
      basis,
    });
    scene.calendar.step(15);
  }
  const { basis, bases } = await consolidations.read(scope, inspectionId);
  const dataSets = [{ countyId: scene.countyId, dataSetId: found(bases[0], 'approved data').id }];
  await consolidations.complete(leads, actor, inspectionId, { basis, dataSets });
  scene.calendar.step(10);
  await scene.get(VerifiedEvaluationsService).run(scope, actor, inspectionId, scene.countyId);
  scene.calendar.step(10);

  async function stillOpen() {
    const { schools } = await consolidations.read(scope, inspectionId);
    return schools.flatMap(({ school, open }) => open.map(({ at }) => ({ schoolId: school.schoolId, at })));
  }
}
