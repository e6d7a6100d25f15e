import type { Permission } from '@junheng/api-contract';
import { useQuery } from '@tanstack/react-query';
import { isAllowed, sessionQuery } from '../server/session.ts';

/** What the signed-in person may do. The server decides again; this only decides what is offered. */
export function useMay(): (permission: Permission) => boolean {
  const { data: known } = useQuery(sessionQuery);
  return (permission) => known !== null && known !== undefined && isAllowed(known.session, permission);
}
