import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

/** Where react is found: the page is built like the portal, from the same packages. */
const PORTAL = fileURLToPath(new URL('../../apps/school-portal', import.meta.url));

/** A page that is React and one paragraph, built and served here and now. */
export async function serveBarePage(): Promise<{ readonly address: string; close(): Promise<void> }> {
  mkdirSync(join(PORTAL, '.cache'), { recursive: true });
  const root = mkdtempSync(join(PORTAL, '.cache', 'bare-page-'));
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>-</title></head>' +
      '<body><div id="root"></div><script type="module" src="/main.js"></script></body></html>',
  );
  writeFileSync(
    join(root, 'main.js'),
    `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(createElement('h1', null, '义务教育优质均衡督导评估'));`,
  );
  await build({ root, configFile: false, logLevel: 'error' });
  const server = await preview({ root, configFile: false, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the bare page is not served');
  return {
    address,
    close: async () => {
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
