import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text as wholeText } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface TestMailServer {
  readonly url: string;
  /** What arrived, oldest first. */
  readonly mails: readonly Email[];
  /** Addresses that are refused from now on, each with the server's answer. */
  readonly refuse: Map<string, { readonly code: number; readonly text: string }>;
  stop(): Promise<void>;
}

/** A real SMTP server on a free port that keeps what it is sent. */
export async function startMailServer(port = 0): Promise<TestMailServer> {
  const mails: Email[] = [];
  const refuse = new Map<string, { readonly code: number; readonly text: string }>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    // The sender keeps its connection open for the next mail: ending the server does not wait for it.
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, answer) => {
      const refusal = refuse.get(address);
      if (refusal === undefined) answer();
      else answer(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData: (stream, _session, answer) => {
      wholeText(stream)
        .then(async (raw) => {
          mails.push(await PostalMime.parse(raw));
          answer();
        })
        .catch((error: unknown) => answer(error instanceof Error ? error : new Error('not read')));
    },
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    refuse,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
