import { Client } from 'undici';

export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Cuts the connection as soon as this aborts: the answer is lost, the request may have been done. */
  readonly signal?: AbortSignal;
}

/** One keep-alive connection, one request at a time. */
export class HttpConnection {
  private readonly client: Client;

  constructor(address: string) {
    this.client = new Client(address, { pipelining: 1, connect: { timeout: 5_000 }, headersTimeout: 300_000 });
  }

  /** @throws when no whole answer came: the caller cannot know whether the request was done */
  async send({ method, path, headers, body, signal }: HttpRequest): Promise<HttpAnswer> {
    const answer = await this.client.request({
      method,
      path,
      headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    });
    const text = await answer.body.text();
    return { status: answer.statusCode, headers: answer.headers, body: parse(text) };
  }

  async close(): Promise<void> {
    await this.client.destroy();
  }
}

function parse(text: string): unknown {
  if (text === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
