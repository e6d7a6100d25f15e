import type { ProjectTeam } from '@junheng/api-contract';
import type { InspectionRecord, VisitRecord } from './inspections.types.ts';

type Project = Pick<InspectionRecord, 'teams' | 'counties' | 'team'>;
type School = Pick<VisitRecord, 'schoolId' | 'countyCode'>;

/** Which of several teams goes to a school: the one it is given to by itself, else its county's; null where there is one team for all. */
export function teamOf({ teams, counties }: Pick<Project, 'teams' | 'counties'>, school: School): ProjectTeam | null {
  const countyId = counties.find(({ code }) => code === school.countyCode)?.countyId;
  return (
    teams.find(({ schoolIds }) => schoolIds.includes(school.schoolId)) ??
    teams.find(({ countyIds }) => countyId !== undefined && countyIds.includes(countyId)) ??
    null
  );
}

/** May somebody on the project's team record at this school? Leaders go everywhere, others to the schools of their own team. */
export function recordsAt(project: Project, school: School, personId: string | null): boolean {
  const own = project.team.find((each) => each.personId === personId);
  if (own === undefined) return false;
  if (own.part === 'lead') return true;
  const team = teamOf(project, school);
  return team === null || team.memberIds.includes(own.personId);
}

export type TeamFault =
  | { readonly kind: 'member-unknown'; readonly team: string }
  /** A county of none or of two of them, or a school of two. */
  | { readonly kind: 'not-divided' };

/** What is wrong with how people, counties and schools are divided; null where nothing is. */
export function teamFault(
  teams: readonly ProjectTeam[],
  of: { readonly personIds: readonly string[]; readonly countyIds: readonly string[] },
): TeamFault | null {
  if (teams.length === 0) return null;
  const stranger = teams.find(({ memberIds }) => !memberIds.every((id) => of.personIds.includes(id)));
  if (stranger !== undefined) return { kind: 'member-unknown', team: stranger.name };
  const counties = teams.flatMap(({ countyIds }) => countyIds);
  const schools = teams.flatMap(({ schoolIds }) => schoolIds);
  const divided =
    counties.length === of.countyIds.length &&
    of.countyIds.every((id) => counties.includes(id)) &&
    new Set(schools).size === schools.length;
  return divided ? null : { kind: 'not-divided' };
}
