import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

/** Paths and operation ids stand in the generated types as they stand in the document. */
test('the generated types are those of docs/openapi.json: pnpm --filter @junheng/api-client generate', () => {
  const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
  const document = JSON.parse(read('../../../docs/openapi.json')) as {
    paths: Record<string, Record<string, { operationId: string }>>;
    components: { schemas: object };
  };
  const generated = read('./schema.generated.ts');
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item).map((one) => one.operationId));
  for (const path of Object.keys(document.paths)) expect(generated).toContain(`"${path}": {`);
  for (const name of Object.keys(document.components.schemas)) expect(generated).toContain(`        ${name}: {`);
  const known = [...generated.matchAll(/operations\["([^"]+)"\]/g)].map((match) => match[1] ?? '');
  expect(new Set(known)).toEqual(new Set(operations));
  expect(known).toHaveLength(operations.length);
});
