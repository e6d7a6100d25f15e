import { RequestMethod } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { API_PREFIX } from '../../src/platform/http/application.ts';
import { ROUTE_ACCESS, type RouteAccess } from '../../src/platform/http/route-access.ts';

export interface Route {
  readonly method: string;
  /** `/api/v1/schools/:schoolId` */
  readonly path: string;
  /** `GET /schools/:schoolId`: how tests name it. */
  readonly name: string;
  readonly handler: string;
  readonly access: RouteAccess | undefined;
}

/** Every route of the application, read from the controllers Nest has wired. */
export function routesOf(app: NestFastifyApplication): readonly Route[] {
  const scanner = new MetadataScanner();
  const routes: Route[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (metatype === null || typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as object;
      const base = pathOf(Reflect.getMetadata('path', metatype));
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler: unknown = Reflect.get(prototype, name);
        if (typeof handler !== 'function' || !Reflect.hasMetadata('method', handler)) continue;
        const method = RequestMethod[Number(Reflect.getMetadata('method', handler))] ?? 'GET';
        const path = `${base}${pathOf(Reflect.getMetadata('path', handler))}`;
        const access = (Reflect.getMetadata(ROUTE_ACCESS, handler) ?? Reflect.getMetadata(ROUTE_ACCESS, metatype)) as
          RouteAccess | undefined;
        routes.push({
          method,
          path: `/${API_PREFIX}${path}`,
          name: `${method} ${path}`,
          handler: `${metatype.name}.${name}`,
          access,
        });
      }
    }
  }
  return routes.sort((left, right) => (left.name < right.name ? -1 : 1));
}

function pathOf(metadata: unknown): string {
  const path = typeof metadata === 'string' ? metadata.replaceAll(/^\/|\/$/g, '') : '';
  return path === '' ? '' : `/${path}`;
}
