import 'reflect-metadata';
import { ConfigurationError, configFromProcess } from './platform/config/config.ts';
import { openDatabase } from './platform/database/open-database.ts';
import { errorCode, StartupError } from './platform/database/startup-error.ts';
import { describeError, Logger } from './platform/logging/logger.ts';
import type { RunningServer } from './server.ts';

const EXIT_CONFIGURATION = 78;
const EXIT_FAILURE = 1;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What the person at the console needs: one line for what they can mend, everything for a fault of the program. */
function explainFailure(error: unknown): number {
  if (error instanceof ConfigurationError) {
    process.stderr.write(`${error.message}\n`);
    return EXIT_CONFIGURATION;
  }
  if (errorCode(error) === 'ENOSPC') process.stderr.write('There is no space left on the disk.\n');
  else if (error instanceof StartupError) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT_FAILURE;
}

function announce(server: RunningServer): void {
  say(`Junheng 均衡 is running.`);
  say(`  School portal   ${server.url}/`);
  say(`  Admin console   ${server.url}/admin/`);
  say(`  Data            ${server.database}`);
  if (server.firstAdministratorUrl !== null) {
    say(`  First administrator: open this link once, within 24 hours:`);
    say(`    ${server.firstAdministratorUrl}`);
  }
  if (server.demoSignIns.length > 0) {
    say(`  Demonstration county (fictional), sign-ins:`);
    for (const { app, login, password, name } of server.demoSignIns) {
      say(`    ${app.padEnd(13)}  ${login.padEnd(20)}  ${password}  ${name}`);
    }
  }
}

async function main(): Promise<void> {
  const config = configFromProcess();
  const logger = new Logger(config.log);
  // Signals may come while the server is still starting: it then ends as soon as it has.
  let ending: Promise<void> | null = null;
  let asked = false;
  let server: RunningServer | null = null;
  const end = (): void => {
    asked = true;
    if (server === null || ending !== null) return;
    ending = server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error('server.stop-failed', { error: describeError(error) });
        process.exit(EXIT_FAILURE);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  const database = await openDatabase(config);
  // Most of the program: loaded only where configuration, data folder and database are right, so that a mistake is said at once.
  const { startServer } = await import('./server.ts');
  server = await startServer(config, database, logger);
  if (asked) end();
  else announce(server);
}

main().catch((error: unknown) => {
  process.exitCode = explainFailure(error);
  // Pools and timers of a half-started server must not keep the process alive.
  process.exit();
});
