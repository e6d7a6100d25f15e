// Must-fail fixtures: a law that no longer refuses what it is there to refuse is worse than none.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LAWS, breaches } from '../src/laws.mjs';
import { readSources } from '../src/source-files.mjs';

const house = fileURLToPath(new URL('../fixtures/house', import.meta.url));
const files = readSources(house);
const found = breaches(files);

/** The law named in the first line of a fixture; none for a file that must be accepted. */
const expectedLaw = (path) =>
  /^\/\/ refused by law: ([a-z-]+)/.exec(readFileSync(join(house, path), 'utf8'))?.[1] ?? null;

describe('laws of the house', () => {
  for (const { path } of files) {
    const law = expectedLaw(path);
    test(law === null ? `${path} is accepted` : `${path} is refused by ${law}`, () => {
      const laws = [...new Set(found.filter((breach) => breach.path === path).map((breach) => breach.law))];
      assert.deepEqual(laws, law === null ? [] : [law]);
    });
  }

  for (const { name } of LAWS) {
    test(`${name} has a fixture that it refuses`, () => {
      assert.ok(files.some(({ path }) => expectedLaw(path) === name));
    });
  }

  test('a breach names the line', () => {
    const breach = found.find(({ path }) => path === 'packages/ui/src/score-badge.ts');
    assert.deepEqual(breach, {
      law: 'package-direction',
      path: 'packages/ui/src/score-badge.ts',
      line: 2,
      message: 'packages/ui may not import @junheng/evaluation-core',
    });
  });
});
