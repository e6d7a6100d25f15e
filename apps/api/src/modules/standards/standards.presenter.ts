import type { Checklist, EditionSummary } from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';
import type { PublishedEdition } from './standards.types.ts';

export function presentEdition({ bureau, publishedAt, checklist: _, ...edition }: PublishedEdition): EditionSummary {
  return {
    ...edition,
    publishedAt: publishedAt.toISOString(),
    bureau: bureau && {
      regionId: bureau.regionId,
      regionName: bureau.regionName,
      name: { zhCN: bureau.name[0], en: bureau.name[1] },
      baseId: bureau.baseId,
      publishedBy: bureau.publishedBy,
    },
  };
}

export function presentChecklist({ id, bureau, publishedAt, checklist }: PublishedEdition): Checklist {
  return {
    id,
    region: { id: bureau?.regionId ?? '', name: bureau?.regionName ?? '' },
    name: { zhCN: bureau?.name[0] ?? '', en: bureau?.name[1] ?? '' },
    items: [...(checklist ?? [])],
    published: { at: publishedAt.toISOString(), by: bureau?.publishedBy ?? '' },
  };
}

/** Names of what a bureau added, for pages that did not load the edition. */
export function presentEditionTexts({ texts }: Edition): Record<string, [zhCN: string, en: string]> {
  return Object.fromEntries(Object.entries(texts ?? {}).map(([key, [zh, en]]) => [key, [zh, en]]));
}
