import type { Scope } from '../../access/access.scope.ts';
import { teamOf } from '../teams.rules.ts';
import { visibleCountiesOf } from '../visible-counties.rules.ts';
import type { Compared, VisiblePart } from './consolidation.types.ts';

/** What a caller reads of a project: its team all of it, others their own counties and nothing of their neighbours. */
export function visiblePartOf(scope: Scope, compared: Compared): VisiblePart {
  const { inspection } = compared;
  const counties = visibleCountiesOf(scope, inspection);
  const codes = new Set(counties.map(({ code }) => code));
  const countyIds = new Set(counties.map(({ countyId }) => countyId));
  const schools = compared.schools.filter(({ school }) => codes.has(school.countyCode));
  const hidden = compared.schools.filter(({ school }) => !codes.has(school.countyCode));
  return {
    ...compared,
    inspection: { ...inspection, counties },
    schools,
    whole: counties.length === inspection.counties.length,
    // A team that also goes elsewhere would be shown with a part of its numbers.
    teams: inspection.teams.filter(
      (team) =>
        team.countyIds.every((id) => countyIds.has(id)) &&
        !hidden.some(({ school }) => teamOf(inspection, school)?.name === team.name),
    ),
  };
}
