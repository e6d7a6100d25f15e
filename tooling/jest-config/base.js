import { fileURLToPath } from 'node:url';

export default {
  testTimeout: 30_000, // two busy cores
  reporters: ['default', fileURLToPath(new URL('counts-reporter.js', import.meta.url))],
  maxWorkers: 2,
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/src/**/*.test.tsx', '<rootDir>/test/**/*.test.ts'],
};
