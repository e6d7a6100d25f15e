import 'reflect-metadata';
import { ConfigurationError, configFromProcess, type AppConfig } from '../platform/config/config.ts';
import { StartupError } from '../platform/database/startup-error.ts';
import { UsageError } from './usage-error.ts';

const EXIT_USAGE = 64;

/**
 * Runs a command to its exit status; what the caller can mend is one line, a fault of the program its stack.
 * @param work gives the exit status
 */
export function runCommand(
  usage: string,
  work: (config: AppConfig, say: (line: string) => void) => Promise<number>,
): void {
  const say = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  const complain = (text: string): void => {
    process.stderr.write(`${text}\n`);
  };
  void (async () => {
    try {
      return await work(configFromProcess(), say);
    } catch (error) {
      if (error instanceof UsageError || isArgumentError(error)) {
        complain(`${error.message}\n${usage}`);
        return EXIT_USAGE;
      }
      if (error instanceof ConfigurationError || error instanceof StartupError) complain(error.message);
      else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return 1;
    }
  })().then((status) => process.exit(status));
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
