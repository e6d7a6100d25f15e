/** One step into plain data: a member by name, or an element of a list by its identity. */
export interface Step {
  readonly name: string;
  readonly element: boolean;
}

/** Where two pieces of plain data differ. `undefined` = absent on that side. */
export interface JsonDifference {
  readonly path: readonly Step[];
  readonly before: unknown;
  readonly after: unknown;
  /** The elements of the list at the path are the same, in another order. */
  readonly reordered: boolean;
}

/**
 * Every leaf in which two pieces of plain JSON data differ. Lists whose elements carry an identity (`id`, or what stands for it) are
 * compared element by element whatever their order; other lists as one value. Empty exactly where the two are equal.
 */
export function jsonDifferences(
  before: unknown,
  after: unknown,
  path: readonly Step[] = [],
): readonly JsonDifference[] {
  if (before === after) return [];
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(before, after, path);
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) =>
      jsonDifferences(ownMember(before, name), ownMember(after, name), [...path, { name, element: false }]),
    );
  }
  return [{ path, before, after, reordered: false }];
}

function listDifferences(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly Step[],
): readonly JsonDifference[] {
  const [old, now] = [byIdentity(before), byIdentity(after)];
  if (old === null || now === null) {
    const same =
      before.length === after.length && before.every((each, index) => jsonDifferences(each, after[index]).length === 0);
    return same ? [] : [{ path, before, after, reordered: false }];
  }
  const ids = [...new Set([...old.keys(), ...now.keys()])];
  const differences = ids.flatMap((id) =>
    jsonDifferences(old.get(id), now.get(id), [...path, { name: id, element: true }]),
  );
  const kept = (own: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string =>
    JSON.stringify([...own.keys()].filter((id) => other.has(id)));
  return kept(old, now) === kept(now, old) ? differences : [...differences, { path, before, after, reordered: true }];
}

/** What tells the elements of an edition's lists apart, first match. */
const identities = ['id', 'type', 'item', 'stage', 'from'] as const;

/** The elements by identity, or null where one has none or two have the same. */
function byIdentity(list: readonly unknown[]): ReadonlyMap<string, unknown> | null {
  const elements = new Map<string, unknown>();
  for (const element of list) {
    const name = isRecord(element)
      ? identities.find((each) => typeof ownMember(element, each) === 'string')
      : undefined;
    const id = isRecord(element) && name !== undefined ? element[name] : undefined;
    if (typeof id !== 'string' || elements.has(id)) return null;
    elements.set(id, element);
  }
  return elements;
}

function ownMember(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
