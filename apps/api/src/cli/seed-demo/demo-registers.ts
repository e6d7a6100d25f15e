import type { RegisterDetails } from '@junheng/api-contract';
import type { RegisterContent } from '../../modules/registers/registers.types.ts';
import { RegistersService } from '../../modules/registers/registers.service.ts';
import type { RegisteredDemoSchool } from './demo-register.ts';
import { found, type DemoScene } from './demo-scene.ts';

/** The registers (登记册) of the year: rotation and support teaching, pairing, projects with their money, safety. */
export async function keepRegisters(scene: DemoScene): Promise<void> {
  const { people, countyId, calendar } = scene;
  const { scope, actor } = people.administrator;
  const registers = scene.get(RegistersService);
  scene.goTo(-118);
  const rows = [...rotations(scene), ...pairings(scene), ...projects(scene), ...safety(scene)];
  const ids: string[] = [];
  for (const row of rows) {
    ids.push((await registers.add(scope.narrowedTo('registers.keep'), actor, countyId, row)).id);
    calendar.step(4);
  }
  // One was entered twice and is withdrawn, one is changed when the work has begun.
  const twice = await registers.add(scope.narrowedTo('registers.keep'), actor, countyId, found(rows[0], 'row'));
  calendar.step(4);
  const keeps = scope.narrowedTo('registers.keep');
  await registers.withdraw(keeps, actor, { rowId: twice.id, revision: twice.revision }, '与上一条重复登记');
  scene.goTo(-105);
  const [planned, at] = [rows.findIndex(isPlanned), rows.find(isPlanned)];
  if (at?.details.kind !== 'project') return;
  const details: RegisterDetails = { ...at.details, state: 'under-way' };
  const seen = { rowId: found(ids[planned], 'planned project'), revision: 1 };
  await registers.change(keeps, actor, seen, { ...at, details });
}

/** Comes after the section has handed in its figure: the county report shows that the register says more. */
export async function registerLateRotation(scene: DemoScene): Promise<void> {
  const { scope, actor } = scene.people.administrator;
  const [, row] = rotations(scene);
  scene.goTo(-12);
  const { details, ...late } = found(row, 'rotation');
  if (details.kind !== 'staff-rotation') return;
  await scene.get(RegistersService).add(scope.narrowedTo('registers.keep'), actor, scene.countyId, {
    ...late,
    startsOn: `${scene.calendar.thisYear.year}-03-01`,
    details: { ...details, people: 2, backbone: 0 },
  });
}

const isPlanned = ({ details }: RegisterContent): boolean => details.kind === 'project' && details.state === 'planned';

type Rotation = Extract<RegisterDetails, { kind: 'staff-rotation' }>;

/** As many teachers as the county report says. */
function rotations(scene: DemoScene): readonly RegisterContent[] {
  const [one, two, three, four] = ofTown(scene, 'urban');
  const [near, far, farther] = ofTown(scene, 'rural');
  const row = (
    from: RegisteredDemoSchool | undefined,
    to: RegisteredDemoSchool | undefined,
    counts: Pick<Rotation, 'people' | 'backbone'> & Partial<Rotation>,
  ): RegisterContent => ({
    schoolId: found(from, 'school').id,
    startsOn: `${scene.calendar.thisYear.year}-02-20`,
    endsOn: null,
    details: {
      kind: 'staff-rotation',
      form: 'rotation',
      post: 'teacher',
      direction: 'urban-to-rural',
      toSchoolId: to?.id ?? null,
      toName: null,
      ...counts,
    },
    evidence: '人事科轮岗档案（演示）',
  });
  return [
    row(one, near, { people: 24, backbone: 7 }),
    row(two, far, { people: 19, backbone: 5 }),
    row(three, farther, { people: 17, backbone: 3 }),
    row(four, near, { people: 14, backbone: 2, direction: 'strong-to-weak' }),
    row(one, far, { people: 1, backbone: 1, post: 'principal', direction: 'strong-to-weak' }),
    row(two, undefined, { people: 4, backbone: 1, form: 'support-teaching', toName: '邻县山区学校（虚构）' }),
  ];
}

