import { APPS, PACKAGE_ENTRIES, PACKAGE_IMPORTS, SEEDING, TEST_IMPORTS } from '../house.mjs';
import { packageOf, resolveRelative } from '../source-files.mjs';

const OURS = /^@junheng\/[^/]+/;
/** What checks and builds the parts is none of them. */
const SETTINGS = [
  '@junheng/jest-config',
  '@junheng/lint-config',
  '@junheng/service-worker-build',
  '@junheng/typescript-config',
];

const ourPackage = (specifier) => OURS.exec(specifier)?.[0] ?? null;

function directionProblem(file, name) {
  const folder = packageOf(file.path);
  if (SETTINGS.includes(name)) return null;
  const allowed = [...(PACKAGE_IMPORTS[folder] ?? []), ...(file.isTest ? (TEST_IMPORTS[folder] ?? []) : [])];
  if (!allowed.includes(name)) return `${folder} may not import ${name}`;
  const seedsOnly =
    folder === 'apps/api' && name === '@junheng/synthetic-county' && !file.isTest && !SEEDING.test(file.path);
  return seedsOnly ? 'only the seeding of the demonstration imports synthetic-county' : null;
}

export const packageDirection = {
  name: 'package-direction',
  reason: 'Data flows one way: a package imports only those below it.',
  *check(files) {
    for (const file of files) {
      for (const { specifier, line } of file.imports) {
        const name = ourPackage(specifier);
        if (name === null || APPS.includes(name)) continue;
        const problem = directionProblem(file, name);
        if (problem !== null) yield { path: file.path, line, message: problem };
      }
    }
  },
};

export const noAppImports = {
  name: 'no-app-imports',
  reason: 'An app is the end of the road: what others need belongs in a package.',
  *check(files) {
    for (const file of files) {
      for (const { specifier, line } of file.imports) {
        const name = ourPackage(specifier);
        if (name !== null && APPS.includes(name)) yield { path: file.path, line, message: `${name} is an app` };
      }
    }
  },
};

export const packageEntry = {
  name: 'package-entry',
  reason: 'A package is used through its entry, and never through the files behind it.',
  *check(files) {
    for (const file of files) {
      const folder = packageOf(file.path);
      for (const { specifier, line } of file.imports) {
        const target = resolveRelative(file.path, specifier);
        if (target !== null && packageOf(target) !== folder) {
          yield { path: file.path, line, message: `${specifier} leaves ${folder}: import the package by its name` };
        } else if (OURS.test(specifier) && /\/(src|dist)\//.test(specifier)) {
          yield { path: file.path, line, message: `${specifier} goes behind the entry of the package` };
        }
      }
    }
  },
};

const isEntry = (path) => /^packages\/[^/]+\/src\/index\.ts$/.test(path) || PACKAGE_ENTRIES.includes(path);

export const noBarrels = {
  name: 'no-barrels',
  reason: 'index.ts is the entry of a package: elsewhere it hides cycles and who depends on whom.',
  *check(files) {
    for (const file of files) {
      if (/\/index\.tsx?$/.test(file.path) && !isEntry(file.path)) {
        yield { path: file.path, line: 1, message: 'only the entry of a package is called index.ts' };
      }
      for (const { specifier, line } of file.imports) {
        const target = resolveRelative(file.path, specifier);
        // Tests and benchmarks of the public surface come through the front door on purpose.
        const inside = file.path.includes('/src/') && !file.isTest && !isEntry(file.path);
        if (inside && target !== null && isEntry(target)) {
          yield { path: file.path, line, message: 'inside its package nobody imports the entry' };
        }
      }
    }
  },
};
