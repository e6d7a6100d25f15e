import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '');

/** Absolute path of something in the repository. */
export const inRoot = (...parts) => join(ROOT, ...parts);

/** The version that `packageManager` in package.json pins, such as `12.21.0`. */
export function pnpmVersion(root = ROOT) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return packageManager.replace(/^pnpm@/, '').replace(/\+.*$/, '');
}

/** Folders of the workspace's packages, each with a package.json. @returns {string[]} absolute paths */
export function packageFolders(root = ROOT) {
  const under = (group) =>
    readdirSync(join(root, group), { withFileTypes: true }).map((entry) => join(root, group, entry.name));
  const candidates = [...['apps', 'packages', 'tooling'].flatMap(under), join(root, 'e2e')];
  return candidates.filter((folder) => existsSync(join(folder, 'package.json')));
}
