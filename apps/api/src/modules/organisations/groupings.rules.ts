import { areaKinds } from '@junheng/api-contract';
import type { GroupingKind, MemberRecord, WantedMember } from './groupings.types.ts';
import { dayBefore } from './school-register.rules.ts';

/** Areas divide the schools, school groups gather some of them. */
export function isArea(kind: GroupingKind): boolean {
  return areaKinds.some((area) => area === kind);
}

type Held = Pick<MemberRecord, 'schoolId' | 'part' | 'startsOn' | 'endsOn'>;

/** What has to be written so that exactly the wanted schools are members from a day on. */
export interface MemberChanges {
  /** They leave: their last day is the day before. */
  readonly ending: readonly { readonly schoolId: string; readonly startsOn: string; readonly endsOn: string }[];
  /** They joined on that very day: it is as if they never had. */
  readonly undone: readonly { readonly schoolId: string; readonly startsOn: string }[];
  readonly joining: readonly WantedMember[];
}

/** The first day a change may take effect: not before the last one did. Null while nobody ever was a member. */
export function earliestChange(members: readonly Held[]): string | null {
  const days = members.map(({ startsOn }) => startsOn).sort();
  return days.at(-1) ?? null;
}

/** @param from not before `earliestChange` */
export function memberChanges(held: readonly Held[], wanted: readonly WantedMember[], from: string): MemberChanges {
  const partOf = new Map(wanted.map(({ schoolId, part }) => [schoolId, part]));
  const running = held.filter(({ endsOn }) => endsOn === null || endsOn >= from);
  const staying = new Set(
    running.filter(({ schoolId, part }) => partOf.get(schoolId) === part).map(({ schoolId }) => schoolId),
  );
  const leaving = running.filter(({ schoolId }) => !staying.has(schoolId));
  return {
    ending: leaving.flatMap(({ schoolId, startsOn }) =>
      startsOn < from ? [{ schoolId, startsOn, endsOn: dayBefore(from) }] : [],
    ),
    undone: leaving.flatMap(({ schoolId, startsOn }) => (startsOn < from ? [] : [{ schoolId, startsOn }])),
    joining: wanted.filter(({ schoolId }) => !staying.has(schoolId)),
  };
}
