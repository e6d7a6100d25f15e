import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, type LocatedProblem } from '../errors/domain-error.ts';
import { sendProblem } from './problem.filter.ts';

/** U+0000, which PostgreSQL's text cannot hold, and half characters (lone surrogates), which UTF-8 and JSONB cannot. */
const unstorable = /[\u0000\p{Surrogate}]/u;
const eachUnstorable = /[\u0000\p{Surrogate}]/gu;

/** The text with every such character replaced by U+FFFD: for names and texts read from files. */
export function storable(text: string): string {
  return text.replaceAll(eachUnstorable, '\uFFFD');
}

/** JSON for a JSONB column, of data whose texts come from files. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => (typeof member === 'string' ? storable(member) : member));
}

/** No request of this API is nested deeper than a few levels; what is, would end the recursion of whoever walks it. */
const DEEPEST = 64;

/**
 * Where a parsed request holds text that cannot be stored, or is nested deeper than any request of this API, as JSON pointers.
 */
export function findUnstorable(value: unknown): readonly string[] {
  const found: string[] = [];
  walk(value, [], found);
  return found;
}

function walk(value: unknown, path: string[], found: string[]): void {
  if (typeof value === 'string') {
    if (unstorable.test(value)) found.push(pointer(path));
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= DEEPEST) {
    found.push(pointer(path));
    return;
  }
  // A list of a million numbers, which no schema takes, must not cost more than reading it did.
  const members = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [name, member] of members) {
    if (typeof member !== 'string' && typeof member !== 'object' && typeof name === 'number') continue;
    const key = String(name);
    if (unstorable.test(key)) {
      found.push(pointer(path));
    } else if (typeof member === 'string' || typeof member === 'object') {
      path.push(key);
      walk(member, path, found);
      path.pop();
    }
  }
}

function pointer(path: readonly string[]): string {
  return path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Fastify hook: such a request is refused at its place before any route sees it, instead of failing further in. */
export async function refuseUnstorableText(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const places = [request.params, request.query, request.body].flatMap((part) => findUnstorable(part));
  if (places.length === 0) return undefined;
  const problems = places.slice(0, 20).map((at): LocatedProblem => ({
    at,
    code: 'request.malformed',
    facts: { message: 'text with characters that cannot be stored, or nested too deeply' },
  }));
  return sendProblem(reply, request.id, new DomainError('request.malformed', { problems: places.length }, problems));
}
