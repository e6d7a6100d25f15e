import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fastify from 'fastify';
import { servePages } from './pages.ts';

const appsDir = mkdtempSync(join(tmpdir(), 'junheng-pages-'));
const server = fastify();
let address = '';

beforeAll(async () => {
  const portal = join(appsDir, 'school-portal', 'dist');
  mkdirSync(join(portal, 'assets'), { recursive: true });
  for (const name of ['index.html', 'service-worker.js', 'manifest.webmanifest', 'assets/index-abc.js']) {
    writeFileSync(join(portal, name), '{}');
  }
  servePages(server, appsDir);
  address = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(appsDir, { recursive: true, force: true });
});

const headersOf = async (path: string) => {
  const answer = await fetch(address + path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.headers;
};

test('what an installed page is renewed by is asked for anew every time; what carries its hash never', async () => {
  for (const path of ['/', '/reports/1', '/index.html', '/service-worker.js', '/manifest.webmanifest']) {
    expect([path, (await headersOf(path)).get('cache-control')]).toEqual([path, 'no-cache']);
  }
  expect((await headersOf('/assets/index-abc.js')).get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test('the worker is a script and the manifest a manifest: browsers refuse them otherwise', async () => {
  expect((await headersOf('/service-worker.js')).get('content-type')).toContain('application/javascript');
  expect((await headersOf('/manifest.webmanifest')).get('content-type')).toContain('application/manifest+json');
});

test('a worker that is not there is not the page in its place: an installed one would take it for its successor', async () => {
  expect((await fetch(`${address}/admin/service-worker.js`)).status).toBe(404);
});
