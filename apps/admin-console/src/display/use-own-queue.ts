import type { RoundSelfReport } from '@junheng/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { groupingsQuery } from '../server/groupings.ts';
import { reviewAssignmentsQuery } from '../server/rounds.ts';

/** Where it stands in the address that only one's own schools are listed. */
export const OWN_QUEUE_PARAMETER = 'mine';

export interface OwnQueue {
  /** Something was given to the person in this round. */
  readonly offered: boolean;
  /** Sections of the form that were given to the person, of every school. */
  readonly sections: readonly string[];
  /** Does the list hold this report? Every one while it is not narrowed. */
  readonly includes: (row: Pick<RoundSelfReport, 'schoolId' | 'townName' | 'type'>) => boolean;
}

/** What was given to the signed-in person to review, and whether the address narrows the list to it. */
export function useOwnQueue(roundId: string): OwnQueue {
  const [query] = useSearchParams();
  const narrowed = query.get(OWN_QUEUE_PARAMETER) === '1';
  const { data } = useQuery(reviewAssignmentsQuery(roundId));
  const { data: known } = useQuery({
    ...groupingsQuery,
    enabled: data?.assignments.some(({ own, kind }) => own && kind === 'grouping') ?? false,
  });
  return useMemo(() => {
    const own = (data?.assignments ?? []).filter((each) => each.own);
    const of = (kind: string) => own.filter((each) => each.kind === kind).map(({ subject }) => subject);
    const [towns, types, sections, groupingIds] = [of('town'), of('type'), of('section'), of('grouping')];
    const schools = new Set(
      (known?.groupings ?? []).flatMap(({ id, schoolIds }) => (groupingIds.includes(id) ? schoolIds : [])),
    );
    // Who has only sections reads those of every school.
    const all = !narrowed || own.length === 0 || (towns.length === 0 && types.length === 0 && groupingIds.length === 0);
    return {
      offered: own.length > 0,
      sections,
      includes: ({ schoolId, townName, type }) =>
        all || (townName !== null && towns.includes(townName)) || types.includes(type) || schools.has(schoolId),
    };
  }, [data, known, narrowed]);
}
