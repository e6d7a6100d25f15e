import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../errors/domain-error.ts';
import { sendProblem } from './problem.filter.ts';

interface BuiltApp {
  /** Where it is served, with a slash at both ends. */
  readonly base: string;
  readonly folder: string;
}

/**
 * Serves the two built apps: a file that exists is sent (hashed assets may be cached for ever), a path that looks like a
 * file and does not exist is a 404, and everything else is the app's index.html, whose router takes over.
 */
export async function servePages(server: FastifyInstance, appsDir: string): Promise<void> {
  const apps: readonly BuiltApp[] = [
    { base: '/admin/', folder: join(appsDir, 'admin-console', 'dist') },
    { base: '/', folder: join(appsDir, 'school-portal', 'dist') },
  ];
  await server.register(fastifyStatic, { root: appsDir, serve: false });
  for (const app of apps) {
    const files = new Set(listFiles(app.folder));
    const answer = (request: FastifyRequest, reply: FastifyReply) => sendPage(app, files, request, reply);
    server.get(`${app.base}*`, answer);
    if (app.base !== '/') server.get(app.base.slice(0, -1), (_request, reply) => reply.redirect(app.base, 308));
  }
}

function sendPage(
  app: BuiltApp,
  files: ReadonlySet<string>,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const path = (request.url.split('?')[0] ?? '/').slice(app.base.length);
  if (path.startsWith('api/')) return sendProblem(reply, request.id, new DomainError('request.not-found'));
  if (files.has(path)) {
    const immutable = path.startsWith('assets/');
    return reply
      .header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
      .sendFile(path, app.folder, { cacheControl: false });
  }
  if (/\.[a-z0-9]{1,8}$/i.test(path) || path.startsWith('assets/')) {
    return sendProblem(reply, request.id, new DomainError('request.not-found'));
  }
  if (!files.has('index.html')) {
    return reply.status(503).type('text/plain; charset=utf-8').send('The pages are not built yet: run `npm start`.\n');
  }
  return reply.header('cache-control', 'no-cache').sendFile('index.html', app.folder, { cacheControl: false });
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
