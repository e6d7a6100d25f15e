import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Permission } from '@junheng/api-contract';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/database/actor.ts';
import { InvariantError } from '../../platform/errors/domain-error.ts';
import { ROUTE_ACCESS, type RouteAccess } from '../../platform/http/route-access.ts';
import { Scope } from './access.scope.ts';
import type { LiveSession, RequestAccess } from './access.types.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard on every route that asks for a permission. */
    access?: RequestAccess;
  }
}

/**
 * The one permission a route asks for. `duringPasswordChange` leaves the route open to somebody who must change a printed
 * password first, `duringSetUp` to somebody who must set up a second factor first.
 */
export const RequirePermission = (
  permission: Permission,
  options: { readonly duringPasswordChange?: boolean; readonly duringSetUp?: boolean } = {},
) =>
  SetMetadata(ROUTE_ACCESS, {
    kind: 'permission',
    permission,
    duringPasswordChange: options.duringPasswordChange ?? false,
    duringSetUp: options.duringSetUp ?? false,
  } satisfies RouteAccess);

/** The caller's scope, narrowed to the permission of the route. */
export const CurrentScope = createParamDecorator((_data: unknown, context: ExecutionContext): Scope => {
  const { session, permission } = accessOf(context);
  return Scope.of(session.person.id, session.grants).narrowedTo(permission);
});

/**
 * The caller's scope with all grants: for presenting what else the person may do with something the narrowed scope has
 * already found (`may.submit` in an answer to a read).
 */
export const CurrentFullScope = createParamDecorator((_data: unknown, context: ExecutionContext): Scope => {
  const { session } = accessOf(context);
  return Scope.of(session.person.id, session.grants);
});

/** The caller as the actor of transactions and audit entries; anonymous on public routes. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return request.access === undefined
    ? { kind: 'anonymous', address: request.ip }
    : actorOf(request.access.session, request.access.address);
});

export const CurrentSession = createParamDecorator(
  (_data: unknown, context: ExecutionContext): LiveSession => accessOf(context).session,
);

export function actorOf(session: LiveSession, address: string): Actor {
  return {
    kind: 'person',
    personId: session.person.id,
    name: session.person.displayName,
    sessionId: session.id,
    address,
  };
}

function accessOf(context: ExecutionContext): RequestAccess {
  const { access } = context.switchToHttp().getRequest<FastifyRequest>();
  if (access === undefined) throw new InvariantError('a public route has no session, scope or permission');
  return access;
}
