import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from '../app.module.ts';
import { FixedClock } from '../platform/clock/clock.ts';
import { previewConfig } from '../platform/config/config.ts';
import { createDataSource } from '../platform/database/database.ts';
import { createApplication } from '../platform/http/application.ts';
import { describeApi } from '../platform/http/openapi.ts';
import { Logger } from '../platform/logging/logger.ts';

/** The OpenAPI document of this release, without a database: Nest only looks at the decorators. */
export async function describeRoutes(): Promise<OpenAPIObject> {
  const config = previewConfig();
  const logger = new Logger('off');
  const dataSource = createDataSource('postgresql://127.0.0.1:1/none', { pool: 1 });
  const module = AppModule.on({ config, dataSource, clock: new FixedClock(), logger });
  const app = await createApplication(module, config, logger, { preview: true });
  try {
    return describeApi(app);
  } finally {
    await app.close();
  }
}

/** As it is committed: two spaces, a newline at the end. */
export function documentText(document: OpenAPIObject): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
