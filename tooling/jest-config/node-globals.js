// What the tests import as `@jest/globals`: the runtime has put it there before it loads the first test file.
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } =
  globalThis[Symbol.for('junheng.jest-globals')];
