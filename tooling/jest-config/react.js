// Jest runs native ES modules: start it with `node --experimental-vm-modules`.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import base from './base.js';
import { typescriptOptions } from './typescript-options.cjs';

const require = createRequire(import.meta.url);
const here = (file) => fileURLToPath(new URL(file, import.meta.url));

export default {
  ...base,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': [require.resolve('@swc/jest'), { ...typescriptOptions, sourceMaps: true }] },
  testEnvironment: here('jsdom-environment.js'),
  testEnvironmentOptions: { customExportConditions: ['@junheng/source', 'browser'] },
  setupFiles: [here('jsdom-setup.js')],
  setupFilesAfterEnv: [here('testing-library-setup.js')],
  moduleNameMapper: { '\\.css$': here('empty.js') },
};
