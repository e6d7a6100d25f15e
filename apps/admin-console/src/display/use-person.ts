import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../server/session.ts';

/** Who is signed in; nobody's id while that is not known. */
export function usePerson(): string {
  const { data: known } = useQuery(sessionQuery);
  return known?.session.personId ?? '';
}
