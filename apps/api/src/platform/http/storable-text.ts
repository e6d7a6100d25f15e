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

/** Where a parsed request holds text that cannot be stored, as JSON pointers. */
export function findUnstorable(value: unknown, at = ''): readonly string[] {
  if (typeof value === 'string') return unstorable.test(value) ? [at] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    unstorable.test(key) ? [at] : findUnstorable(member, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

/** Fastify hook: such a request is refused at its place before any route sees it, instead of failing in the database. */
export async function refuseUnstorableText(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const places = [request.params, request.query, request.body].flatMap((part) => findUnstorable(part));
  if (places.length === 0) return undefined;
  const problems = places
    .slice(0, 20)
    .map((at): LocatedProblem => ({
      at,
      code: 'request.malformed',
      facts: { message: 'text with characters that cannot be stored' },
    }));
  return sendProblem(reply, request.id, new DomainError('request.malformed', { problems: places.length }, problems));
}
