import type { Actor } from './actor.ts';

export type SqlValue = unknown;

/** Something rows can be read from: the pool, or a transaction in progress. */
export interface Reader {
  /**
   * Runs one statement and gives its rows (also of `… RETURNING`). Dates come as `YYYY-MM-DD`, instants as Date,
   * bigint as number, numeric as text, JSONB parsed.
   */
  query<Row extends object>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
}

/** What a write that is ONE statement needs: a transaction, or a statement that is a transaction of its own. */
export interface StatementWriter extends Reader {
  /** The instant of the write by the server's clock. */
  readonly at: Date;
}

/**
 * A transaction in progress: opened by `Transactions.run` only, and a required argument of every repository method that
 * writes, so that no write can escape it.
 */
export interface Transaction extends StatementWriter {
  readonly actor: Actor;
  /** One value for all rows it writes. */
  readonly at: Date;
  /** Runs one statement and gives the number of rows it touched. */
  execute(sql: string, parameters?: readonly SqlValue[]): Promise<number>;
  /** Writes many rows by COPY: the columns' values as text, null for NULL. Gives the number of rows. */
  copy(table: string, columns: readonly string[], rows: Iterable<readonly (string | null)[]>): Promise<number>;
}
