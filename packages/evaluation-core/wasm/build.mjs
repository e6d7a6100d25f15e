// Assembles fuse-text.mjs into src/kernel/fuse-module.generated.ts: `pnpm --filter @junheng/evaluation-core wasm`. The result is committed,
// because everything here runs from its sources; a test assembles it again and compares.
import { readFile, writeFile } from 'node:fs/promises';
import { assembled, generatedSource } from './assemble.mjs';
import { fuseText } from './fuse-text.mjs';

const target = new URL('../src/kernel/fuse-module.generated.ts', import.meta.url);
const generated = generatedSource(await assembled(fuseText));
// Written only where it differs: whoever watches the sources need not look.
if ((await readFile(target, 'utf8').catch(() => '')) !== generated) await writeFile(target, generated);
