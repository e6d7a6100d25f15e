import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { builtServiceWorker } from './service-worker/built-worker.ts';

/** Everything the server may answer: what was kept under another contract is not read. */
const wireContract = createHash('sha256')
  .update(readFileSync(new URL('../../docs/openapi.json', import.meta.url)))
  .digest('hex')
  .slice(0, 16);

export default defineConfig({
  base: '/',
  plugins: [react(), builtServiceWorker()],
  define: { WIRE_CONTRACT: JSON.stringify(wireContract) },
  resolve: { conditions: ['@junheng/source', ...defaultClientConditions] },
  server: { port: 5174, proxy: { '/api': process.env['JUNHENG_API'] ?? 'http://127.0.0.1:3000' } },
});
