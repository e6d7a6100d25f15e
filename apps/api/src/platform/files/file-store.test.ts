import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FolderFileStore } from './file-store.ts';

let folder: string;
let store: FolderFileStore;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-files-'));
  store = new FolderFileStore(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

test('the same bytes are kept once, under their hash, also when stored at the same time', async () => {
  const bytes = Buffer.from('学校\n');
  const stored = await Promise.all([store.put(bytes), store.put(bytes), store.put(bytes)]);
  expect(new Set(stored.map((file) => file.sha256)).size).toBe(1);
  expect(names()).toHaveLength(1);
  const file = await store.read(stored[0].sha256);
  expect(await file?.toArray()).toEqual([bytes]);
});

test('a file cut short by a crash is replaced', async () => {
  const { sha256 } = await store.put(Buffer.from('whole'));
  writeFileSync(join(folder, sha256.slice(0, 2), sha256), 'wh');
  await store.put(Buffer.from('whole'));
  const file = await store.read(sha256);
  expect(await file?.toArray()).toEqual([Buffer.from('whole')]);
});

test('what is not stored is null; what is no hash is refused', async () => {
  expect(await store.read('0'.repeat(64))).toBeNull();
  await expect(store.read('../../etc/passwd')).rejects.toThrow(/SHA-256/);
});

test('a stream is kept like bytes, and one that breaks leaves nothing', async () => {
  const { sha256, size } = await store.putStream(Readable.from([Buffer.from('学'), Buffer.from('校\n')]));
  expect({ sha256, size }).toEqual(await store.put(Buffer.from('学校\n')));
  const before = names().length;
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half');
      throw new Error('cut off');
    })(),
  );
  await expect(store.putStream(broken)).rejects.toThrow('cut off');
  expect(names()).toHaveLength(before);
});
