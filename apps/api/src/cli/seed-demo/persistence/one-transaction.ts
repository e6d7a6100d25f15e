import type { DataSource, QueryRunner } from 'typeorm';

/** One at a time over all processes that start on the same empty database ("JHsd"). */
const SEED_LOCK = 0x4a487364;

/**
 * Runs `work` on a data source whose every transaction is a savepoint of a single one: either all of it is there afterwards, or
 * nothing, even if the process is killed in the middle.
 *
 * `work` must do one thing at a time: all of it shares one connection.
 */
export async function inOneTransaction<Result>(
  dataSource: DataSource,
  work: (dataSource: DataSource) => Promise<Result>,
): Promise<Result> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.startTransaction();
    await runner.query('SELECT pg_advisory_xact_lock($1)', [SEED_LOCK]);
    const result = await work(sharing(dataSource, runner));
    await runner.commitTransaction();
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

/** The same data source, except that everybody gets the one connection, one statement at a time, and nobody gives it back. */
function sharing(dataSource: DataSource, runner: QueryRunner): DataSource {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = async (send: () => Promise<unknown>): Promise<unknown> => {
    const next = last.then(send);
    last = next.catch(() => undefined);
    return next;
  };
  const query = (...parameters: Parameters<QueryRunner['query']>): Promise<unknown> =>
    inTurn(() => runner.query(...parameters));
  // What prepares its statements sends them past the runner, on the connection itself.
  const connect = async (): Promise<object> => {
    const client = (await runner.connect()) as { query: (...parameters: unknown[]) => Promise<unknown> };
    return replacing(client, { query: (...parameters: unknown[]) => inTurn(() => client.query(...parameters)) });
  };
  const lasting = replacing(runner, { query, connect, release: async () => undefined });
  return replacing(dataSource, { query, createQueryRunner: () => lasting });
}

function replacing<Target extends object>(target: Target, replacements: Readonly<Record<string, unknown>>): Target {
  return new Proxy(target, {
    get: (original, key): unknown => {
      if (typeof key === 'string' && Object.hasOwn(replacements, key)) return replacements[key];
      const value: unknown = Reflect.get(original, key, original);
      return typeof value === 'function' ? (value.bind(original) as unknown) : value;
    },
  });
}
