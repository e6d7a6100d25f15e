import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text as wholeText } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface TestMailServer {
  readonly url: string;
  /** What arrived, oldest first. */
  readonly mails: readonly Email[];
  /** Addresses that are refused from now on, as reader or as sender, each with the server's answer; it repeats the address. */
  readonly refuse: Map<string, { readonly code: number; readonly text: string }>;
  /** From now on no reader is answered. @returns when the first one waits */
  hang(): Promise<void>;
  stop(): Promise<void>;
}

/** A real SMTP server on a free port that keeps what it is sent. */
export async function startMailServer(port = 0): Promise<TestMailServer> {
  const mails: Email[] = [];
  const refuse = new Map<string, { readonly code: number; readonly text: string }>();
  let hanging: (() => void) | null = null;
  const refusalOf = (address: string): Error | null => {
    const refusal = refuse.get(address);
    if (refusal === undefined) return null;
    // As servers do, in their own spelling.
    const said = `<${address.toUpperCase()}>: ${refusal.text}`;
    return Object.assign(new Error(said), { responseCode: refusal.code });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    // The sender keeps its connection open for the next mail: ending the server does not wait for it.
    closeTimeout: 100,
    onMailFrom: ({ address }, _session, answer) => answer(refusalOf(address)),
    onRcptTo: ({ address }, _session, answer) => {
      if (hanging === null) answer(refusalOf(address));
      else hanging();
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
    hang: () =>
      new Promise((resolve) => {
        hanging = resolve;
      }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
