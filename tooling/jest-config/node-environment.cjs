const { ModuleMocker } = require('jest-mock');

/** The process itself instead of a `vm` context of its own. */
module.exports = class NodeEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);

  async setup() {}

  async teardown() {}

  getVmContext() {
    return null;
  }
};
