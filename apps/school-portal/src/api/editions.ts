import { qualityBalance2017, type Edition } from '@junheng/evaluation-core';
import { queryOptions } from '@tanstack/react-query';

/**
 * The rules of a round, null where this page does not know them. Nearly every round is on 教督〔2017〕6号, whose rules and words come with the
 * form; those of other editions are fetched when a round needs them.
 */
export function editionQuery(id: string) {
  return queryOptions({
    queryKey: ['edition', id],
    queryFn: async (): Promise<Edition | null> => (await import('./other-editions.ts')).shippedEdition(id),
    initialData: id === qualityBalance2017.id ? (qualityBalance2017 as Edition | null) : undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
    structuralSharing: false,
  });
}