function pairings(scene: DemoScene): readonly RegisterContent[] {
  const [near, far] = ofTown(scene, 'rural');
  const row = (
    school: RegisteredDemoSchool | undefined,
    details: Omit<Extract<RegisterDetails, { kind: 'pairing' }>, 'kind'>,
  ): RegisterContent => ({
    schoolId: found(school, 'school').id,
    startsOn: scene.day(-260),
    endsOn: scene.day(470),
    details: { kind: 'pairing', ...details },
    evidence: '结对帮扶协议（演示）',
  });
  return [
    row(near, {
      partner: '清泉县实验小学',
      partnerKind: 'school-in-county',
      content: '同步课堂、集体备课，每月一次',
      activities: 6,
    }),
    row(far, {
      partner: '示范师范学院（虚构）',
      partnerKind: 'university',
      content: '音乐、美术教师驻校指导，师范生实习支教',
      activities: 3,
    }),
  ];
}

function projects(scene: DemoScene): readonly RegisterContent[] {
  const [seat] = ofTown(scene, 'urban');
  const [near, far] = ofTown(scene, 'rural');
  const row = (
    school: RegisteredDemoSchool | undefined,
    days: readonly [number, number | null],
    details: Omit<Extract<RegisterDetails, { kind: 'project' }>, 'kind'>,
  ): RegisterContent => ({
    schoolId: school?.id ?? null,
    startsOn: scene.day(days[0]),
    endsOn: days[1] === null ? null : scene.day(days[1]),
    details: { kind: 'project', ...details },
    evidence: '发改立项批复（演示）',
  });
  return [
    row(seat, [-250, -130], {
      name: '综合楼外墙修缮',
      projectKind: 'repair',
      state: 'finished',
      area: '2400',
      money: [{ source: 'county', amount: '58.6' }],
    }),
    row(near, [-125, null], {
      name: '新建两层教学辅助用房',
      projectKind: 'new-building',
      state: 'planned',
      area: '680',
      money: [
        { source: 'central', amount: '120' },
        { source: 'province', amount: '90' },
        { source: 'county', amount: '100' },
      ],
    }),
    row(far, [-180, null], {
      name: '运动场地改造',
      projectKind: 'sports-field',
      state: 'stopped',
      area: '3200',
      money: [{ source: 'city', amount: '45' }],
    }),
    row(undefined, [-140, null], {
      name: '六所小学教学仪器和多媒体设备采购',
      projectKind: 'equipment',
      state: 'under-way',
      area: null,
      money: [
        { source: 'province', amount: '80' },
        { source: 'county', amount: '106.5' },
      ],
    }),
  ];
}

function safety(scene: DemoScene): readonly RegisterContent[] {
  const [seat, second] = ofTown(scene, 'urban');
  const [near] = ofTown(scene, 'rural');
  const row = (
    school: RegisteredDemoSchool | undefined,
    on: number,
    details: Omit<Extract<RegisterDetails, { kind: 'safety' }>, 'kind'>,
  ): RegisterContent => ({
    schoolId: found(school, 'school').id,
    startsOn: scene.day(on),
    endsOn: null,
    details: { kind: 'safety', ...details },
    evidence: null,
  });
  return [
    row(near, -200, {
      case: 'hazard',
      severity: 'serious',
      facts: '围墙一段开裂，长约 12 米',
      putRightOn: scene.day(-170),
    }),
    row(seat, -150, { case: 'hazard', severity: 'minor', facts: '两间教室插座松动', putRightOn: scene.day(-148) }),
    row(second, -119, { case: 'hazard', severity: 'minor', facts: '校门口减速带破损', putRightOn: null }),
  ];
}

function ofTown(scene: DemoScene, kind: 'urban' | 'rural'): readonly RegisteredDemoSchool[] {
  return scene.registered.schools.filter(({ school }) => school.town.kind === kind && school.type === 'primary');
}
