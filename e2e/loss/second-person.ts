import { randomUUID } from 'node:crypto';
import type { DemoSignIn } from '../harness/running-server.ts';

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const TRIES = 200;

interface Signed {
  readonly cookie: string;
  readonly token: string;
}

/** Somebody else of the school, whose line is good: writes cells past the pages, until the server has said that it has them. */
export class SecondPerson {
  #signed: Signed | null = null;

  constructor(
    readonly person: DemoSignIn,
    readonly address: () => string,
  ) {}

  /** Writes over whatever the cell holds now, as a person who looks at it would. */
  async write(reportId: string, cell: string, value: string): Promise<void> {
    const key = randomUUID();
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (await this.#attempt(reportId, cell, value, key).catch(() => false)) return;
      await pause(100);
    }
    throw new Error(`The second person could not write ${cell}`);
  }

  async #attempt(reportId: string, cell: string, value: string, key: string): Promise<boolean> {
    this.#signed ??= await this.#signIn();
    const report = `${this.address()}/api/v1/self-reports/${reportId}`;
    const headers = {
      cookie: this.#signed.cookie,
      'x-csrf-token': this.#signed.token,
      'content-type': 'application/json',
    };
    const read = await fetch(report, { headers });
    if (!read.ok) {
      this.#signed = null;
      return false;
    }
    const { cellRevisions } = (await read.json()) as { cellRevisions: Record<string, number> };
    const changes = [{ cell, value, baseRevision: cellRevisions[cell] ?? 0 }];
    const answer = await fetch(`${report}/cells`, { method: 'PATCH', headers, body: JSON.stringify({ key, changes }) });
    await answer.arrayBuffer();
    return answer.ok;
  }

  async #signIn(): Promise<Signed> {
    const answer = await fetch(`${this.address()}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: this.person.login, password: this.person.password }),
    });
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    return {
      cookie: answer.headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; '),
      token: csrfToken,
    };
  }
}
