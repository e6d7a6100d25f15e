import { useQuery } from '@tanstack/react-query';
import { useMay } from '../display/use-may.ts';
import type { Places } from '../features/manage-people/model/grant-form.ts';
import { groupingsQuery } from '../server/groupings.ts';
import { regionsQuery, schoolsQuery } from '../server/organisations.ts';
import { unitsQuery } from '../server/units.ts';

/** Where roles can be given; null for whoever gives none and until all of it is known. */
export function usePlaces(): Places | null {
  const enabled = useMay()('people.manage');
  const { data: regions } = useQuery({ ...regionsQuery, enabled });
  const { data: units } = useQuery({ ...unitsQuery, enabled });
  const { data: groupings } = useQuery({ ...groupingsQuery, enabled });
  const { data: schools } = useQuery({ ...schoolsQuery(), enabled });
  if (!enabled || regions === undefined || units === undefined || groupings === undefined || schools === undefined) {
    return null;
  }
  return {
    regions: regions.regions,
    units: units.units,
    groupings: groupings.groupings,
    schools: schools.schools,
  };
}
