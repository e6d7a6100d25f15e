import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { describeRoutes, documentText } from '../../src/cli/describe-routes.ts';

test('docs/openapi.json is what the routes say: pnpm --filter @junheng/api openapi', async () => {
  const committed = readFileSync(fileURLToPath(new URL('../../../../docs/openapi.json', import.meta.url)), 'utf8');
  expect(committed === documentText(await describeRoutes())).toBe(true);
});
