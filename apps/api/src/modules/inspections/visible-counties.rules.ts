import type { Scope } from '../access/access.scope.ts';
import type { InspectedCounty, InspectionRecord } from './inspections.types.ts';

/** The counties of a project whose schools a caller reads: its team all of them, others their own and nothing of their neighbours. */
export function visibleCountiesOf(scope: Scope, { team, counties }: InspectionRecord): readonly InspectedCounty[] {
  const reads = scope.narrowedTo('inspections.read');
  const onTeam = team.some(({ personId }) => personId === scope.personId);
  return counties.filter(({ path }) => onTeam || reads.coversRegionPath(path));
}

/** Whether a school of the project lies in one of them. */
export function readsSchool(
  scope: Scope,
  inspection: InspectionRecord,
  school: { readonly countyCode: string },
): boolean {
  return visibleCountiesOf(scope, inspection).some(({ code }) => code === school.countyCode);
}
