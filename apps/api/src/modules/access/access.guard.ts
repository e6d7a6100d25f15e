import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { permissions, type Permission } from '@junheng/api-contract';
import type { FastifyRequest } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import { ROUTE_ACCESS, type RouteAccess } from '../../platform/http/route-access.ts';
import { accessErrors } from './access.errors.ts';
import { Scope } from './access.scope.ts';
import { SESSION_COOKIE } from './session-cookie.ts';
import { SessionsService } from './sessions.service.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const CSRF_HEADER = 'x-csrf-token';

/** Before every route: the session, the CSRF token, the permission. What no decorator allows is denied. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const writes = !READING.has(request.method);
    // Browsers say where a request comes from; another site's page has no business writing here, signed in or not.
    if (writes && request.headers['sec-fetch-site'] === 'cross-site') throw accessErrors.csrf();
    if (route === undefined) throw accessErrors.permissionDenied('none');
    if (route.kind === 'public') return true;

    const token = request.cookies[SESSION_COOKIE];
    if (token === undefined || token === '') throw accessErrors.sessionRequired();
    // Behind a proxy found out anew each time it is asked for.
    const address = request.ip;
    const session = await this.sessions.resume(token, address);
    if (writes && !sameText(request.headers[CSRF_HEADER], session.csrfToken)) throw accessErrors.csrf();
    if (session.person.mustChangePassword && !route.duringPasswordChange) throw accessErrors.passwordChangeRequired();
    if (session.mustSetUpSecondFactor && !route.duringSetUp) throw accessErrors.secondFactorSetUpRequired();
    const permission = permissions.find((known) => known === route.permission);
    if (permission === undefined) throw accessErrors.permissionDenied(route.permission);
    if (!holds(session.person.id, session.grants, permission)) {
      // Whoever is in the middle of their work learns what happened to them, not only that they may not.
      const ended = await this.sessions.endedRole(session, permission);
      throw ended === null ? accessErrors.permissionDenied(permission) : accessErrors.roleEnded(ended);
    }
    request.access = { session, address, permission };
    return true;
  }
}

/** Everybody signed in may deal with their own session; all else comes from a grant. */
function holds(personId: string, grants: Parameters<typeof Scope.of>[1], permission: Permission): boolean {
  return permission === 'session.own' || Scope.of(personId, grants).carries(permission);
}

function sameText(given: string | string[] | undefined, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}
