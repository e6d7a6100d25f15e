import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../errors/domain-error.ts';
import { sendProblem } from './problem.filter.ts';

interface BuiltApp {
  /** Where it is served, with a slash at both ends. */
  readonly base: string;
  readonly folder: string;
  /** Paths of its files, with forward slashes: nothing else of the disk can be asked for. */
  readonly files: ReadonlySet<string>;
}

/**
 * Serves the two built apps: a file that exists is sent (hashed assets may be cached for ever), a path that looks like a
 * file and does not exist is a 404, and everything else is the app's index.html, whose router takes over.
 */
export function servePages(server: FastifyInstance, appsDir: string): void {
  // Only decorates `sendFile`: which paths exist is decided below.
  void server.register(fastifyStatic, { root: appsDir, serve: false, cacheControl: false });
  for (const [base, name] of [
    ['/admin/', 'admin-console'],
    ['/', 'school-portal'],
  ] as const) {
    const folder = join(appsDir, name, 'dist');
    const app: BuiltApp = { base, folder, files: new Set(listFiles(folder)) };
    server.get(`${base}*`, (request, reply) => sendPage(app, request, reply));
    if (base !== '/') server.get(base.slice(0, -1), (_request, reply) => reply.redirect(base, 308));
  }
}

function sendPage(app: BuiltApp, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = (request.url.split('?')[0] ?? '/').slice(app.base.length);
  if (app.files.has(path)) return sendFile(app, path, reply);
  if (path.startsWith('api/') || path.startsWith('assets/') || /\.[a-z0-9]{1,8}$/i.test(path)) {
    return sendProblem(reply, request.id, new DomainError('request.not-found'));
  }
  if (app.files.has('index.html')) return sendFile(app, 'index.html', reply);
  return reply.status(503).type('text/plain; charset=utf-8').send('The pages are not built yet: run `npm start`.\n');
}

/** Names of assets carry the hash of their content; every other file is asked for anew, by its tag. */
function sendFile(app: BuiltApp, path: string, reply: FastifyReply): FastifyReply {
  return reply
    .header('cache-control', path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    .sendFile(path, app.folder);
}

function listFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}
