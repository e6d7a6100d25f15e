import base from '@junheng/jest-config/node';

export default {
  ...base,
  setupFiles: ['@junheng/jest-config/same-draws'],
  globalSetup: './test/harness/start-database.js',
  globalTeardown: './test/harness/stop-database.js',
};
