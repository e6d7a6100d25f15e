import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { StandardSchemaSerializerInterceptor, type DynamicModule } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppConfig } from '../config/config.ts';
import type { Logger } from '../logging/logger.ts';
import { servePages } from './pages.ts';
import { DomainError } from '../errors/domain-error.ts';
import { ProblemFilter, sendProblem } from './problem.filter.ts';
import { requestValidation } from './request-validation.ts';
import { securityHeaders } from './security-headers.ts';
import { refuseUnstorableText } from './storable-text.ts';

export const API_PREFIX = 'api/v1';
/** Files of one upload. */
const MOST_FILES = 20;
/** A caller that sends its request a byte a minute is let go; the largest upload over a slow line needs less. */
const REQUEST_TIMEOUT = 300_000;

/** The HTTP application, initialised but not listening: the same for the server, the tests and the OpenAPI document. */
export async function createApplication(
  module: DynamicModule,
  config: AppConfig,
  logger: Logger,
  options: { readonly preview?: boolean } = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: config.bodyLimitBytes,
    trustProxy: config.trustedProxies.length === 0 ? false : [...config.trustedProxies],
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    requestTimeout: REQUEST_TIMEOUT,
    // An address that cannot be decoded never reaches a route, nor the hooks and filters.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      void sendProblem(
        reply,
        request.id,
        new DomainError('request.malformed', {}, [{ at: '', code: 'request.malformed' }]),
      );
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: false,
    abortOnError: false,
    // Fastify's own JSON parser; Nest would add one for forms, which any page of another site can send without asking.
    bodyParser: false,
    preview: options.preview ?? false,
  });
  app.setGlobalPrefix(API_PREFIX);
  app.useGlobalPipes(requestValidation());
  app.useGlobalInterceptors(new StandardSchemaSerializerInterceptor(app.get(Reflector)));
  app.useGlobalFilters(new ProblemFilter(logger));
  if (options.preview === true) return app;

  const server = adapter.getInstance();
  const headers = securityHeaders(config.mode);
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers).header('x-request-id', request.id);
    if (request.url.startsWith(`/${API_PREFIX}`)) void reply.header('cache-control', 'no-store');
  });
  server.removeContentTypeParser('text/plain');
  // The bytes of a resumable upload go from the connection to the disk: their route reads the stream itself.
  server.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  server.addHook('preValidation', refuseUnstorableText);
  server.addHook('onResponse', async (request, reply) => {
    if (!request.url.startsWith(`/${API_PREFIX}`)) return;
    logger.info('request', {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    });
  });
  await app.register(cookie);
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await app.register(multipart, {
    limits: { fileSize: config.uploadLimitBytes, files: MOST_FILES, fields: 20, fieldSize: 64 * 1024, parts: 50 },
  });
  servePages(server, config.appsDir);
  await app.init();
  await server.ready();
  return app;
}
