import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { migrations } from '../../../migrations/list.ts';
import { Clock } from '../clock/clock.ts';
import { InvariantError } from '../errors/domain-error.ts';
import type { Actor } from './actor.ts';
import { preparedName } from './prepared-statements.ts';
import type { Reader, SqlValue, StatementWriter, Transaction } from './transaction.ts';

const DATE = 1082;
const BIGINT = 20;
pg.types.setTypeParser(DATE, (text: string) => text);
pg.types.setTypeParser(BIGINT, (text: string) => {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new InvariantError(`bigint ${text} does not fit a number`);
  return number;
});

/** One migration at a time over all processes: the key of the advisory lock ("JHmg"). */
const MIGRATION_LOCK = 0x4a486d67;

/**
 * Not connected yet: connecting and migrating are steps of their own, so that each can fail with its own line.
 * @param options.upTo names of the only migrations to run: for restoring the backup of an earlier release
 */
export function createDataSource(
  url: string,
  options: { readonly pool: number; readonly upTo?: readonly string[] },
): DataSource {
  const { pool, upTo } = options;
  return new DataSource({
    type: 'postgres',
    url,
    synchronize: false,
    installExtensions: false,
    migrations: upTo === undefined ? [...migrations] : migrations.filter((one) => upTo.includes(one.name)),
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    applicationName: 'junheng',
    poolSize: pool,
    connectTimeoutMS: 10_000,
    extra: { statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000 },
  });
}

/** Brings the schema up to this release; several processes starting together wait for one another. */
export async function migrate(dataSource: DataSource): Promise<readonly string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    // A migration may rewrite what years have gathered; what is in time for a request is not for that.
    await runner.query('SET statement_timeout = 0');
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      const executor = new MigrationExecutor(dataSource, runner);
      executor.transaction = 'each';
      const done = await executor.executePendingMigrations();
      return done.map((migration) => migration.name);
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await runner.query('RESET statement_timeout');
    }
  } finally {
    await runner.release();
  }
}

/** Names of all migrations of this release, oldest first. */
export const migrationNames: readonly string[] = migrations.map((one) => one.name);

/** Reading outside a transaction. Writing is only possible inside `Transactions.run`. */
export class Database implements Reader {
  constructor(readonly dataSource: DataSource) {}

  async query<Row extends object>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    return sendAlone<Row>(this.dataSource, sql, parameters);
  }
}

/** One statement on whichever connection is free. It is committed, or has done nothing, when this settles. */
async function sendAlone<Row extends object>(
  dataSource: DataSource,
  sql: string,
  parameters: readonly SqlValue[],
): Promise<Row[]> {
  const runner = dataSource.createQueryRunner();
  try {
    const { rows } = await send(dataSource, await clientOf(runner), sql, parameters);
    return rowsOf<Row>(rows);
  } finally {
    await runner.release();
  }
}

class RunningTransaction implements Transaction {
  constructor(
    private readonly dataSource: DataSource,
    private readonly client: pg.ClientBase,
    readonly actor: Actor,
    readonly at: Date,
  ) {}

  async query<Row extends object>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    const { rows } = await send(this.dataSource, this.client, sql, parameters);
    return rowsOf<Row>(rows);
  }

  async execute(sql: string, parameters: readonly SqlValue[] = []): Promise<number> {
    return (await send(this.dataSource, this.client, sql, parameters)).rowCount ?? 0;
  }

  async copy(table: string, columns: readonly string[], rows: Iterable<readonly (string | null)[]>): Promise<number> {
    const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
    const sql = `COPY ${pg.escapeIdentifier(table)} (${names}) FROM STDIN`;
    this.dataSource.logger.logQuery(sql, []);
    const copying = this.client.query(copyFrom(sql));
    await pipeline(Readable.from(copyLines(rows)), copying);
    return copying.rowCount;
  }
}

const LINES_AT_A_TIME = 500;

/** Rows in the text format of COPY, some hundred at a time. */
function* copyLines(rows: Iterable<readonly (string | null)[]>): Generator<string> {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(row.map(copyValue).join('\t'));
    if (lines.length < LINES_AT_A_TIME) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const TO_ESCAPE = /[\\\n\r\t]/;

function copyValue(value: string | null): string {
  if (value === null) return '\\N';
  return TO_ESCAPE.test(value) ? value.replaceAll(/[\\\n\r\t]/g, (mark) => ESCAPES[mark] ?? mark) : value;
}

/** The connection a runner of TypeORM holds; its own `query` cannot prepare statements. */
async function clientOf(runner: QueryRunner): Promise<pg.ClientBase> {
  const client: unknown = await runner.connect();
  return client as pg.ClientBase;
}

async function send(
  dataSource: DataSource,
  client: pg.ClientBase,
  sql: string,
  parameters: readonly SqlValue[],
): Promise<pg.QueryResult> {
  dataSource.logger.logQuery(sql, [...parameters]);
  const name = parameters.length === 0 ? undefined : preparedName(sql);
  return client.query({ text: sql, values: [...parameters], ...(name === undefined ? {} : { name }) });
}

/** The one way to open a transaction. It commits when `work` resolves and rolls back when it rejects. */
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async run<Result>(actor: Actor, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = await clientOf(runner);
      await runner.startTransaction();
      const result = await work(new RunningTransaction(this.dataSource, client, actor, this.clock.now()));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * For a write that is one statement and needs nothing read before it in the same transaction: PostgreSQL makes it a transaction of
   * its own, which saves two round trips. Only where that is measured to matter; what it writes must hold by itself.
   */
  oneStatement(): StatementWriter {
    return {
      at: this.clock.now(),
      query: (sql, parameters = []) => sendAlone(this.dataSource, sql, parameters),
    };
  }
}

/** Does this error say that a row breaks the named unique constraint or index? */
export function breaksUnique(error: unknown, constraint: string): boolean {
  const driverError: unknown = error instanceof Error && 'driverError' in error ? error.driverError : error;
  return (
    typeof driverError === 'object' &&
    driverError !== null &&
    'code' in driverError &&
    driverError.code === '23505' &&
    'constraint' in driverError &&
    driverError.constraint === constraint
  );
}

/** The shape of a row is what its statement says: the one place where rows get their type. */
function rowsOf<Row extends object>(result: unknown): Row[] {
  if (!Array.isArray(result)) throw new InvariantError('a read gave no rows: writing outside a transaction?');
  return result as Row[];
}
