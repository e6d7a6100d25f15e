import { problemSchema } from '@junheng/api-contract';
import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ApiProblemError, isProblem, problemOf } from './api-problem.ts';

const problem = { type: 'about:blank', title: 'x', status: 409, code: 'self-report.conflict', requestId: 'r1' };

describe('what counts as a problem of ours', () => {
  test.each([[problem], [{ ...problem, facts: { count: 2 }, problems: [{ at: 'pupils.primary', code: 'x' }] }]])(
    'what the contract lets through: %j',
    (body) => {
      expect(problemSchema.safeParse(body).success).toBe(true);
      expect(isProblem(body)).toBe(true);
    },
  );

  test.each([
    [null],
    ['<html>'],
    [[]],
    [{}],
    [{ ...problem, code: 4 }],
    [{ ...problem, status: '409' }],
    [{ ...problem, requestId: undefined }],
    [{ code: 'proxy.says-no' }],
  ])('not %j', (body) => {
    expect(problemSchema.safeParse(body).success).toBe(false);
    expect(isProblem(body)).toBe(false);
  });
});

test('an error of anything else has no problem', () => {
  expect(problemOf(new ApiProblemError(409, problem))).toBe(problem);
  expect(problemOf(new ApiProblemError(502, null))).toBeNull();
  expect(problemOf(new TypeError('x'))).toBeNull();
});

test('the client takes types only from the contract, so that the sign-in pages do not carry Zod', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const imports = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap(
      (name) => readFileSync(folder + name, 'utf8').match(/^(import|export) .*from '(zod|@junheng\/.*)'/gm) ?? [],
    );
  expect(imports.filter((line) => !line.startsWith('import type '))).toEqual([]);
  expect(imports.length).toBeGreaterThan(0);
});
