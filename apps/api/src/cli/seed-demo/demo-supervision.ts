import { SupervisionService } from '../../modules/supervision/supervision.service.ts';
import { addDays } from './demo-calendar.ts';
import type { DemoPerson } from './demo-people.ts';
import type { DemoScene } from './demo-scene.ts';

/** What a responsible inspector looked at, and now and then found. */
const topics = ['校园安全', '课后服务', '作业管理', '食堂卫生', '课程开设'];
const findings = [
  { fact: '作业公示不及时', demand: '每周一公示', dueOn: null },
  { fact: '消防通道堆放杂物', demand: '立即清理', dueOn: null },
];
const DAYS_OF_VISITS = 7;

/** Regular supervision (责任督学挂牌): once a month, from the last month on. */
export async function setVisitRule(scene: DemoScene): Promise<void> {
  const { people, countyId } = scene;
  scene.goTo(-62);
  await scene
    .get(SupervisionService)
    .setRule(people.administrator.scope.narrowedTo('supervision.manage'), people.administrator.actor, countyId, {
      period: 'month',
      visits: 1,
      since: firstOfLastMonth(scene),
    });
}

/** Everybody was visited but every seventh school: that visit is overdue. */
export async function visitLastMonth(scene: DemoScene): Promise<void> {
  const first = firstOfLastMonth(scene);
  await visit(scene, (at) => (at % 7 === 6 ? null : addDays(first, at % DAYS_OF_VISITS)));
}

/** As far as the month has come: two of three schools. */
export async function visitThisMonth(scene: DemoScene): Promise<void> {
  const first = `${scene.calendar.today.slice(0, 7)}-01`;
  const begin = first > scene.day(-8) ? first : scene.day(-8);
  const last = scene.day(-2);
  await visit(scene, (at) => {
    const day = addDays(begin, at % DAYS_OF_VISITS);
    return at % 3 === 2 || day > last ? null : day;
  });
}

async function visit(scene: DemoScene, dayOf: (at: number) => string | null): Promise<void> {
  const { registered, people, officials, calendar } = scene;
  const own = new Set(registered.schools.slice(0, Math.ceil(registered.schools.length / 3)).map(({ id }) => id));
  const wanted = registered.schools
    .flatMap(({ id }, at) => {
      const on = dayOf(at);
      return on === null ? [] : [{ id, at, on }];
    })
    .toSorted((one, other) => one.on.localeCompare(other.on) || one.at - other.at);
  const supervision = scene.get(SupervisionService);
  for (const { id, at, on } of wanted) {
    if (calendar.clock.now().toISOString().slice(0, 10) < on) calendar.goTo(on);
    const by: DemoPerson = own.has(id) ? officials.areaInspector : people.inspector;
    const odd = at % 6 === 1 ? [findings[at % findings.length] ?? findings[0]] : [];
    await supervision.record(by.scope.narrowedTo('supervision.record'), by.actor, id, {
      visitedOn: on,
      topic: topics[at % topics.length] ?? '校园安全',
      note: at % 4 === 0 ? '进班听课两节，与值周教师交流。' : '',
      findings: odd.flatMap((each) => each ?? []),
    });
    calendar.step(1);
  }
}

function firstOfLastMonth({ calendar }: DemoScene): string {
  return `${addDays(`${calendar.today.slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
}
