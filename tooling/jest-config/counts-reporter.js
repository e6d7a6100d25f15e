// Leaves the counts of a run in test-results/counts.json of the package; `npm test` adds them up (a cached turbo task
// restores the file).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export default class CountsReporter {
  #folder;

  constructor(globalConfig) {
    this.#folder = join(globalConfig.rootDir, 'test-results');
  }

  onRunComplete(_contexts, results) {
    const counts = {
      passed: results.numPassedTests,
      // A file that cannot be loaded has no tests to fail, and still must not pass unseen.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(join(this.#folder, 'counts.json'), `${JSON.stringify(counts)}\n`);
  }
}
