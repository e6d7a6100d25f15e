import type { ChecklistItem } from '@junheng/api-contract';
import { InspectionFindingsService } from '../../modules/rectifications/inspection-findings.service.ts';
import { ChecklistsService } from '../../modules/standards/checklists.service.ts';
import type { DemoLedger } from './demo-ledger.ts';
import { found, type DemoScene } from './demo-scene.ts';
import { DemoVisits, finding, judged } from './demo-visits.ts';

const item = (
  kind: ChecklistItem['kind'],
  text: string,
  textEn: string,
  rest: Partial<ChecklistItem> = {},
): ChecklistItem => ({ kind, text, textEn, maximum: null, criteria: null, ...rest });

const items: readonly ChecklistItem[] = [
  item('yes-no', '校门前有硬质防冲撞设施', 'There are hard barriers at the school gate'),
  item('yes-no', '实验室危险化学品双人双锁', 'Dangerous chemicals are under two locks of two people', {
    criteria: '没有实验室的学校视为达到',
  }),
  item('scored', '食堂卫生和食品留样', 'Canteen hygiene and kept food samples', {
    maximum: '10',
    criteria: '留样不全扣 3 分，台账不全扣 2 分',
  }),
  item('scored', '宿舍和疏散通道管理', 'Dormitories and escape routes', { maximum: '10' }),
  item('counted', '在检验期内的灭火器（具）', 'Fire extinguishers within their date'),
];
const chemicals = '危险化学品柜只有一把锁';

/** A special supervision (专项督查) by a small checklist at the beginning of term; what it found is handed over to the ledger. */
export async function playSpecialSupervision(scene: DemoScene, ledger: DemoLedger): Promise<void> {
  const { people, officials, cast, registered, countyId, day } = scene;
  const { inspector } = people;
  const visits = new DemoVisits(scene);
  scene.goTo(-97);
  const { id: editionId } = await scene
    .get(ChecklistsService)
    .publish(inspector.scope.narrowedTo('checklists.manage'), inspector.actor, {
      regionId: countyId,
      name: '开学安全督查清单',
      nameEn: 'Safety at the beginning of term',
      items: [...items],
    });
  const others = registered.schools.filter(({ school }) => school.type === 'junior').slice(0, 3);
  const chosen = [cast.schoolA, cast.schoolB, ...others];
  scene.calendar.step(30);
  const id = await visits.plan({
    name: `${day(-97).slice(0, 4)}年秋季开学安全专项督查`,
    kind: 'special',
    editionId,
    startsOn: day(-90),
    endsOn: day(-86),
    chosenSchoolIds: chosen.map((each) => each.id),
  });
  await visits.confirm(id);
  for (const [index, school] of chosen.entries()) {
    scene.goTo(-90 + index);
    const before = await visits.read(inspector, id, school.id);
    const counted = Object.fromEntries(
      before.checklist.cells.map(({ cell }) => [`verified:${cell}`, String(18 + index * 7)]),
    );
    await visits.record(inspector, id, school.id, {
      ...counted,
      ...judged(before, inspector, ['met', index === 2 ? 'unmet' : 'met'], index * 0.5),
      ...(index === 0 ? finding('食堂留样冰箱温度记录不连续', '每餐记录，专人负责') : {}),
      ...(index === 2 ? finding(chemicals, '一周内加装，双人管理') : {}),
    });
    await visits.record(officials.areaInspector, id, school.id, {
      ...judged(before, officials.areaInspector, ['met', index === 2 ? 'unmet' : 'met'], index * 0.5),
    });
    await visits.sign(inspector, id, school.id);
  }
  scene.goTo(-84);
  await scene
    .get(InspectionFindingsService)
    .handOver(inspector.scope.narrowedTo('inspections.manage'), inspector.actor, id, day(15));
  scene.calendar.step(30);
  const handedOver = (await ledger.rows()).filter(
    ({ sources, unit, responsibleSchool, school }) =>
      school !== null && unit === null && responsibleSchool === null && sources.some(({ kind }) => kind === 'finding'),
  );
  await ledger.toOwnSchools(handedOver, day(15), '学校安全负责人（演示）');
  const own = found(people.atSchools.get(cast.schoolA.id), 'people of school A');
  await ledger.note(own.reporter, await ledger.row('食堂留样'), '已更换温度计，每餐由当班人员记录。');
}
