import { qualityBalance2017, type Edition } from '@junheng/evaluation-core';
import { addEditionTexts } from '@junheng/evaluation-messages/plain';
import { queryOptions } from '@tanstack/react-query';

/**
 * The rules of a round, null where this page does not know them. Nearly every round is on 教督〔2017〕6号, whose rules and words come with the
 * form; those of other editions are fetched when a round needs them, those of a bureau's own (`b-…`) from the server, with their words.
 */
export function editionQuery(id: string) {
  const ofBureau = id.startsWith('b-');
  return queryOptions({
    // A bureau's is kept on the device (device/last-seen.ts); the shipped ones are part of the page.
    queryKey: [ofBureau ? 'bureau-edition' : 'edition', id],
    queryFn: async (): Promise<Edition | null> =>
      ofBureau
        ? (await import('./bureau-editions.ts')).bureauEdition(id)
        : (await import('./other-editions.ts')).shippedEdition(id),
    select: withWords,
    initialData: id === qualityBalance2017.id ? (qualityBalance2017 as Edition | null) : undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
    structuralSharing: false,
  });
}

/** Also where it comes from this device: what it names must have its words before it is shown. */
function withWords(edition: Edition | null): Edition | null {
  if (edition?.texts !== undefined) addEditionTexts(edition.texts);
  return edition;
}
