import type { Grouping } from '@junheng/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { groupingsQuery } from '../server/groupings.ts';

/** Where the chosen area or school group stands in the address of every list of schools. */
export const GROUPING_PARAMETER = 'group';

export interface GroupingChoice {
  /** Null when none is chosen, or the one in the address is not known here. */
  readonly chosen: Grouping | null;
  /** Is the school one of the chosen grouping's? Every school is while none is chosen. */
  readonly includes: (schoolId: string) => boolean;
}

/** The area or school group the address names: any list of schools is narrowed by `includes`. */
export function useGroupingFilter(): GroupingChoice {
  const [query] = useSearchParams();
  const id = query.get(GROUPING_PARAMETER);
  const { data } = useQuery({ ...groupingsQuery, enabled: id !== null });
  return useMemo(() => {
    const chosen = data?.groupings.find((grouping) => grouping.id === id) ?? null;
    const schools = new Set(chosen?.schoolIds ?? []);
    return { chosen, includes: (schoolId) => chosen === null || schools.has(schoolId) };
  }, [data, id]);
}
