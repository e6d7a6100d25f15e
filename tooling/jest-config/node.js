// The tests run on Node's own modules (see docs/decisions/load-the-server-once-for-its-tests.md): start Jest with
// `node --conditions=@junheng/source --import @junheng/jest-config/node-register`; its workers inherit the flags.
import { fileURLToPath } from 'node:url';
import base from './base.js';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

export default {
  ...base,
  runtime: here('node-runtime.cjs'),
  testEnvironment: here('node-environment.cjs'),
  injectGlobals: false,
  transform: {},
};
