import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import { readDemoSignIns, type DemoSignIn } from './cli/seed-demo/demo-sign-ins.ts';
import { seedDemonstration } from './cli/seed-demo/seed-demonstration.ts';
import { AccessForgetting } from './modules/access/forgetting.service.ts';
import { AuditIndexing } from './modules/audit-trail/audit-indexing.service.ts';
import { MailDelivery } from './modules/messages/mail-delivery.service.ts';
import { EvaluationJobRunner } from './modules/evaluations/evaluation-job-runner.service.ts';
import { OneTimeLinksService } from './modules/access/one-time-links.service.ts';
import { FilesForgetting } from './modules/evidence/files-forgetting.service.ts';
import { SaveAnswersForgetting } from './modules/self-reports/save-answers.service.ts';
import { ReportWorkbooksForgetting } from './modules/self-reports/workbook/report-workbooks-forgetting.service.ts';
import { Anchors } from './platform/audit/anchors.ts';
import { HeadSigner } from './platform/audit/head-signer.ts';
import { Sealer } from './platform/audit/sealer.ts';
import { SystemClock } from './platform/clock/clock.ts';
import type { AppConfig } from './platform/config/config.ts';
import { Transactions } from './platform/database/database.ts';
import type { OpenDatabase } from './platform/database/open-database.ts';
import { errorCode, StartupError } from './platform/database/startup-error.ts';
import { createApplication } from './platform/http/application.ts';
import { Housekeeping } from './platform/housekeeping/housekeeping.ts';
import type { Logger } from './platform/logging/logger.ts';
import type { Platform } from './platform/platform.module.ts';

const PATIENCE_MILLISECONDS = 5_000;

export interface RunningServer {
  readonly url: string;
  readonly database: string;
  /** Where the first administrator is made, while there is nobody; null otherwise. */
  readonly firstAdministratorUrl: string | null;
  /** How to enter the demonstration; empty without one. */
  readonly demoSignIns: readonly DemoSignIn[];
  /** Ends cleanly: no new requests, the sealer, the pool, then PostgreSQL. */
  stop(): Promise<void>;
}

/**
 * Audit sealer, then HTTP, over a migrated database; taken down in the opposite order, the database last.
 * @throws StartupError with one line for the console
 */
export async function startServer(config: AppConfig, database: OpenDatabase, logger: Logger): Promise<RunningServer> {
  const clock = new SystemClock();
  const undo: (() => Promise<void>)[] = [() => database.close()];
  const stop = async () => {
    const failures: unknown[] = [];
    // A step that fails must not keep the others from being done: PostgreSQL would be left running.
    for (const step of undo.splice(0).reverse()) await step().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  try {
    if (database.migrated.length > 0) logger.info('database.migrated', { migrations: database.migrated.length });
    const { dataSource } = database;
    const anchors = new Anchors(config.anchorsFile, new HeadSigner(config.auditKeyFile));
    const sealer = new Sealer(new Transactions(dataSource, clock), anchors, clock, logger);
    await sealer.start();
    undo.push(() => sealer.stop());
    const platform: Platform = { config, dataSource, clock, logger };
    const demoSignIns = await demonstration(platform);
    const app = await createApplication(AppModule.on(platform), config, logger);
    undo.push(() => closeHttp(app));
    const housekeeping = new Housekeeping(
      [
        app.get(AccessForgetting),
        app.get(SaveAnswersForgetting),
        app.get(AuditIndexing),
        app.get(ReportWorkbooksForgetting),
        app.get(FilesForgetting),
      ],
      logger,
    );
    housekeeping.start();
    undo.push(() => housekeeping.stop());
    await listen(() => app.listen(config.port, config.host), config);
    app.get(EvaluationJobRunner).start();
    app.get(MailDelivery).start();
    const url = await app.getUrl();
    const linkPath = await app.get(OneTimeLinksService).issueFirstAdministrator();
    const firstAdministratorUrl = linkPath === null ? null : `${config.publicUrl ?? url}${linkPath}`;
    return { url, database: database.description, firstAdministratorUrl, demoSignIns, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Makes the demonstration county in an empty database, unless there is to be none; afterwards only says how to enter it. */
async function demonstration(platform: Platform): Promise<readonly DemoSignIn[]> {
  const { config, logger } = platform;
  if (config.mode !== 'demo') return [];
  const seeded = config.empty ? null : await seedDemonstration(platform);
  if (seeded !== null) logger.info('demonstration.seeded', { signIns: seeded.length });
  return seeded ?? (await readDemoSignIns(config.dataDir));
}

/** Lets requests finish that have begun; a caller that is too slow for that does not keep the server from ending. */
async function closeHttp(app: NestFastifyApplication): Promise<void> {
  const patience = setTimeout(() => app.getHttpServer().closeAllConnections(), PATIENCE_MILLISECONDS);
  try {
    await app.close();
  } finally {
    clearTimeout(patience);
  }
}

async function listen(start: () => Promise<unknown>, config: AppConfig): Promise<void> {
  try {
    await start();
  } catch (error) {
    switch (errorCode(error)) {
      case 'EADDRINUSE':
        throw new StartupError(`Port ${config.port} is in use. Set PORT to another, or end the program that uses it.`);
      case 'EACCES':
        throw new StartupError(`This user may not listen on port ${config.port}. Set PORT to 1024 or above.`);
      case 'EADDRNOTAVAIL':
      case 'ENOTFOUND':
        throw new StartupError(`HOST ${config.host} is not an address of this machine.`);
      default:
        throw error;
    }
  }
}
