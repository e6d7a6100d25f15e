import { AbstractLogger } from 'typeorm';
import type { TestApi } from './test-api.ts';

class StatementLog extends AbstractLogger {
  readonly statements: string[] = [];

  override logQuery(query: string): void {
    this.statements.push(query.replace(/\s+/g, ' ').trim());
  }

  protected writeLog(): void {
    // Only statements are of interest.
  }
}

/** The SQL statements the server runs during `work`, BEGIN and COMMIT included. */
export async function statementsDuring(api: TestApi, work: () => Promise<unknown>): Promise<readonly string[]> {
  const { dataSource } = api.testDatabase;
  const before = dataSource.logger;
  const log = new StatementLog(true);
  dataSource.logger = log;
  try {
    await work();
  } finally {
    dataSource.logger = before;
  }
  return log.statements;
}
