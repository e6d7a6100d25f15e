import { Global, Module, type DynamicModule } from '@nestjs/common';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Anchors } from './audit/anchors.ts';
import { AuditLog } from './audit/audit-log.ts';
import { HeadSigner } from './audit/head-signer.ts';
import { Sealer } from './audit/sealer.ts';
import { Clock } from './clock/clock.ts';
import { APP_CONFIG, type AppConfig } from './config/config.ts';
import { Database, Transactions } from './database/database.ts';
import { FileStore, FolderFileStore } from './files/file-store.ts';
import { UploadRoom } from './files/upload-room.ts';
import { HealthController } from './http/health.controller.ts';
import { Logger } from './logging/logger.ts';
import { MailTransport } from './mail/mail-transport.ts';
import { SecretBox } from './secrets/secret-box.ts';

/** What a process is built on: made by main.ts, a command or a test, and handed to the modules. */
export interface Platform {
  readonly config: AppConfig;
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly logger: Logger;
}

@Global()
@Module({})
export class PlatformModule {
  static on(platform: Platform): DynamicModule {
    const { config, clock, logger } = platform;
    const transactions = new Transactions(platform.dataSource, clock);
    const signer = new HeadSigner(config.auditKeyFile);
    const anchors = new Anchors(config.anchorsFile, signer);
    const providers = [
      { provide: APP_CONFIG, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Logger, useValue: logger },
      { provide: Database, useValue: new Database(platform.dataSource) },
      { provide: Transactions, useValue: transactions },
      { provide: FileStore, useValue: new FolderFileStore(join(config.dataDir, 'files')) },
      { provide: SecretBox, useValue: new SecretBox(config.keyFile) },
      { provide: HeadSigner, useValue: signer },
      { provide: Anchors, useValue: anchors },
      { provide: Sealer, useValue: new Sealer(transactions, anchors, clock, logger) },
      AuditLog,
      MailTransport,
      UploadRoom,
    ];
    return { module: PlatformModule, providers, exports: providers, controllers: [HealthController] };
  }
}
