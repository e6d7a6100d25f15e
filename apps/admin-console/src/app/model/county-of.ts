import type { Region } from '@junheng/api-contract';

/** The county a place is or lies in; null above counties and for a place that is not known. */
export function countyOf(regions: readonly Region[], regionId: string): string | null {
  const byId = new Map(regions.map((region) => [region.id, region]));
  let region = byId.get(regionId);
  while (region !== undefined && region.level !== 'county') region = byId.get(region.parentId ?? '');
  return region?.id ?? null;
}
