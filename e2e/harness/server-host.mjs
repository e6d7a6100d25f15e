// Runs the built server for one county after another, told over its channel by `hosted-server.ts`: loading the program takes three
// times as long as starting it, and there are as many counties as files of journeys. It ends with the process that began it.
import { parseConfig } from '../../apps/api/dist/src/platform/config/config.js';
import { openDatabase } from '../../apps/api/dist/src/platform/database/open-database.js';
import { describeError, Logger } from '../../apps/api/dist/src/platform/logging/logger.js';
import { startServer } from '../../apps/api/dist/src/server.js';

let running = null;

async function stop() {
  const server = running;
  running = null;
  await server?.stop();
}

async function obey({ act, environment }) {
  if (act === 'stop') return stop();
  const config = parseConfig(environment);
  running = await startServer(config, await openDatabase(config), new Logger(config.log));
}

/** What was asked for last, once it is done or has failed. */
let begun = Promise.resolve();

const answer = (failure) => {
  if (process.connected) process.send({ failure });
};

process.on('message', (order) => {
  begun = obey(order).then(
    () => answer(null),
    (error) => answer(describeError(error)),
  );
});
// An interrupted run says so twice: by a signal, and by going away. What has begun is ended once, and wholly.
let ending = null;
const end = () => {
  ending ??= begun.then(stop).finally(() => process.exit());
};
for (const signal of ['disconnect', 'SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end);
