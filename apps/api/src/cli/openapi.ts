import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeRoutes, documentText } from './describe-routes.ts';

/** `pnpm --filter @junheng/api openapi` writes docs/openapi.json; a test is red while it is stale. */
const file = fileURLToPath(new URL('../../../../docs/openapi.json', import.meta.url));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, documentText(await describeRoutes()));
process.stdout.write(`${file}\n`);
