import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TEST_STEPS, parseStart, parseTest, serverEnvironment } from '../src/arguments.mjs';
import { PlainFailure, WRONG_USAGE } from '../src/plain-failure.mjs';

const refusal = (message) => (error) =>
  error instanceof PlainFailure &&
  error.exitCode === WRONG_USAGE &&
  message.test(error.message) &&
  /usage:/.test(error.message);

describe('flags of npm start', () => {
  test('none', () => assert.deepEqual(parseStart([]), { help: false, empty: false, port: null }));
  test('all', () =>
    assert.deepEqual(parseStart(['--empty', '--port', '8080']), { help: false, empty: true, port: 8080 }));
  test('any free port', () => assert.equal(parseStart(['--port=0']).port, 0));
  test('a port that is none', () => {
    for (const text of ['http', '65536', '-1', '3.5', ''])
      assert.throws(() => parseStart([`--port=${text}`]), refusal(/--port takes/));
  });
  test('a misspelt flag is not passed over', () => assert.throws(() => parseStart(['--emtpy']), refusal(/--emtpy/)));
  test('the server gets them as variables', () => {
    assert.deepEqual(serverEnvironment(parseStart(['--empty', '--port', '0']), { PORT: '3000', A: 'b' }), {
      PORT: '0',
      A: 'b',
      JUNHENG_EMPTY: '1',
    });
    assert.deepEqual(serverEnvironment(parseStart([]), { PORT: '3000' }), { PORT: '3000' });
  });
  test('a stray word', () => assert.throws(() => parseStart(['empty']), refusal(/empty/)));
});

describe('flags of npm test', () => {
  test('everything, in order', () => assert.deepEqual(parseTest([]).steps, TEST_STEPS));
  test('some, in the order of the steps and not of the flags', () => {
    assert.deepEqual(parseTest(['--only', 'unit,format', '--only', 'lint']).steps, ['format', 'lint', 'unit']);
  });
  test('the browser needs the build', () =>
    assert.deepEqual(parseTest(['--only', 'browser']).steps, ['build', 'browser']));
  test('patterns go to the browser tests', () => {
    assert.deepEqual(parseTest(['--only', 'browser', 'sign-in']).patterns, ['sign-in']);
    assert.throws(() => parseTest(['sign-in']), refusal(/--only browser/));
  });
  test('an unknown step', () => assert.throws(() => parseTest(['--only', 'e2e']), refusal(/no step e2e/)));
});
