// jsdom, with the web globals that jsdom lacks and Node has.
import jsdomEnvironment from 'jest-environment-jsdom';

const TestEnvironment = jsdomEnvironment.TestEnvironment ?? jsdomEnvironment.default ?? jsdomEnvironment;
const MISSING_IN_JSDOM = [
  'fetch',
  'Request',
  'Response',
  'Headers',
  'TextEncoder',
  'TextDecoder',
  'ReadableStream',
  'TransformStream',
  'WritableStream',
  'structuredClone',
];

/** A channel as a browser has it, except that one nobody closes does not keep the tests from ending. */
class BroadcastChannel extends globalThis.BroadcastChannel {
  constructor(name) {
    super(name);
    this.unref();
  }
}

export default class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    for (const name of MISSING_IN_JSDOM) this.global[name] ??= globalThis[name];
    this.global.BroadcastChannel ??= BroadcastChannel;
    // Node's Request (Node 22 and later) refuses jsdom's AbortSignal: use Node's pair.
    for (const name of ['AbortController', 'AbortSignal']) this.global[name] = globalThis[name];
  }
}
