import type { AuditQuery } from '@junheng/api-contract';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const ACTION = /^[a-z0-9-]+\.[a-z0-9-]+$/;
const CELL = /^[a-z0-9-]+(\.[a-z0-9-]+)?(@\d{1,2})?$/;
const PLACE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~\d{1,15}$/;

/** Name in the address and what it must look like: the server refuses the rest, an old link should not. */
const PARAMETERS = {
  person: ['personId', UUID],
  school: ['schoolId', UUID],
  county: ['countyId', UUID],
  cell: ['cell', CELL],
  action: ['action', ACTION],
  from: ['from', DAY],
  to: ['to', DAY],
  before: ['before', PLACE],
} as const;
export type AuditParameter = keyof typeof PARAMETERS;
const names = Object.keys(PARAMETERS) as AuditParameter[];

/** What the address asks for; what it does not understand it leaves out. */
export function readAuditView(address: URLSearchParams): AuditQuery {
  const query: Record<string, string> = {};
  for (const name of names) {
    const [member, shape] = PARAMETERS[name];
    const value = address.get(name);
    if (value !== null && shape.test(value)) query[member] = value;
  }
  return query;
}

/** The address with another filter: it begins at the newest entry again. An empty value takes the filter away. */
export function withFilter(address: URLSearchParams, name: AuditParameter, value: string): URLSearchParams {
  const next = new URLSearchParams(address);
  next.delete('before');
  if (value === '') next.delete(name);
  else next.set(name, value);
  return next;
}

export function isFiltered(address: URLSearchParams): boolean {
  return names.some((name) => name !== 'before' && address.has(name));
}

/** Actions by their first half, in the order given: a long list one can find something in. */
export function groupActions(
  actions: readonly string[],
): readonly (readonly [noun: string, actions: readonly string[]])[] {
  const groups = new Map<string, string[]>();
  for (const action of actions) {
    const noun = action.slice(0, action.indexOf('.'));
    groups.set(noun, [...(groups.get(noun) ?? []), action]);
  }
  return [...groups];
}
