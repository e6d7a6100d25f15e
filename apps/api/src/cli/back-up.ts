import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from '../platform/backup/back-up.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { runCommand } from './command.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `Usage: back-up --to FOLDER
Writes the database, the uploaded files and the audit anchors as of one instant into a new folder. The server may be running.`;

runCommand(USAGE, async (config, say) => {
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  if (values.to === undefined) throw new UsageError('Say where to write the backup.');
  const folder = resolve(values.to);
  const database = await openDatabase(config, { beside: true, migrate: false });
  try {
    const source = {
      databaseUrl: database.url,
      filesFolder: join(config.dataDir, 'files'),
      anchorsFile: config.anchorsFile,
    };
    const manifest = await backUp(source, folder, new Date());
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    say(`${folder}: ${manifest.tables.length} tables, ${rows} rows, ${manifest.files.length} files.`);
    return 0;
  } finally {
    await database.close();
  }
});
