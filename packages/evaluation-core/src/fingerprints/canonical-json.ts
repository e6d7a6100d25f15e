/**
 * JSON with one form per value: keys sorted by UTF-16 code unit, no white space, `undefined` members left out, numbers as their
 * shortest decimal (which ECMAScript fixes). So equal data has equal bytes in Node and in every browser.
 */
export function canonicalJson(value: unknown): string {
  // Where there is no object there is nothing to sort.
  if (isWithoutObjects(value)) return JSON.stringify(value);
  if (Array.isArray(value)) {
    let text = '';
    for (const each of value as readonly unknown[])
      text += `${text === '' ? '' : ','}${canonicalJson(each === undefined ? null : each)}`;
    return `[${text}]`;
  }
  if (typeof value === 'object') {
    let text = '';
    const record = value as Readonly<Record<string, unknown>>;
    for (const { key, written } of inOrder(Object.keys(record))) {
      const member = record[key];
      if (member === undefined) continue;
      text += `${text === '' ? '' : ','}${written}${typeof member === 'string' ? JSON.stringify(member) : canonicalJson(member)}`;
    }
    return `{${text}}`;
  }
  throw new TypeError(`a ${typeof value} has no JSON form`);
}

interface OrderedKey {
  readonly key: string;
  /** As JSON, with the colon. */
  readonly written: string;
}

/** Hundreds of schools report the same cells: the order of their names is found once. By the names, as they came. */
const orders = new Map<string, readonly OrderedKey[]>();
const MOST_ORDERS = 1000;

function inOrder(keys: readonly string[]): readonly OrderedKey[] {
  const names = JSON.stringify(keys);
  const known = orders.get(names);
  if (known !== undefined) return known;
  // The default sort compares UTF-16 code units.
  const ordered = [...keys].sort().map((key) => ({ key, written: `${JSON.stringify(key)}:` }));
  if (orders.size >= MOST_ORDERS) orders.clear();
  orders.set(names, ordered);
  return ordered;
}

/** A plain value, or an array of such and of arrays of them. */
function isWithoutObjects(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('a non-finite number has no JSON form');
      return true;
    default:
      return (
        value === null ||
        (Array.isArray(value) &&
          (value as readonly unknown[]).every((each) => each === undefined || isWithoutObjects(each)))
      );
  }
}
