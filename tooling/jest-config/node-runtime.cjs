// In place of `jest-runtime`: test files are imported as Node imports them. What a worker has loaded once (Nest, the server,
// the core) serves all its test files; jest-runtime loads it again for each, in a `vm` context of its own.
const { pathToFileURL } = require('node:url');
const { sourceMaps } = require('./node-source-maps.cjs');

const GLOBALS = Symbol.for('junheng.jest-globals');
const EVENT_HANDLERS = Symbol.for('EVENT_HANDLERS');
const TEST_TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');

module.exports = class NodeRuntime {
  #mocker;

  constructor(_config, environment) {
    this.#mocker = environment.moduleMocker;
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    await import(pathToFileURL(path).href);
  }

  /** What jest-circus keeps of a test file lies in its module: it is loaded anew for each. */
  requireInternalModule(path) {
    delete require.cache[path];
    return require(path);
  }

  requireModule(path) {
    return require(path);
  }

  setGlobalsForRuntime(globals) {
    const mocker = this.#mocker;
    const jest = {
      spyOn: mocker.spyOn.bind(mocker),
      restoreAllMocks: () => mocker.restoreAllMocks(),
      setTimeout: (milliseconds) => {
        globalThis[TEST_TIMEOUT] = milliseconds;
      },
    };
    globalThis[GLOBALS] = { ...globals, jest };
  }

  enterTestCode() {}

  leaveTestCode() {}

  getSourceMaps() {
    return sourceMaps;
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  teardown() {
    this.#mocker.restoreAllMocks();
    const states = Object.getOwnPropertySymbols(globalThis).filter(
      ({ description }) => description === 'JEST_STATE_SYMBOL',
    );
    for (const symbol of [GLOBALS, EVENT_HANDLERS, TEST_TIMEOUT, ...states]) delete globalThis[symbol];
  }
};
