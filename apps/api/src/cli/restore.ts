import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { restore } from '../platform/backup/restore.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { runCommand } from './command.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `Usage: restore --from FOLDER
Fills an empty database (an empty DATA_DIR, or an empty one at DATABASE_URL) from a backup. The server must not be running.`;

runCommand(USAGE, async (config, say) => {
  const { values } = parseArgs({ options: { from: { type: 'string' } } });
  if (values.from === undefined) throw new UsageError('Say which backup to restore.');
  const folder = resolve(values.from);
  const database = await openDatabase(config, { migrate: false });
  try {
    const target = {
      databaseUrl: database.url,
      filesFolder: join(config.dataDir, 'files'),
      anchorsFile: config.anchorsFile,
      auditKeyFile: config.auditKeyFile,
    };
    const manifest = await restore(folder, target, new Date());
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    say(`Restored ${rows} rows and ${manifest.files.length} files as of ${manifest.createdAt}.`);
    say('Now run verify-audit.');
    return 0;
  } finally {
    await database.close();
  }
});
