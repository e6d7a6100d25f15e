// Jest runs native ES modules: start it with `node --experimental-vm-modules`.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

export default {
  testEnvironment: 'node',
  testTimeout: 30_000, // two busy cores
  reporters: ['default', fileURLToPath(new URL('counts-reporter.js', import.meta.url))],
  maxWorkers: 2,
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/src/**/*.test.tsx', '<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironmentOptions: { customExportConditions: ['@junheng/source', 'node', 'node-addons'] },
  transform: {
    '\\.tsx?$': [
      require.resolve('@swc/jest'),
      {
        swcrc: false,
        sourceMaps: true,
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
            react: { runtime: 'automatic' },
          },
        },
      },
    ],
  },
};
