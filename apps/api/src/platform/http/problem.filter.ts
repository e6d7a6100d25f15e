import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { errorKinds, type ErrorCode, type Problem } from '@junheng/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorCode } from '../database/startup-error.ts';
import { DomainError } from '../errors/domain-error.ts';
import { describeError, type Logger } from '../logging/logger.ts';

/** The database is gone, full, or ended the statement: worth trying again, unlike a fault of the program. */
const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  '57P01',
  '57P03',
  '53300',
  '53100',
  '57014',
  '40001',
  '40P01',
]);

/** No room left on the disk of the files, or this user's share of it is used up. */
const STORAGE_FULL = new Set(['ENOSPC', 'EDQUOT']);

/** A day no calendar of the database has (the year 0), though its text has the shape of a date. */
const IMPOSSIBLE_DATE = '22008';

/** The only place that knows both refusals and HTTP: RFC 9457 problems with a request id, and nothing of the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = toDomainError(thrown);
    if (error.kind === 'internal' || error.kind === 'unavailable') {
      this.logger.error('request.failed', {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        error: describeError(thrown),
        stack: thrown instanceof Error ? thrown.stack : undefined,
      });
    }
    if (reply.sent) return;
    void sendProblem(reply, request.id, error);
  }
}

export function sendProblem(reply: FastifyReply, requestId: string, error: DomainError): FastifyReply {
  const status = errorKinds[error.kind];
  const problem: Problem = {
    type: `urn:junheng:problem:${error.code}`,
    title: error.code.replaceAll(/[.-]/g, ' '),
    status,
    code: error.code,
    facts: { ...error.facts },
    ...(error.problems.length === 0
      ? {}
      : {
          problems: error.problems.map(({ at, code, facts }) => ({
            at,
            code,
            ...(facts ? { facts: { ...facts } } : {}),
          })),
        }),
    requestId,
  };
  const { retryAfterSeconds } = error.facts;
  if (typeof retryAfterSeconds === 'number') void reply.header('retry-after', String(Math.ceil(retryAfterSeconds)));
  return reply.status(status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
}

function toDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  const code = errorCode(thrown);
  if (code !== null && UNAVAILABLE.has(code)) return new DomainError('server.unavailable');
  if (code !== null && STORAGE_FULL.has(code)) return new DomainError('server.storage-full');
  if (code === IMPOSSIBLE_DATE) return new DomainError('request.malformed');
  const status = statusOf(thrown);
  const byStatus: Readonly<Record<number, ErrorCode>> = {
    400: 'request.malformed',
    404: 'request.not-found',
    405: 'request.not-found',
    413: 'request.too-large',
    414: 'request.too-large',
    415: 'request.unsupported-media',
    422: 'request.malformed',
    503: 'server.unavailable',
  };
  return new DomainError((status === null ? undefined : byStatus[status]) ?? 'server.internal');
}

/** Nest's own refusals and those of Fastify before Nest sees the request. */
function statusOf(thrown: unknown): number | null {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (
    typeof thrown === 'object' &&
    thrown !== null &&
    'statusCode' in thrown &&
    typeof thrown.statusCode === 'number'
  ) {
    return thrown.statusCode;
  }
  return null;
}
