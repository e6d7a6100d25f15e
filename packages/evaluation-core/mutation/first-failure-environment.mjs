import { createRequire } from 'node:module';
import { fromJest } from './own-jest.mjs';

const { TestEnvironment } = createRequire(import.meta.url)(fromJest('jest-environment-node'));

/** The mutant of which a test failed: it is killed, and its other tests need not run. One process runs one mutant after the other. */
let killed;

export default class extends TestEnvironment {
  async handleTestEvent(event) {
    const mutant = process.env['__STRYKER_ACTIVE_MUTANT__'];
    if (mutant === undefined) return;
    if (event.name === 'test_start' && killed === mutant) event.test.mode = 'skip';
    if (event.name === 'test_done' && event.test.errors.length > 0) killed = mutant;
  }
}
