import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApiClient, type ApiClient } from '@junheng/api-client';
import { problemSchema, type Problem } from '@junheng/api-contract';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.ts';
import { SESSION_COOKIE } from '../../src/modules/access/session-cookie.ts';
import { hashToken, newToken } from '../../src/modules/access/tokens.ts';
import { Anchors } from '../../src/platform/audit/anchors.ts';
import { HeadSigner } from '../../src/platform/audit/head-signer.ts';
import { Sealer } from '../../src/platform/audit/sealer.ts';
import { FixedClock } from '../../src/platform/clock/clock.ts';
import { parseConfig, type AppConfig } from '../../src/platform/config/config.ts';
import { systemActor } from '../../src/platform/database/actor.ts';
import { Database, Transactions } from '../../src/platform/database/database.ts';
import { createApplication } from '../../src/platform/http/application.ts';
import { Logger } from '../../src/platform/logging/logger.ts';
import { createWorld, type Persona, type World } from '../factories/world.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

/** One answer of the server. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body parsed as JSON, or the text where it is not JSON, or null when empty. */
  readonly body: unknown;
  /** The body as a problem; throws when it is none. */
  problem(): Problem;
}

/** Somebody's browser: cookie and CSRF token are sent with everything. */
export interface TestBrowser {
  readonly headers: Readonly<Record<string, string>>;
  readonly baseUrl: string;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
  patch(path: string, body?: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  /** Anything else: multipart bodies, odd headers. */
  send(
    method: string,
    path: string,
    init?: { readonly body?: string | FormData | Uint8Array<ArrayBuffer>; readonly headers?: Record<string, string> },
  ): Promise<Answer>;
}

export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly baseUrl: string;
  readonly config: AppConfig;
  readonly clock: FixedClock;
  readonly database: Database;
  readonly transactions: Transactions;
  readonly testDatabase: TestDatabase;
  readonly world: World;
  readonly anchors: Anchors;
  readonly sealer: Sealer;
  /** Lines the server logged. */
  readonly log: readonly string[];
  /** Signed in as a persona of the world. */
  as(persona: Persona): Promise<TestBrowser>;
  asPerson(personId: string): Promise<TestBrowser>;
  /** The typed client of the apps, signed in as a persona: refusals reject with `ApiProblemError`. */
  clientOf(persona: Persona): Promise<ApiClient>;
  /** Nobody signed in. */
  anonymous(): TestBrowser;
  stop(): Promise<void>;
}

/**
 * The whole server over its own database, listening on a free port, in a small world (`world.ts`).
 *
 * Real: everything. Replaced: the clock, which stands at 2026-09-10 09:00 in Beijing until moved.
 */
export async function startTestApi(
  options: { readonly environment?: Readonly<Record<string, string>>; readonly passwordHash?: string } = {},
): Promise<TestApi> {
  const testDatabase = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'junheng-api-'));
  const config = parseConfig({ DATA_DIR: dataDir, PORT: '0', JUNHENG_LOG: 'json', ...options.environment });
  const clock = new FixedClock();
  const log: string[] = [];
  const logger = new Logger(config.log, (line) => log.push(line));
  const { dataSource } = testDatabase;
  const transactions = new Transactions(dataSource, clock);
  const world = await transactions.run(systemActor('test'), (tx) => createWorld(tx, options.passwordHash));
  const app = await createApplication(AppModule.on({ config, dataSource, clock, logger }), config, logger);
  await app.listen(0, '127.0.0.1');
  const baseUrl = await app.getUrl();
  const anchors = new Anchors(config.anchorsFile, new HeadSigner(config.auditKeyFile));

  const asPerson = async (personId: string): Promise<TestBrowser> => {
    const token = newToken();
    const csrfToken = newToken();
    await transactions.run(systemActor('test'), (tx) =>
      tx.execute(
        `INSERT INTO sessions (token_hash, csrf_token, person_id, started_at, last_seen_at, ends_at, address, user_agent)
         VALUES ($1, $2, $3, $4, $4, $5, '127.0.0.1', 'test')`,
        [hashToken(token), csrfToken, personId, tx.at, new Date(tx.at.getTime() + config.sessionHours * 3_600_000)],
      ),
    );
    return browser(baseUrl, { cookie: `${SESSION_COOKIE}=${token}`, 'x-csrf-token': csrfToken });
  };
  return {
    app,
    baseUrl,
    config,
    clock,
    database: new Database(dataSource),
    transactions,
    testDatabase,
    world,
    anchors,
    sealer: new Sealer(transactions, anchors, clock, logger),
    log,
    as: (persona) => asPerson(world.people[persona]),
    asPerson,
    clientOf: async (persona) =>
      createApiClient({
        baseUrl,
        headers: (await asPerson(world.people[persona])).headers,
        fetch: (request) => fetch(request),
      }),
    anonymous: () => browser(baseUrl, {}),
    stop: async () => {
      await app.close();
      await testDatabase.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A browser with these headers; paths are below `/api/v1` unless they begin with it or with `//`. */
export function browser(baseUrl: string, headers: Readonly<Record<string, string>>): TestBrowser {
  const send: TestBrowser['send'] = async (method, path, init = {}) => {
    const url = path.startsWith('//') ? path.slice(1) : path.startsWith('/api/') ? path : `/api/v1${path}`;
    const response = await fetch(`${baseUrl}${url}`, {
      method,
      headers: { ...headers, ...init.headers },
      redirect: 'manual',
      ...(init.body === undefined ? {} : { body: init.body }),
    });
    const text = await response.text();
    const body = text === '' ? null : parse(text);
    return { status: response.status, headers: response.headers, body, problem: () => problemSchema.parse(body) };
  };
  const withBody = (method: string) => (path: string, body?: unknown) =>
    body === undefined
      ? send(method, path)
      : send(method, path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  return {
    headers,
    baseUrl,
    send,
    get: (path) => send('GET', path),
    post: withBody('POST'),
    put: withBody('PUT'),
    patch: withBody('PATCH'),
    delete: (path) => send('DELETE', path),
  };
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
