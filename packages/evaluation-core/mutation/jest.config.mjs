import { fileURLToPath } from 'node:url';
import base from '@junheng/jest-config/node';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

// Only the tests beside the code: what they do not notice is not tested where people look for it.
export default {
  ...base,
  rootDir: '..',
  testEnvironment: here('first-failure-environment.mjs'),
  testSequencer: here('small-files-first.mjs'),
  setupFiles: [here('fixed-seed.mjs')],
  testMatch: [`<rootDir>/src/${process.env['MUTATION_FOLDER']}/*.test.ts`],
};
