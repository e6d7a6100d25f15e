import { fileURLToPath } from 'node:url';
import node from './node.js';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

export default {
  ...node,
  testEnvironment: here('jsdom-environment.js'),
  testEnvironmentOptions: { customExportConditions: ['@junheng/source', 'browser'] },
  setupFiles: [here('jsdom-setup.js')],
  setupFilesAfterEnv: [here('testing-library-setup.js')],
  moduleNameMapper: { '\\.css$': here('empty.js') },
};
