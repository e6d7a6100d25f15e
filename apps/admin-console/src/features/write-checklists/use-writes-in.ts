import { permissionsByRole } from '@junheng/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sessionQuery } from '../../server/session.ts';

/** The regions granted as a whole to a role that writes checklists: in them and below, the server takes one. */
export function useWritesIn(): ReadonlySet<string> {
  const { data: known } = useQuery(sessionQuery);
  const grants = known?.session.grants;
  return useMemo(
    () =>
      new Set(
        (grants ?? []).flatMap(({ role, place }) =>
          place.kind === 'region' && permissionsByRole[role].includes('checklists.manage') ? [place.regionId] : [],
        ),
      ),
    [grants],
  );
}
