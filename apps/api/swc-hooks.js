import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const OPTIONS = {
  swcrc: false,
  configFile: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    // As apps/api/tsconfig.json has them for tsc.
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
};

/**
 * Loads our TypeScript as it is. Imports name files with their endings and packages by the condition @junheng/source, so there
 * is nothing to resolve and no tsconfig to read: a ready-made hook brings the whole TypeScript compiler for that, 90 MB in the
 * process and again in the thread that reads a workbook.
 */
export async function load(url, context, next) {
  if (!url.startsWith('file:') || !/\.[cm]?ts(?:\?.*)?$/.test(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...OPTIONS, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
