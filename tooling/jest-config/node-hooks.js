import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { typescriptOptions } from './typescript-options.cjs';

const JEST_GLOBALS = new URL('node-globals.js', import.meta.url).href;

/** Every file that asks for Jest's functions gets those of the test file that is being loaded. */
export async function resolve(specifier, context, next) {
  if (specifier !== '@jest/globals') return next(specifier, context);
  return { url: `${JEST_GLOBALS}?for=${encodeURIComponent(context.parentURL)}`, shortCircuit: true };
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...typescriptOptions, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
