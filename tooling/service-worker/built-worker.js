import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/**
 * The files of a built app that it needs without a network, in a fixed order: the same build gives the same worker. A revision of null
 * says that the name already carries the hash of the content.
 */
function filesToPrecache(folder, { base, fileName, leftOut }) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => name !== fileName && !leftOut.test(name))
    .sort()
    .map((name) => {
      const revision = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')
        .slice(0, 16);
      return { url: `${base}${name}`, revision: name.startsWith('assets/') ? null : revision };
    });
}

/** See built-worker.d.ts. */
export function builtServiceWorker(options) {
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
          PRECACHED: JSON.stringify(filesToPrecache(folder, options)),
          'process.env.NODE_ENV': JSON.stringify('production'),
        },
        build: {
          outDir: folder,
          emptyOutDir: false,
          copyPublicDir: false,
          rollupOptions: {
            input: options.entry,
            output: { format: 'iife', entryFileNames: options.fileName },
          },
        },
      });
    },
  };
}
