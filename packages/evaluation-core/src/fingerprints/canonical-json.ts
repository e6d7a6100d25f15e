/**
 * JSON with one form per value: keys sorted by UTF-16 code unit, no white space, `undefined` members left out, numbers as their
 * shortest decimal (which ECMAScript fixes). So equal data has equal bytes in Node and in every browser.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a non-finite number has no JSON form');
    return JSON.stringify(value);
  }
  if (Array.isArray(value))
    return `[${value.map((each: unknown) => canonicalJson(each === undefined ? null : each)).join(',')}]`;
  if (typeof value === 'object') {
    const members: string[] = [];
    const record = value as Readonly<Record<string, unknown>>;
    // The default sort compares UTF-16 code units.
    for (const key of Object.keys(record).sort()) {
      const member = record[key];
      if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
    }
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`a ${typeof value} has no JSON form`);
}
