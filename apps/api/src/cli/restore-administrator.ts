import { NestFactory } from '@nestjs/core';
import { parseArgs } from 'node:util';
import { AppModule } from '../app.module.ts';
import { PeopleService } from '../modules/access/people.service.ts';
import { SystemClock } from '../platform/clock/clock.ts';
import { systemActor } from '../platform/database/actor.ts';
import { Database } from '../platform/database/database.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { Logger } from '../platform/logging/logger.ts';
import { runCommand } from './command.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `Usage: restore-administrator --login NAME [--name DISPLAY_NAME] [--county CODE]
Makes a person administrator of a county and prints a one-time link to choose a password. --county may be left out when there
is only one. The server may be running.`;

runCommand(USAGE, async (config, say) => {
  const { values } = parseArgs({
    options: { login: { type: 'string' }, name: { type: 'string' }, county: { type: 'string' } },
  });
  const { login, county } = values;
  if (login === undefined || !/^[a-z0-9][a-z0-9._-]{2,49}$/.test(login)) {
    throw new UsageError('--login takes 3 to 50 small letters, digits, dots, hyphens and underscores.');
  }
  const database = await openDatabase(config, { beside: true });
  try {
    const counties = await new Database(database.dataSource).query<{ id: string; code: string; name: string }>(
      `SELECT id, code, name FROM regions WHERE level = 'county' AND ($1::text IS NULL OR code = $1) ORDER BY code`,
      [county ?? null],
    );
    const [only, another] = counties;
    if (only === undefined)
      throw new UsageError(county === undefined ? 'There is no county yet.' : `No county ${county}.`);
    if (another !== undefined) throw new UsageError('There are several counties: say --county CODE.');
    const { dataSource } = database;
    const platform = { config, dataSource, clock: new SystemClock(), logger: new Logger('off') };
    const context = await NestFactory.createApplicationContext(AppModule.on(platform), { logger: false });
    try {
      const wanted = { login, displayName: values.name ?? login, countyId: only.id };
      const link = await context.get(PeopleService).restoreAdministrator(systemActor('restore-administrator'), wanted);
      say(`${login} is administrator of ${only.name} (${only.code}). Open once, by ${link.expiresAt.toISOString()}:`);
      say(`  ${link.url}`);
    } finally {
      await context.close();
    }
    return 0;
  } finally {
    await database.close();
  }
});
