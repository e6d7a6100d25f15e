#!/usr/bin/env node
// TypeScript 7's compiler, for checking only: see docs/decisions/check-types-with-typescript-7.md. Its package exports no program, only itself.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = dirname(createRequire(import.meta.url).resolve('typescript-7/package.json'));
await import(pathToFileURL(join(folder, 'lib', 'tsc.js')).href);
