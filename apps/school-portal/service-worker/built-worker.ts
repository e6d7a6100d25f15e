import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

interface Precached {
  readonly url: string;
  /** Null where the name already carries the hash of the content. */
  readonly revision: string | null;
}

/** Served to browsers that ask for them, and useless without a network. */
const LEFT_OUT = /^(?:service-worker\.js|manifest\.webmanifest|icons\/.*)$/;

/** The files of a built portal that it needs without a network, in a fixed order: the same build gives the same worker. */
function filesToPrecache(folder: string): Precached[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => !LEFT_OUT.test(name))
    .sort()
    .map((name) => {
      const revision = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')
        .slice(0, 16);
      return { url: `/${name}`, revision: name.startsWith('assets/') ? null : revision };
    });
}

/** Builds `service-worker.js` beside the built portal, once that is written, with the list of its files. */
export function builtServiceWorker(): Plugin {
  let folder = '';
  return {
    name: 'junheng-service-worker',
    apply: 'build',
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle: async () => {
      await build({
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        define: {
          PRECACHED: JSON.stringify(filesToPrecache(folder)),
          'process.env.NODE_ENV': JSON.stringify('production'),
        },
        build: {
          outDir: folder,
          emptyOutDir: false,
          copyPublicDir: false,
          rollupOptions: {
            input: join(import.meta.dirname, 'service-worker.ts'),
            output: { format: 'iife', entryFileNames: 'service-worker.js' },
          },
        },
      });
    },
  };
}
