import type { ChangeDraftRequest, CopyEditionRequest, EditionDraft, EditionSummary } from '@junheng/api-contract';
import { editionById, type Edition } from '@junheng/evaluation-core';
import { addEditionTexts } from '@junheng/evaluation-messages';
import { queryOptions } from '@tanstack/react-query';
import { asked, client, done } from './connection.ts';

/** The published editions; the names of bureaus' own are known to every page from then on. */
export const editionsQuery = queryOptions({
  queryKey: ['editions'],
  queryFn: async ({ signal }) => {
    const answer = await asked(client.GET('/api/v1/editions', { signal }));
    addEditionTexts(
      Object.fromEntries(
        answer.editions.flatMap(({ id, bureau }) =>
          bureau === null ? [] : [[`edition.${id}`, [bureau.name.zhCN, bureau.name.en] as const] as const],
        ),
      ),
    );
    return answer;
  },
  staleTime: 60_000,
});

/** The rules of an edition: those that ship are here, a bureau's own are fetched, once, with their words. */
export const editionQuery = (id: string) =>
  queryOptions({
    queryKey: ['edition', id],
    queryFn: async ({ signal }): Promise<Edition> => {
      const shipped = editionById(id);
      if (shipped !== undefined) return shipped;
      const { content } = await asked(
        client.GET('/api/v1/editions/{editionId}', { params: { path: { editionId: id } }, signal }),
      );
      const edition = content as Edition;
      addEditionTexts(edition.texts ?? {});
      return edition;
    },
    initialData: editionById(id),
    staleTime: Infinity,
    structuralSharing: false,
  });

export const draftsKey = ['edition-drafts'] as const;

export const draftsQuery = queryOptions({
  queryKey: draftsKey,
  // Here and below: the generated types know a pair of words only as a list.
  queryFn: async ({ signal }) =>
    (await asked(client.GET('/api/v1/edition-drafts', { signal }))) as { readonly drafts: EditionDraft[] },
});

export const draftQuery = (editionDraftId: string) =>
  queryOptions({
    queryKey: [...draftsKey, editionDraftId],
    queryFn: async ({ signal }) =>
      (await asked(
        client.GET('/api/v1/edition-drafts/{editionDraftId}', { params: { path: { editionDraftId } }, signal }),
      )) as EditionDraft,
    // What is being changed must not be replaced under one's hands.
    staleTime: Infinity,
  });

export async function copyEdition(body: CopyEditionRequest): Promise<EditionDraft> {
  return (await asked(client.POST('/api/v1/edition-drafts', { body }))) as EditionDraft;
}

export async function changeDraft(editionDraftId: string, body: ChangeDraftRequest): Promise<EditionDraft> {
  const call = client.PUT('/api/v1/edition-drafts/{editionDraftId}', { params: { path: { editionDraftId } }, body });
  return (await asked(call)) as EditionDraft;
}

export function discardDraft(editionDraftId: string): Promise<void> {
  return done(client.DELETE('/api/v1/edition-drafts/{editionDraftId}', { params: { path: { editionDraftId } } }));
}

export function publishDraft(editionDraftId: string, revision: number): Promise<EditionSummary> {
  return asked(
    client.POST('/api/v1/edition-drafts/{editionDraftId}/publication', {
      params: { path: { editionDraftId } },
      body: { revision },
    }),
  );
}
