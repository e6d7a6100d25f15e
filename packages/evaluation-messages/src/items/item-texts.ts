import type { Both, Texts } from '../language.ts';

/** What a form says about one reported item: its name, and in plain words what counts and what does not (口径). */
export type ItemTexts = Readonly<Record<string, { readonly name: Both; readonly help: Both }>>;

/** `item.<id>` and `item.<id>.help` of each. */
export function keyedItems(items: ItemTexts): Texts {
  return Object.fromEntries(
    Object.entries(items).flatMap(([id, { name, help }]) => [
      [`item.${id}`, name],
      [`item.${id}.help`, help],
    ]),
  );
}
