import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fromJest } from './own-jest.mjs';

const { default: Sequencer } = createRequire(import.meta.url)(fromJest('@jest/test-sequencer'));

/** Examples before properties, which take longest. */
export default class extends Sequencer {
  sort(tests) {
    const size = ({ path }) => statSync(path).size;
    return [...tests].sort((a, b) => size(a) - size(b));
  }
}
