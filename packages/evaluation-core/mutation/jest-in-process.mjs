import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// What the tests import from `@jest/globals`, as plain functions: they collect the tests of a file, and whoever asked runs them, as often
// as needed, without loading anything again. The matchers and the tables of `test.each` are Jest's own.

/** A package that Jest depends on: pnpm puts none of them into the folder of this package. */
function ofJest(...path) {
  const file = path.reduce((from, name) => createRequire(from).resolve(name), fileURLToPath(import.meta.url));
  return createRequire(import.meta.url)(file);
}
const { bind } = ofJest('jest', 'jest-cli', 'jest-config', 'jest-circus', 'jest-each');
export const expect = ofJest('@jest/globals', '@jest/expect').jestExpect;

/** Every test, in the order of the files: `name` with the blocks it stands in. */
export const tests = [];
let file = '';
let blocks = [];

/** The tests that are collected from here on stand in this file. */
export function startFile(name) {
  file = name;
}

export function describe(name, body) {
  blocks = [...blocks, name];
  body();
  blocks = blocks.slice(0, -1);
}

export function test(name, body) {
  tests.push({ name: [...blocks, name].join(' '), file, body });
}

describe.each = bind(describe, false);
test.each = bind(test);
