import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { show } from '../child-processes.mjs';
import { installPackages } from '../pnpm.mjs';
import { progressTo } from '../progress.mjs';
import { inRoot } from '../repository.mjs';

/**
 * `npm run -s junheng -- …`: the command line, straight from its sources, so that it needs no build. Paths are meant
 * from where the person stands (npm keeps that in INIT_CWD). Standard output belongs to the command alone.
 */
export async function run(argv) {
  if (!existsSync(inRoot('node_modules', '.modules.yaml'))) await installPackages(progressTo(process.stderr));
  const here = process.env['INIT_CWD'] ?? process.cwd();
  const args = [
    '--conditions=@junheng/source',
    '--enable-source-maps',
    '--no-warnings',
    '--import',
    pathToFileURL(inRoot('apps', 'api', 'swc-register.js')).href,
    inRoot('apps', 'api', 'src', 'cli', 'junheng.ts'),
    ...argv,
  ];
  const env = { ...process.env, INIT_CWD: here };
  return show(process.execPath, args, { cwd: here, env, stdio: 'inherit' });
}
