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
  'BroadcastChannel',
  'structuredClone',
];

export default class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    for (const name of MISSING_IN_JSDOM) this.global[name] ??= globalThis[name];
    // Node's Request (Node 22 and later) refuses jsdom's AbortSignal: use Node's pair.
    for (const name of ['AbortController', 'AbortSignal']) this.global[name] = globalThis[name];
  }
}
