import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openDatabase } from '../platform/database/open-database.ts';
import { verifyAuditLog } from './audit-verifier.ts';
import { runCommand } from './command.ts';

const USAGE = `Usage: verify-audit [--anchors FILE]... [--json]
Checks the tamper-evident log against itself and its anchors. Status 0: intact. 1: damaged; the first bad entry of each chain is named.`;

runCommand(USAGE, async (config, say) => {
  const { values } = parseArgs({
    options: { anchors: { type: 'string', multiple: true }, json: { type: 'boolean', default: false } },
  });
  const files = values.anchors ?? [config.anchorsFile];
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) {
    say(`There is no anchors file ${missing.join(', ')}: what was cut off the end of the log cannot be seen.`);
    return 1;
  }
  const database = await openDatabase(config, { beside: true, migrate: false });
  const client = new pg.Client({ connectionString: database.url });
  try {
    await client.connect();
    const report = await verifyAuditLog(client, files);
    if (values.json) say(JSON.stringify(report, null, 2));
    else {
      const { entries, chains, anchors, unsealed } = report;
      say(`${entries} entries in ${chains} chains, ${anchors} anchors, ${unsealed} not yet sealed.`);
      for (const instant of report.restorations) say(`A backup was restored at ${instant}.`);
      for (const { kind, chainId, sequence, entryId, description } of report.faults) {
        say(
          `DAMAGED (${kind}) chain ${chainId}, entry ${sequence}${entryId === null ? '' : ` (row ${entryId})`}: ${description}`,
        );
      }
      say(report.faults.length === 0 ? 'The log is intact.' : 'The log is damaged.');
    }
    return report.faults.length === 0 ? 0 : 1;
  } finally {
    await client.end();
    await database.close();
  }
});
