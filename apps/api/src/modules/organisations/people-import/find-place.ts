import { plainText, variantKey } from '../school-import/school-sheet.ts';

/** Where a role may be held. */
export interface KnownPlace {
  readonly kind: 'region' | 'unit' | 'area' | 'school';
  readonly id: string;
  readonly name: string;
  /** Of a school and a region; empty elsewhere. */
  readonly code: string;
}

export type FoundPlace =
  | { readonly kind: 'exact' | 'variant'; readonly place: KnownPlace }
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] }
  | { readonly kind: 'unknown' };

/**
 * The place a row means: by its code where it has one, else by its name, else by a variant of a name (甲县第二小学校 for
 * 第2小学). A code that is nobody's is unknown, whatever the name says.
 */
export function findPlace(
  wanted: { readonly name: string; readonly code: string },
  places: readonly KnownPlace[],
  regionNames: readonly string[],
): FoundPlace {
  const code = wanted.code.normalize('NFKC').trim();
  if (code !== '') {
    const place = places.find((each) => each.code === code);
    if (place === undefined) return { kind: 'unknown' };
    const same = variantKey(place.name, regionNames) === variantKey(wanted.name, regionNames);
    return { kind: same ? 'exact' : 'variant', place };
  }
  const plain = plainText(wanted.name);
  const named = places.filter(({ name, code: own }) => plainText(name) === plain || (own !== '' && own === plain));
  if (named.length > 0) return one(named, 'exact');
  const key = variantKey(wanted.name, regionNames);
  return one(
    places.filter(({ name }) => variantKey(name, regionNames) === key),
    'variant',
  );
}

function one(places: readonly KnownPlace[], kind: 'exact' | 'variant'): FoundPlace {
  const [place, another] = places;
  if (place === undefined) return { kind: 'unknown' };
  return another === undefined
    ? { kind, place }
    : { kind: 'ambiguous', names: places.slice(0, 5).map(({ name }) => name) };
}
