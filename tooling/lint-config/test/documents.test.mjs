// A document that names files is a promise: every path in these pages must exist.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const inFolder = (folder) =>
  readdirSync(join(repository, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
const documents = ['README.md', 'CONTRIBUTING.md', ...inFolder('docs'), ...inFolder('docs/decisions')];

/** Paths in backquotes that begin in a folder of the repository, without patterns and placeholders. */
function namedPaths(text) {
  const quoted = [...text.matchAll(/`((?:apps|packages|e2e|tooling|docs)\/[\w./-]+)`/g)].map(([, path]) => path);
  return quoted.filter((path) => !/\bdist\b|test-results|e2e\/shots/.test(path));
}

/** Targets of links to files. */
function linkedPaths(document, text) {
  const targets = [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, target]) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target)).map((target) => join(dirname(document), target));
}

describe('documents', () => {
  for (const document of documents) {
    test(`every path in ${document} exists`, () => {
      const text = readFileSync(join(repository, document), 'utf8');
      const missing = [...namedPaths(text), ...linkedPaths(document, text)].filter(
        (path) => !existsSync(join(repository, path)),
      );
      assert.deepEqual([...new Set(missing)], []);
    });
  }

  test('a decision has its date and its four sections', () => {
    for (const document of inFolder('docs/decisions')) {
      const text = readFileSync(join(repository, document), 'utf8');
      for (const part of [
        /^# \S/m,
        /^Date: \d{4}-\d{2}-\d{2}$/m,
        /^## Context$/m,
        /^## Decision$/m,
        /^## Alternatives$/m,
        /^## Consequences$/m,
      ]) {
        assert.match(text, part, document);
      }
    }
  });
});
