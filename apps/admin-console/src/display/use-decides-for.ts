import type { ReviewLevel, Role } from '@junheng/api-contract';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../server/session.ts';

const levelOf: Readonly<Partial<Record<Role, ReviewLevel>>> = {
  'county-administrator': 'county',
  'city-reviewer': 'city',
  'province-reviewer': 'province',
};

/** The levels of review the signed-in person decides for somewhere. The server decides again, at each school. */
export function useDecidesFor(): readonly ReviewLevel[] {
  const { data: known } = useQuery(sessionQuery);
  return (known?.session.grants ?? []).flatMap(({ role }) => levelOf[role] ?? []);
}
