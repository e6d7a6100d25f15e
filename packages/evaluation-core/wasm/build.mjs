// Assembles fuse.wat into src/kernel/fuse-module.generated.ts: `pnpm --filter @junheng/evaluation-core wasm`. The result is committed, because
// everything here runs from its sources; a test assembles it again and compares.
import { readFile, writeFile } from 'node:fs/promises';
import { assembled, generatedSource } from './assemble.mjs';

const source = await readFile(new URL('./fuse.wat', import.meta.url), 'utf8');
const target = new URL('../src/kernel/fuse-module.generated.ts', import.meta.url);
const generated = generatedSource(await assembled(source));
// Written only where it differs: whoever watches the sources need not look.
if ((await readFile(target, 'utf8').catch(() => '')) !== generated) await writeFile(target, generated);
