import type { Checklist, ChecklistReading, Checklists, PublishChecklistRequest } from '@junheng/api-contract';
import { addEditionTexts } from '@junheng/evaluation-messages';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';

/** The checklists within reach; their names are known to every page from then on. */
export const checklistsQuery = queryOptions({
  queryKey: ['checklists'],
  queryFn: async ({ signal }): Promise<Checklists> => {
    const answer = await asked(client.GET('/api/v1/checklists', { signal }));
    addEditionTexts(
      Object.fromEntries(
        answer.checklists.map(({ id, name }) => [`edition.${id}`, [name.zhCN, name.en] as const] as const),
      ),
    );
    return answer;
  },
});

export function publishChecklist(body: PublishChecklistRequest): Promise<Checklist> {
  return asked(client.POST('/api/v1/checklists', { body }));
}

/** Reads a sheet: what it says is shown, and nothing of it is kept. */
export function readChecklistSheet(regionId: string, file: File): Promise<ChecklistReading> {
  const form = new FormData();
  form.append('file', file, file.name);
  return asked(
    client.POST('/api/v1/regions/{regionId}/checklist-readings', {
      params: { path: { regionId } },
      body: { file: '' },
      bodySerializer: () => form,
    }),
  );
}

export const checklistSheetUrl = (language: string): string => `/api/v1/checklist-sheet?language=${language}`;
