const folder = process.env['MUTATION_FOLDER'];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [`src/${folder}/**/*.ts`, '!src/**/*.test.ts'],
  plugins: ['./mutation/in-process-runner.mjs'],
  testRunner: 'in-process',
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: `.cache/mutation/${folder}.incremental.json`,
  // Outside the package, whose own Jest would find a second package of its name.
  tempDirName: `../../.cache/mutation/${folder}`,
  ignorePatterns: ['.cache', '.turbo', 'dist', 'bench', 'test-results', 'wasm'],
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `.cache/mutation/${folder}.json` },
  concurrency: 2,
  // A loop without end is the only way a mutant may die of time: long enough for a busy machine.
  timeoutMS: 6_000,
  timeoutFactor: 3,
  // swc drops the types; Stryker need not look at them.
  tsconfigFile: 'none.json',
  disableTypeChecks: false,
};
