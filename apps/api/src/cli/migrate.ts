import { openDatabase } from '../platform/database/open-database.ts';
import { runCommand } from './command.ts';

runCommand(
  'Usage: migrate\nBrings the schema up to this release; the server does the same when it starts.',
  async (config, say) => {
    const database = await openDatabase(config, { beside: true });
    await database.close();
    for (const name of database.migrated) say(name);
    say(database.migrated.length === 0 ? 'Nothing to do.' : `${database.migrated.length} migrations ran.`);
    return 0;
  },
);
