import type { INestApplicationContext, Type } from '@nestjs/common';
import { addDays } from './demo-calendar.ts';
import type { DemoOfficials } from './demo-people.ts';
import type { RegisteredDemoSchool } from './demo-register.ts';
import type { DemoCast } from './demo-round-states.ts';
import { DemoIncompleteError, type DemoStage, type OpenedRound } from './demo-rounds.ts';

/** What the acts of a county's year share: services, people, schools, and days counted from the day of the demonstration. */
export interface DemoScene extends Pick<DemoStage, 'calendar' | 'registered' | 'people' | 'editionId' | 'reports'> {
  readonly get: <Service>(service: Type<Service>) => Service;
  readonly officials: DemoOfficials;
  readonly cast: DemoCast;
  readonly lastYear: OpenedRound;
  readonly countyId: string;
  /** `YYYY-MM-DD`, so many days from the day of the demonstration; negative: before it. */
  readonly day: (days: number) => string;
  /** Goes to the morning of such a day, unless it has come. */
  readonly goTo: (days: number) => void;
}

export function sceneOf(
  context: INestApplicationContext,
  stage: DemoStage,
  others: Pick<DemoScene, 'officials' | 'cast' | 'lastYear'>,
): DemoScene {
  const { calendar, registered, people, editionId, reports } = stage;
  const day = (days: number): string => addDays(calendar.today, days);
  return {
    ...others,
    calendar,
    registered,
    people,
    editionId,
    reports,
    countyId: registered.countyId,
    get: (service) => context.get(service),
    day,
    goTo: (days) => {
      // Two things of one day happen one after the other.
      if (calendar.clock.now().toISOString().slice(0, 10) < day(days)) calendar.goTo(day(days));
    },
  };
}

/** @throws DemoIncompleteError where the generated county lacks what the demonstration needs */
export function found<Thing>(thing: Thing | null | undefined, what: string): Thing {
  if (thing === null || thing === undefined) throw new DemoIncompleteError(`there is no ${what}`);
  return thing;
}

export function schoolOf({ registered }: Pick<DemoScene, 'registered'>, schoolId: string): RegisteredDemoSchool {
  return found(
    registered.schools.find(({ id }) => id === schoolId),
    `school ${schoolId}`,
  );
}

export function sectionOf({ registered }: Pick<DemoScene, 'registered'>, name: string): string {
  return found(registered.sectionIds.get(name), `section ${name}`);
}
