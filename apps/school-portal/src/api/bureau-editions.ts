import { answerOf } from '@junheng/api-client';
import { qualityBalance2017, type Edition } from '@junheng/evaluation-core';
import { client } from './client.ts';

/** The rules that a bureau published, as the server has them. One made from another base needs the words of that base too. */
export async function bureauEdition(id: string): Promise<Edition> {
  const { content } = await answerOf(
    client.GET('/api/v1/editions/{editionId}', { params: { path: { editionId: id } } }),
  );
  const edition = content as Edition;
  if (edition.base?.editionId !== qualityBalance2017.id) await import('./other-editions.ts');
  return edition;
}
