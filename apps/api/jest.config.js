import base from '@junheng/jest-config/node';

export default {
  ...base,
  globalSetup: './test/harness/start-database.js',
  globalTeardown: './test/harness/stop-database.js',
};
