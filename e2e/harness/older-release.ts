import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const APPS = fileURLToPath(new URL('../../apps', import.meta.url));
const PORTAL = join(APPS, 'school-portal');
const RULE = { file: 'cn-2017-quality-balance/indicators.ts', now: "primary: '2.3'", before: "primary: '2.2'" };

/** A release whose pages were built before a rule of the standard changed. */
export interface OlderRelease {
  /** What starts its server. */
  readonly main: string;
  remove(): void;
}

/**
 * Builds the portal with another limit for multimedia classrooms, and lays it beside the server as an installed release lies: with file
 * names, a service worker and pages of its own.
 */
export async function buildOlderRelease(): Promise<OlderRelease> {
  const root = mkdtempSync(join(tmpdir(), 'junheng-older-'));
  const api = join(root, 'apps', 'api');
  mkdirSync(api, { recursive: true });
  cpSync(join(APPS, 'api', 'dist'), join(api, 'dist'), { recursive: true });
  cpSync(join(APPS, 'api', 'package.json'), join(api, 'package.json'));
  symlinkSync(join(APPS, 'api', 'node_modules'), join(api, 'node_modules'));
  symlinkSync(join(APPS, 'admin-console'), join(root, 'apps', 'admin-console'));
  await build({
    root: PORTAL,
    configFile: join(PORTAL, 'vite.config.ts'),
    logLevel: 'error',
    plugins: [otherRule()],
    build: { outDir: join(root, 'apps', 'school-portal', 'dist'), emptyOutDir: true },
  });
  return {
    main: join(api, 'dist', 'src', 'main.js'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function otherRule(): Plugin {
  let met = false;
  return {
    name: 'other-rule',
    enforce: 'pre',
    transform: (code, id) => {
      if (!id.replaceAll('\\', '/').endsWith(RULE.file) || !code.includes(RULE.now)) return null;
      met = true;
      return code.replace(RULE.now, RULE.before);
    },
    buildEnd: () => {
      if (!met) throw new Error(`${RULE.file} has no ${RULE.now} any more`);
    },
  };
}
