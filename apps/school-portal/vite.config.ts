import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { builtServiceWorker } from '@junheng/service-worker-build';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** Everything the server may answer: what was kept under another contract is not read. */
const wireContract = createHash('sha256')
  .update(readFileSync(new URL('../../docs/openapi.json', import.meta.url)))
  .digest('hex')
  .slice(0, 16);

export default defineConfig({
  base: '/',
  plugins: [
    react(),
    builtServiceWorker({
      entry: fileURLToPath(new URL('service-worker/service-worker.ts', import.meta.url)),
      fileName: 'service-worker.js',
      base: '/',
      leftOut: /^(?:manifest\.webmanifest|icons\/.*)$/,
    }),
  ],
  // Where a browser does not know of preloading, chunks come a moment later; its substitute would be run before every first page.
  build: { modulePreload: { polyfill: false } },
  define: { WIRE_CONTRACT: JSON.stringify(wireContract) },
  resolve: { conditions: ['@junheng/source', ...defaultClientConditions] },
  server: { port: 5174, proxy: { '/api': process.env['JUNHENG_API'] ?? 'http://127.0.0.1:3000' } },
});
