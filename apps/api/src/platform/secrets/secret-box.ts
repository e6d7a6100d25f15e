import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../database/startup-error.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = 'v1:';

/** The key is gone, is another one, or what was stored was changed. */
export class SecretUnreadable extends Error {
  constructor(reason: string) {
    super(`a stored secret cannot be read: ${reason}`);
    this.name = 'SecretUnreadable';
  }
}

/**
 * Seals what must be stored and read again (not passwords: those are hashed) with AES-256-GCM. The key is a file of its own,
 * made with the first secret: a dump of the database or a backup alone tells nothing.
 */
export class SecretBox {
  constructor(private readonly keyFile: string) {}

  /** @param owner whose secret it is: sealed for one, it cannot be opened for another */
  seal(secret: string, owner: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keyForSealing(), nonce).setAAD(Buffer.from(owner, 'utf8'));
    const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return FORMAT + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** @throws SecretUnreadable */
  open(sealed: string, owner: string): string {
    if (!sealed.startsWith(FORMAT)) throw new SecretUnreadable('unknown format');
    const bytes = Buffer.from(sealed.slice(FORMAT.length), 'base64url');
    const key = this.readKey();
    if (key === null) throw new SecretUnreadable(`there is no ${this.keyFile}`);
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(owner, 'utf8'))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      throw new SecretUnreadable('sealed with another key, or changed');
    }
  }

  private keyForSealing(): Buffer {
    const known = this.readKey();
    if (known !== null) return known;
    mkdirSync(dirname(this.keyFile), { recursive: true });
    try {
      writeFileSync(this.keyFile, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process of the same folder was faster: its key counts.
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const made = this.readKey();
    if (made === null) throw new SecretUnreadable(`${this.keyFile} could not be made`);
    return made;
  }

  private readKey(): Buffer | null {
    if (!existsSync(this.keyFile)) return null;
    const key = Buffer.from(readFileSync(this.keyFile, 'utf8').trim(), 'base64');
    if (key.length !== KEY_BYTES) throw new SecretUnreadable(`${this.keyFile} holds no key`);
    return key;
  }
}
