import { buildImportPreview } from '../modules/self-reports/import/build-import-preview.ts';
import { terminalLanguage } from '../platform/config/terminal-language.ts';
import { readArguments } from './evaluate/arguments.ts';
import { readCountyReport } from './evaluate/county-report.ts';
import { evaluateDocument } from './evaluate/document.ts';
import { readFiles } from './evaluate/read-files.ts';
import { reportText } from './evaluate/report-text.ts';

const EVALUATED = 0;
const REFUSED = 2;

/**
 * `evaluate FILE …`: reads a county's workbooks and evaluates them. Needs no database and no network. Paths are meant from the
 * folder the process was started in (tooling/scripts starts it where the person stands).
 *
 * @returns 0 when an outcome was computed, whichever; 2 when a file or row was refused. Throws UsageError.
 */
export async function evaluate(args: readonly string[]): Promise<number> {
  const given = readArguments(args, terminalLanguage());
  const county = given.county === null ? null : await readCountyReport(given.county, process.cwd(), given.edition);
  const files = await readFiles(given.files, process.cwd());
  const preview = buildImportPreview(given.edition, files);
  const document = evaluateDocument(preview, given, county);
  const text = given.json ? JSON.stringify(document, null, 2) : reportText(document, given);
  await writeAll(`${text}\n`);
  return document.evaluation === null ? REFUSED : EVALUATED;
}

/** Into a pipe, writing is not finished when write returns; the exit must not cut it off. */
function writeAll(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error: NodeJS.ErrnoException | null | undefined): void => {
      // The reader has seen enough (`| head`): that is no failure.
      if (error && error.code !== 'EPIPE') reject(error);
      else resolve();
    };
    process.stdout.once('error', done);
    process.stdout.write(text, done);
  });
}
