import { RoundWatchService } from '../../modules/self-reports/round-watch.service.ts';
import { SectionWorkService } from '../../modules/self-reports/section-work.service.ts';
import { reportOf, type OpenedRound } from './demo-rounds.ts';
import { found, type DemoScene } from './demo-scene.ts';

/** At school A the principal gives two sections of the form to a colleague, with a date of the school's own. */
export async function divideWork(scene: DemoScene, round: OpenedRound): Promise<void> {
  const { people, officials, cast, day } = scene;
  scene.goTo(-14);
  const { principal } = found(people.atSchools.get(cast.schoolA.id), 'people of school A');
  const scope = principal.scope.narrowedTo('self-reports.submit');
  const personId = officials.colleague.id;
  await scene.get(SectionWorkService).assign(scope, principal.actor, reportOf(round, cast.schoolA.id), {
    assignments: ['sports-venues', 'equipment'].map((section) => ({ section, personId, internalDate: day(10) })),
  });
}

/** The county tells all schools, and reminds those that have not begun. */
export async function remind(scene: DemoScene, round: OpenedRound): Promise<void> {
  const { people, cast, calendar } = scene;
  const { scope, actor } = people.administrator;
  const watch = scene.get(RoundWatchService);
  const rights = scope.narrowedTo('rounds.manage');
  scene.goTo(-13);
  await watch.send(rights, actor, round.roundId, {
    kind: 'announcement',
    text: '本年度填报请以学籍系统和资产台账为准，校舍面积按产权证填写。',
    schoolIds: [...round.reportOf.keys()],
  });
  calendar.step(20);
  const late = [...round.reportOf.keys()].filter((id) => cast.stateOf.get(id) === 'not-started');
  await watch.send(rights, actor, round.roundId, {
    kind: 'reminder',
    text: '请尽快开始填报，遇到问题请与督导室联系。',
    schoolIds: late,
  });
}
