import type { Region } from '@junheng/api-contract';

/** Those of them that are one of `own` or lie below one, in the same order. */
export function regionsBelow<R extends Pick<Region, 'id' | 'parentId'>>(
  regions: readonly R[],
  own: ReadonlySet<string>,
): readonly R[] {
  const parentOf = new Map(regions.map(({ id, parentId }) => [id, parentId]));
  const within = (id: string | null | undefined): boolean =>
    id !== null && id !== undefined && (own.has(id) || within(parentOf.get(id)));
  return regions.filter(({ id }) => within(id));
}
