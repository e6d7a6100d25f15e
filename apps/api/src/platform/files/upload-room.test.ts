import { tmpdir } from 'node:os';
import { expect, test } from '@jest/globals';
import { refuseUnlessRoomFor, UploadRoom } from './upload-room.ts';

test('so many whole files at once and no more; the next may come when one is done', async () => {
  const room = new UploadRoom();
  const open: (() => void)[] = [];
  const running = [1, 2, 3].map(() => room.run('whole', () => new Promise<void>((done) => open.push(done))));
  await expect(room.run('whole', async () => 'no')).rejects.toMatchObject({
    code: 'server.unavailable',
    facts: { retryAfterSeconds: 2 },
  });
  expect(await room.run('stream', async () => 'another kind')).toBe('another kind');
  open[0]?.();
  await running[0];
  expect(await room.run('whole', async () => 'yes')).toBe('yes');
  await expect(room.run('whole', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(await room.run('whole', async () => 'its place is free again')).toBe('its place is free again');
  for (const done of open) done();
  await Promise.all(running);
});

test('a disk too small for the file and its reserve is said to be full', async () => {
  await refuseUnlessRoomFor(tmpdir(), 1);
  await expect(refuseUnlessRoomFor(tmpdir(), 2 ** 60)).rejects.toMatchObject({ code: 'server.storage-full' });
});
