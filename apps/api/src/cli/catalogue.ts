import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { editions } from '@junheng/evaluation-core';
import { cataloguePage } from './catalogue-page.ts';

/** `pnpm --filter @junheng/api catalogue` writes docs/indicator-catalogue.md; a test is red while it is stale. */
const file = fileURLToPath(new URL('../../../../docs/indicator-catalogue.md', import.meta.url));
writeFileSync(file, cataloguePage(editions));
process.stdout.write(`${file}\n`);
