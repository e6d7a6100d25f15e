// Without a cache of earlier runs Jest begins with the largest files. A short file that takes long would come near the end, and
// the other core would wait for it: such a file says `@begins-first` in a comment.
import { readFileSync } from 'node:fs';
import Sequencer from '@jest/test-sequencer';

export default class LongFirst extends Sequencer {
  sort(tests) {
    const first = new Set(tests.filter(({ path }) => readFileSync(path, 'utf8').includes('@begins-first')));
    const sorted = super.sort(tests);
    return [...sorted.filter((test) => first.has(test)), ...sorted.filter((test) => !first.has(test))];
  }
}
