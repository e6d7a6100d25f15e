import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../database/startup-error.ts';

/** What is signed of an anchor: its members, joined by line feeds, in UTF-8. */
export function signedText(anchor: {
  readonly kind: string;
  readonly at: string;
  readonly chainId: string;
  readonly sequence: number;
  readonly hash: string;
}): string {
  const { kind, at, chainId, sequence, hash } = anchor;
  return ['junheng-audit-head:1', kind, at, chainId, String(sequence), hash].join('\n');
}

/**
 * Signs where each chain of the audit log ends (Ed25519). The key is a file of its own, made with the first signature: whoever
 * writes to the database, or to the anchors file, cannot make an anchor without it.
 */
export class HeadSigner {
  private key: KeyObject | null = null;

  constructor(private readonly keyFile: string) {}

  /** @returns the signature in base64 */
  sign(anchor: Parameters<typeof signedText>[0]): string {
    return sign(null, Buffer.from(signedText(anchor), 'utf8'), this.privateKey()).toString('base64');
  }

  /** What signatures are checked with, and the SHA-256 of its DER form in hex: short enough to be printed and compared. */
  publicKey(): { readonly pem: string; readonly fingerprint: string } {
    const key = createPublicKey(this.privateKey());
    return {
      pem: key.export({ type: 'spki', format: 'pem' }).toString(),
      fingerprint: createHash('sha256')
        .update(key.export({ type: 'spki', format: 'der' }))
        .digest('hex'),
    };
  }

  private privateKey(): KeyObject {
    this.key ??= createPrivateKey(this.readOrMake());
    return this.key;
  }

  private readOrMake(): string {
    if (existsSync(this.keyFile)) return readFileSync(this.keyFile, 'utf8');
    mkdirSync(dirname(this.keyFile), { recursive: true });
    const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    try {
      writeFileSync(this.keyFile, made, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process of the same folder was faster: its key counts.
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    return readFileSync(this.keyFile, 'utf8');
  }
}
