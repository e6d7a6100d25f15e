import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { SecretBox, SecretUnreadable } from './secret-box.ts';

let folder: string;
let keyFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-secret-'));
  keyFile = join(folder, 'inside', 'secret-key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was sealed is opened again, by another process of the same key too, and never twice the same', () => {
  const box = new SecretBox(keyFile);
  const sealed = box.seal('JBSWY3DPEHPK3PXP', 'somebody');
  expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
  expect(box.seal('JBSWY3DPEHPK3PXP', 'somebody')).not.toBe(sealed);
  expect(new SecretBox(keyFile).open(sealed, 'somebody')).toBe('JBSWY3DPEHPK3PXP');
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
});

test('not for somebody else, not changed, not with another key, not without one', () => {
  const box = new SecretBox(keyFile);
  const sealed = box.seal('a secret', 'somebody');
  const last = sealed.at(-1) === 'A' ? 'B' : 'A';
  expect(() => box.open(sealed, 'somebody else')).toThrow(SecretUnreadable);
  expect(() => box.open(sealed.slice(0, -1) + last, 'somebody')).toThrow(SecretUnreadable);
  expect(() => box.open('plain', 'somebody')).toThrow(SecretUnreadable);
  const key = readFileSync(keyFile, 'utf8');
  rmSync(keyFile);
  expect(() => box.open(sealed, 'somebody')).toThrow(SecretUnreadable);
  box.seal('another', 'somebody');
  expect(() => box.open(sealed, 'somebody')).toThrow(SecretUnreadable);
  writeFileSync(keyFile, 'short');
  expect(() => box.open(sealed, 'somebody')).toThrow(SecretUnreadable);
  writeFileSync(keyFile, key);
  expect(box.open(sealed, 'somebody')).toBe('a secret');
});
