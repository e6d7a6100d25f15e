import { PlainFailure, WRONG_USAGE } from './plain-failure.mjs';

const COMMANDS = {
  start: { load: () => import('./commands/start.mjs'), about: 'install, build and run the server with both apps' },
  dev: { load: () => import('./commands/dev.mjs'), about: 'the same with watch and hot reload' },
  test: { load: () => import('./commands/test.mjs'), about: 'every check of the repository' },
  junheng: { load: () => import('./commands/junheng.mjs'), about: 'the command line: evaluate, migrate, back up …' },
};

function usage() {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`);
  return ['usage: node tooling/scripts/run.mjs <command> [flags]', ...lines].join('\n');
}

/** Runs one command and ends the process with its exit code. @param {string[]} argv command and its arguments */
export async function main([name, ...rest]) {
  try {
    if (name === undefined || !Object.hasOwn(COMMANDS, name)) {
      throw new PlainFailure(usage(), { exitCode: WRONG_USAGE });
    }
    const command = await COMMANDS[name].load();
    process.exitCode = await command.run(rest);
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error;
    if (error.detail !== '') console.error(error.detail.trimEnd());
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
}
