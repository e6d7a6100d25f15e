import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Trouble } from './plan.ts';

interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Values that an answer of the server says it has stored. */
function storedIn(answer: Buffer): readonly string[] {
  const { saved } = JSON.parse(answer.toString('utf8')) as { saved: Record<string, string | null> };
  return Object.values(saved).filter((value) => value !== null);
}

/**
 * Stands between a page and the server, as a school's line does: at the same address while the server comes and goes, and with
 * trouble for saves where a trial wants it.
 */
export class TroubledProxy {
  /** Values that the server said it had stored, whether or not the page heard of it. */
  readonly acknowledged = new Set<string>();
  /** Those of them of which a page heard. */
  readonly delivered = new Set<string>();
  /** What befalls the next save of a cell. */
  readonly #troubles = new Map<string, Trouble>();
  #delayMs = 0;
  readonly #server = createServer((incoming, outgoing) => {
    this.#pass(incoming, outgoing).catch(() => outgoing.destroy());
  });

  constructor(readonly target: () => string) {}

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  trouble(troubles: ReadonlyMap<string, Trouble>, delayMs: number): void {
    this.#troubles.clear();
    for (const [cell, trouble] of troubles) this.#troubles.set(cell, trouble);
    this.#delayMs = delayMs;
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bytesOf(incoming);
    const isSave = incoming.method === 'PATCH' && (incoming.url ?? '').endsWith('/cells');
    const trouble = isSave ? this.#troubleOf(body) : 'none';
    if (trouble === 'slow-request') await pause(this.#delayMs);
    if (trouble === 'lost-request') return void outgoing.destroy();
    const answers = [this.#forward(incoming, body)];
    if (trouble === 'twice') answers.push(this.#forward(incoming, body));
    const [answer] = (await Promise.all(answers)).slice(-1);
    if (answer === undefined) return;
    const stored = isSave && answer.status === 200 ? storedIn(answer.body) : [];
    for (const value of stored) this.acknowledged.add(value);
    if (trouble === 'slow-answer') await pause(this.#delayMs);
    if (trouble === 'lost-answer') return void outgoing.destroy();
    outgoing.writeHead(answer.status, answer.headers);
    outgoing.end(answer.body, () => {
      for (const value of stored) this.delivered.add(value);
    });
  }

  /** A save that has met its trouble goes through when it is repeated, or the trial would never end; one sent twice always is. */
  #troubleOf(body: Buffer): Trouble {
    const { changes } = JSON.parse(body.toString('utf8')) as { changes: { cell: string }[] };
    const met = changes.map(({ cell }) => this.#troubles.get(cell) ?? 'none').filter((trouble) => trouble !== 'none');
    for (const { cell } of changes) if (this.#troubles.get(cell) !== 'twice') this.#troubles.delete(cell);
    return met[0] ?? 'none';
  }

  async #forward(incoming: IncomingMessage, body: Buffer): Promise<Answer> {
    const { hostname, port } = new URL(this.target());
    // The server answers uncompressed: the body is read here.
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    const forwarded = request({ hostname, port, method: incoming.method, path: incoming.url, headers });
    forwarded.end(body);
    const [answer] = (await once(forwarded, 'response')) as [IncomingMessage];
    const answered = await bytesOf(answer);
    const { 'transfer-encoding': _, connection: __, ...kept } = answer.headers;
    return { status: answer.statusCode ?? 502, headers: kept, body: answered };
  }
}
