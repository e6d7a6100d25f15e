import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { findChromium } from '../src/chromium.mjs';
import { freeMegabytes, requireDiskSpace } from '../src/disk-space.mjs';
import { freePort } from '../src/free-port.mjs';
import { PlainFailure } from '../src/plain-failure.mjs';
import { downloadFailure } from '../src/pnpm.mjs';

describe('disk space', () => {
  test('too little is one line with both numbers', () => {
    assert.throws(
      () => requireDiskSpace('/work', 1500, () => 287),
      (error) =>
        error instanceof PlainFailure &&
        /287 MB free.*1500 MB needed/.test(error.message) &&
        !error.message.includes('\n'),
    );
  });
  test('enough is silent', () => requireDiskSpace('/work', 1500, () => 1500));
  test('a folder that does not exist yet is measured where it will lie', () => {
    assert.ok(freeMegabytes(join(tmpdir(), 'not', 'there', 'yet')) > 0);
  });
});

describe('a free port', () => {
  test('the wished one, or another when it is taken', async () => {
    const server = createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    const other = await freePort(port);
    assert.notEqual(other, port);
    assert.ok(other > 0);
    await new Promise((resolve) => server.close(resolve));
    assert.equal(await freePort(port), port);
  });
});

describe('Chromium', () => {
  const only = (path) => (candidate) => candidate === path;
  test('CHROMIUM wins', () =>
    assert.equal(
      findChromium({ CHROMIUM: '/opt/c', PATH: '/usr/bin' }, () => true),
      '/opt/c',
    ));
  test('CHROMIUM that cannot be run is not replaced silently', () => {
    assert.equal(findChromium({ CHROMIUM: '/opt/c', PATH: '/usr/bin' }, only('/usr/bin/chromium')), null);
  });
  test('any name on the path', () => {
    const path = join('/opt/bin', 'google-chrome');
    assert.equal(findChromium({ PATH: '/opt/bin' }, only(path)), path);
  });
  test('one without windows before one with them, wherever they lie', () => {
    const both = (candidate) => ['/usr/bin/chromium', '/opt/b/chromium-headless-shell'].includes(candidate);
    assert.equal(findChromium({ PATH: '/usr/bin:/opt/b' }, both), '/opt/b/chromium-headless-shell');
  });
  test('none', () =>
    assert.equal(
      findChromium({ PATH: '' }, () => false),
      null,
    ));
});

describe('why a download failed', () => {
  for (const [tail, expected] of [
    ['npm error code ENOTFOUND', /registry cannot be reached/],
    ['getaddrinfo EAI_AGAIN registry', /registry cannot be reached/],
    ['ERR_PNPM_META_FETCH_FAIL', /registry cannot be reached/],
    ['ENOSPC: no space left on device', /disk is full/],
    ['EACCES: permission denied, mkdir', /cannot be written/],
    ['ERR_PNPM_OUTDATED_LOCKFILE Cannot install', /does not match/],
  ]) {
    test(tail, () => {
      const { message, detail } = downloadFailure('It failed', tail);
      assert.match(message, expected);
      assert.equal(detail, '', 'one line, without the noise of the tool');
    });
  }

  test('an unknown reason shows what the tool said', () => {
    const { message, detail } = downloadFailure('It failed', 'something else');
    assert.match(message, /lines above/);
    assert.equal(detail, 'something else');
  });
});
