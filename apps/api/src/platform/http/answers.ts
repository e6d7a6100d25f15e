import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { ZodType } from 'zod';

/**
 * What a route answers: only what this schema names leaves the server, and OpenAPI says so.
 * Without a schema: 204, no body.
 */
export function Answers(schema?: ZodType, options: { readonly status?: number } = {}): MethodDecorator {
  const status = options.status ?? (schema === undefined ? 204 : 200);
  return schema === undefined
    ? applyDecorators(HttpCode(status), ApiResponse({ status }))
    : applyDecorators(HttpCode(status), SerializeOptions({ schema }), ApiResponse({ status, standardSchema: schema }));
}
