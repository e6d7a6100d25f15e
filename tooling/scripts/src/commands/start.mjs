import { pathToFileURL } from 'node:url';
import { START_USAGE, parseStart, serverEnvironment } from '../arguments.mjs';
import { runUntilEnded } from '../child-processes.mjs';
import { installPackages } from '../pnpm.mjs';
import { progressTo } from '../progress.mjs';
import { ROOT, inRoot } from '../repository.mjs';
import { build } from '../turbo.mjs';

const preload = pathToFileURL(inRoot('tooling', 'scripts', 'src', 'end-with-parent.mjs')).href;

/** `npm start`: install when needed, build, run the server until it is asked to end. */
export async function run(argv) {
  const flags = parseStart(argv);
  if (flags.help) {
    console.log(START_USAGE);
    return 0;
  }
  const progress = progressTo(process.stdout);
  await installPackages(progress);
  await build(progress);
  progress.say('Starting the server');
  const args = ['--enable-source-maps', '--import', preload, inRoot('apps', 'api', 'dist', 'src', 'main.js')];
  const options = { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: serverEnvironment(flags) };
  return runUntilEnded([{ file: process.execPath, args, options }]);
}
