import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

export default {
  testTimeout: 30_000, // two busy cores
  reporters: ['default', here('counts-reporter.js')],
  maxWorkers: 2,
  testSequencer: here('long-first.js'),
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/src/**/*.test.tsx', '<rootDir>/test/**/*.test.ts'],
};
