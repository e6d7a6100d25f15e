import { problemSchema } from '@junheng/api-contract';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

/** The document of all routes, made from the contract's schemas. Every operation may answer a problem. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Junheng')
    .setDescription('The API of Junheng 均衡. Refusals are RFC 9457 problems with a stable code.')
    .setVersion('1')
    .addCookieAuth('junheng_session')
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  // A named schema would become a reference to itself.
  const problem = z.toJSONSchema(z.object(problemSchema.shape), { io: 'output', target: 'openapi-3.0' });
  const answer = {
    description: 'A problem',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [
      path,
      Object.fromEntries(
        Object.entries(item).map(([method, operation]: [string, unknown]) => [
          method,
          hasResponses(operation)
            ? { ...operation, responses: { ...operation.responses, default: answer } }
            : operation,
        ]),
      ),
    ]),
  );
  const schemas = { ...document.components?.schemas, Problem: problem };
  return { ...document, paths, components: { ...document.components, schemas: sortKeys(schemas) } } as OpenAPIObject;
}

function hasResponses(value: unknown): value is { readonly responses: Readonly<Record<string, unknown>> } {
  return typeof value === 'object' && value !== null && 'responses' in value;
}

/** Names in order, so that adding a route changes only its own lines. */
function sortKeys(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
