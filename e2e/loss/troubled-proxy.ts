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

/**
 * Stands between a page and the server, as a school's line does: at the same address while the server comes and goes, and with
 * trouble for saves where a trial wants it.
 */
export class TroubledProxy {
  /** Values that the server said it had stored, whether or not the page heard of it. */
  readonly acknowledged = new Set<string>();
  #trouble: Trouble = 'none';
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

  trouble(trouble: Trouble, delayMs: number): void {
    this.#trouble = trouble;
    this.#delayMs = delayMs;
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bytesOf(incoming);
    const isSave = incoming.method === 'PATCH' && (incoming.url ?? '').endsWith('/cells');
    const trouble = isSave ? this.#trouble : 'none';
    // One request in trouble; its repetition goes through, or the trial would never end.
    if (trouble !== 'none' && trouble !== 'twice') this.#trouble = 'none';
    if (trouble === 'slow-request') await pause(this.#delayMs);
    if (trouble === 'lost-request') return void outgoing.destroy();
    const answers = [this.#forward(incoming, body)];
    if (trouble === 'twice') answers.push(this.#forward(incoming, body));
    const [answer] = (await Promise.all(answers)).slice(-1);
    if (answer === undefined) return;
    if (isSave && answer.status === 200) this.#note(answer.body);
    if (trouble === 'slow-answer') await pause(this.#delayMs);
    if (trouble === 'lost-answer') return void outgoing.destroy();
    outgoing.writeHead(answer.status, answer.headers);
    outgoing.end(answer.body);
  }

  #note(body: Buffer): void {
    const { saved } = JSON.parse(body.toString('utf8')) as { saved: Record<string, string | null> };
    for (const value of Object.values(saved)) if (value !== null) this.acknowledged.add(value);
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
