import { SetMetadata } from '@nestjs/common';

/**
 * What a route asks of the caller: nothing, a session, or a named permission. A route that says nothing is refused at run
 * time and fails a test.
 */
export type RouteAccess =
  | { readonly kind: 'public' }
  | {
      readonly kind: 'permission';
      readonly permission: string;
      readonly duringPasswordChange: boolean;
      readonly duringSetUp: boolean;
    };

export const ROUTE_ACCESS = 'junheng:route-access';

/** Anybody may call this, signed in or not. Say why beside it. */
export const PublicRoute = () => SetMetadata(ROUTE_ACCESS, { kind: 'public' } satisfies RouteAccess);
