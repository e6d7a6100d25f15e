import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { accessErrors } from './access.errors.ts';

/** The library's default algorithm is argon2id; OWASP's parameters for it: 19 MiB, 2 passes, 1 lane; about 13 ms on one core. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Hashes at a time, off the main thread. The other half of the cores is left to the saves and to PostgreSQL. */
const AT_ONCE = Math.max(1, Math.floor(availableParallelism() / 2));
/** Waiting ones; at 13 ms each the last waits a few seconds. More are told to come back. */
const MOST_WAITING = 500;
/** Verified when there is no such account, so that the answer takes as long. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$YWJjZGVmZ2hpamtsbW5vcA$Wm9tYmllc0RvTm90U2lnbkluSGVyZUV2ZXJBdEFsbDA';

@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFKC'), PARAMETERS));
  }

  /** `stored` null (no such account, or no password yet) takes as long and is never right. */
  async verify(stored: string | null, password: string): Promise<boolean> {
    return this.inTurn(async () => {
      const right = await verify(stored ?? NOBODY, password.normalize('NFKC')).catch(() => false);
      return right && stored !== null;
    });
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= MOST_WAITING) throw accessErrors.busy();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
