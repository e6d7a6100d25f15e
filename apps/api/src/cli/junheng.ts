import { UsageError } from './usage-error.ts';

/**
 * The command line: `npm run -s junheng -- <command> …`. Each command is loaded only when it is called, so that evaluating a
 * workbook needs neither a database nor the time to load one. Standard output belongs to the command's result alone.
 */
const EXIT_USAGE = 64;

/** Commands with arguments of their own return their exit status; the others run when they are loaded, and end the process. */
const COMMANDS: Readonly<
  Record<string, { readonly about: string; readonly run: (args: readonly string[]) => Promise<number | null> }>
> = {
  evaluate: {
    about: 'evaluate the workbooks of one county, without a server',
    run: async (args) => (await import('./evaluate.ts')).evaluate(args),
  },
  migrate: { about: 'bring the database schema up to this release', run: () => loaded(import('./migrate.ts')) },
  'back-up': {
    about: 'write database, files and audit anchors into a folder',
    run: () => loaded(import('./back-up.ts')),
  },
  restore: { about: 'restore a backup into an empty database', run: () => loaded(import('./restore.ts')) },
  'verify-audit': {
    about: 'check the tamper-evident log against its anchors',
    run: () => loaded(import('./verify-audit.ts')),
  },
  'restore-administrator': {
    about: 'make somebody administrator of a county when nobody can sign in',
    run: () => loaded(import('./restore-administrator.ts')),
  },
};
const ALIASES: Readonly<Record<string, string>> = { backup: 'back-up' };

async function loaded(command: Promise<unknown>): Promise<null> {
  await command;
  return null;
}

async function main(): Promise<void> {
  const given = process.argv[2];
  const name = given === undefined ? undefined : (ALIASES[given] ?? given);
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const asked = given === '--help' || given === '-h' || given === 'help';
    (asked ? process.stdout : process.stderr).write(
      `${given === undefined || asked ? '' : `Unknown command: ${given}\n`}${usage()}\n`,
    );
    process.exitCode = asked ? 0 : EXIT_USAGE;
    return;
  }
  // The commands read their own arguments from the process.
  process.argv.splice(2, 1);
  try {
    const status = await command.run(process.argv.slice(2));
    if (status !== null) process.exitCode = status;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT_USAGE;
  }
}

function usage(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`);
  return ['Usage: npm run -s junheng -- <command> [arguments]', ...lines].join('\n');
}

await main();
