import { setTimeout as wait } from 'node:timers/promises';
import type { SaveCellsRequest } from '@junheng/api-contract';
import { HttpConnection, type HttpAnswer, type HttpRequest } from './http-connection.ts';
import { Latencies } from './latencies.ts';
import type { LoadSchool } from './load-schools.ts';
import { TypingSchool } from './typing.ts';

/** What went wrong on the way and was sent again. */
export interface Troubles {
  dropped: number;
  duplicates: number;
  retries: number;
}

export interface LoadContext {
  readonly address: string;
  readonly random: () => number;
  /** `performance.now()` when it ends. */
  readonly endAt: number;
  readonly troubles: Troubles;
}

const DROPPED_SHARE = 0.05;
const DUPLICATE_SHARE = 0.05;
const GIVE_UP_MILLISECONDS = 180_000;

/** Sends until a whole answer comes that is no 5xx or 429: what a browser with a journal does. */
async function sendUntilAnswered(
  context: LoadContext,
  connection: HttpConnection,
  request: HttpRequest,
): Promise<HttpAnswer> {
  const giveUpAt = performance.now() + GIVE_UP_MILLISECONDS;
  for (;;) {
    const drop = context.random() < DROPPED_SHARE && performance.now() < context.endAt;
    if (drop) context.troubles.dropped += 1;
    try {
      // Cut off at a random moment: before the server has it, while it works, or with the answer under way.
      const signal = drop ? { signal: AbortSignal.timeout(Math.floor(context.random() * 40)) } : {};
      const answer = await connection.send({ ...request, ...signal });
      if (answer.status < 500 && answer.status !== 429) return answer;
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
    }
    context.troubles.retries += 1;
    await wait(20 + context.random() * 200);
  }
}

/** Runs `act` every so often until the end; one that takes too long delays the next and lowers the rate. */
async function paced(context: LoadContext, everyMilliseconds: number, act: () => Promise<void>): Promise<void> {
  let due = performance.now() + context.random() * everyMilliseconds;
  while (due < context.endAt) {
    await wait(Math.max(0, due - performance.now()));
    await act();
    due = Math.max(due + everyMilliseconds, performance.now());
  }
}

export interface TypedSchool {
  readonly school: LoadSchool;
  readonly acknowledged: readonly { readonly request: SaveCellsRequest; readonly revision: number }[];
}

/** One school saves one cell after another; some saves are sent twice at once, some are cut off and sent again. */
export async function typeInto(
  context: LoadContext,
  school: LoadSchool,
  everyMilliseconds: number,
  latencies: Latencies,
): Promise<TypedSchool> {
  const connection = new HttpConnection(context.address);
  const second = new HttpConnection(context.address);
  const typing = new TypingSchool(school, context.random);
  const acknowledged: { request: SaveCellsRequest; revision: number }[] = [];
  try {
    await paced(context, everyMilliseconds, async () => {
      const body = typing.save();
      const request: HttpRequest = { method: 'PATCH', path: typing.path, headers: school.reporter, body };
      const began = performance.now();
      const twice = context.random() < DUPLICATE_SHARE;
      if (twice) context.troubles.duplicates += 1;
      const [answer, again] = await Promise.all([
        sendUntilAnswered(context, connection, request),
        twice ? sendUntilAnswered(context, second, request) : null,
      ]);
      latencies.add(performance.now() - began);
      if (answer.status !== 200) throw new Error(`a save was refused: ${answer.status} ${JSON.stringify(answer.body)}`);
      if (again !== null && JSON.stringify(again.body) !== JSON.stringify(answer.body)) {
        throw new Error(`one save, two answers: ${JSON.stringify(answer.body)} and ${JSON.stringify(again.body)}`);
      }
      acknowledged.push({ request: body, revision: typing.acknowledged(body, answer.body) });
    });
  } finally {
    await connection.close();
    await second.close();
  }
  return { school, acknowledged };
}

export interface MovedSchool {
  readonly school: LoadSchool;
  readonly submitted: number;
  readonly withdrawn: number;
}

/** A principal submits, withdraws, submits … A move whose answer was lost is looked up before it is sent again. */
export async function submitInto(
  context: LoadContext,
  school: LoadSchool,
  everyMilliseconds: number,
  latencies: Latencies,
): Promise<MovedSchool> {
  const connection = new HttpConnection(context.address);
  const report = `/api/v1/self-reports/${school.reportId}`;
  const done = { submit: 0, withdraw: 0 };
  let lies = false;
  try {
    await paced(context, everyMilliseconds, async () => {
      const move = lies ? 'withdraw' : 'submit';
      const began = performance.now();
      const answer = await sendUntilAnswered(context, connection, {
        method: 'POST',
        path: `${report}/${move}`,
        headers: school.principal,
        body: { revision: school.start.revision },
      });
      const { code } = (answer.body ?? {}) as { readonly code?: string };
      // Sent again after it had been done: the state it wanted is there.
      if (answer.status !== 200 && code !== 'self-report.wrong-status') {
        throw new Error(`${move} was refused: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      latencies.add(performance.now() - began);
      done[move] += 1;
      lies = !lies;
    });
  } finally {
    await connection.close();
  }
  return { school, submitted: done.submit, withdrawn: done.withdraw };
}

/** Somebody who opens reports. Nothing is lost with a read; it is asked again. */
export async function readFrom(
  context: LoadContext,
  schools: readonly LoadSchool[],
  everyMilliseconds: number,
  latencies: Latencies,
): Promise<void> {
  const connection = new HttpConnection(context.address);
  try {
    await paced(context, everyMilliseconds, async () => {
      const school = schools[Math.floor(context.random() * schools.length)];
      if (school === undefined) return;
      const path = context.random() < 0.3 ? '/api/v1/self-reports/due' : `/api/v1/self-reports/${school.reportId}`;
      const began = performance.now();
      const answer = await sendUntilAnswered(context, connection, { method: 'GET', path, headers: school.reporter });
      if (answer.status !== 200) throw new Error(`a read was refused: ${answer.status}`);
      latencies.add(performance.now() - began);
    });
  } finally {
    await connection.close();
  }
}
