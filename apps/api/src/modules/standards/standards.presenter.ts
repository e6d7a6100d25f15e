import type { EditionSummary } from '@junheng/api-contract';
import type { PublishedEdition } from './standards.types.ts';

export function presentEdition({ bureau, publishedAt, ...edition }: PublishedEdition): EditionSummary {
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
