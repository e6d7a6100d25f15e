import type { Sheet, Workbook, WorkbookLimits } from '../workbook.types.ts';
import { WorkbookRefused } from '../workbook-refused.ts';
import { findWorkbookPart, readRelations, readSheetList, scan } from './package-parts.ts';
import type { Relation } from './package-parts.ts';
import { numberFormatCollector } from './number-formats.ts';
import { sharedStringCollector } from './shared-strings.ts';
import { sheetCollector } from './sheet-part.ts';
import type { CellBudget } from './sheet-part.ts';
import type { XmlListener } from './xml-scan.ts';
import { openZipArchive } from './zip-archive.ts';
import type { ZipArchive } from './zip-archive.ts';

/** Reads an .xlsx or .xlsm file. Throws WorkbookRefused. */
export async function readXlsx(bytes: Buffer, limits: WorkbookLimits): Promise<Workbook> {
  const archive = await openZipArchive(bytes, limits);
  try {
    return await readParts(archive, limits);
  } finally {
    archive.close();
  }
}

async function readParts(archive: ZipArchive, limits: WorkbookLimits): Promise<Workbook> {
  refuseOtherZips(archive);
  const workbookPart = await findWorkbookPart(archive);
  const relations = await readRelations(archive, workbookPart);
  const { entries, counts1904 } = await readSheetList(archive, workbookPart, limits);

  const { listener: stringListener, strings } = sharedStringCollector(limits.textCharacters * 2);
  const { listener: formatListener, formatOf } = numberFormatCollector();
  await scanRelated(archive, relations, '/sharedStrings', stringListener);
  await scanRelated(archive, relations, '/styles', formatListener);

  const budget: CellBudget = { cells: 0, textCharacters: 0 };
  const sheets: Sheet[] = [];
  for (const entry of entries) {
    const relation = relations.get(entry.relation);
    // Chart sheets and dialogs are listed among the sheets and hold no cells.
    if (relation === undefined || !relation.type.endsWith('/worksheet')) continue;
    const { listener, finish } = sheetCollector(entry, { strings, formatOf, counts1904 }, limits, budget);
    await scan(archive, relation.target, listener);
    const { name, hidden, rows, merges, hiddenColumns } = finish();
    sheets.push({ name, hidden, rows, merges, hiddenColumns });
  }
  const hasMacros = archive.names.some((name) => /vbaProject\.bin$/i.test(name));
  return { format: 'xlsx', encoding: null, delimiter: null, hasMacros, sheets };
}

/** Other zip files that get renamed to .xlsx. */
function refuseOtherZips(archive: ZipArchive): void {
  const found = archive.has('word/document.xml')
    ? 'Word'
    : archive.has('ppt/presentation.xml')
      ? 'PowerPoint'
      : archive.has('xl/workbook.bin')
        ? 'xlsb'
        : archive.has('mimetype') && archive.has('content.xml')
          ? 'ODS'
          : archive.has('index/document.iwa') || archive.has('index.zip')
            ? 'Numbers'
            : !archive.has('[Content_Types].xml')
              ? 'zip'
              : null;
  if (found !== null) throw new WorkbookRefused('not_a_workbook', { found });
}

async function scanRelated(
  archive: ZipArchive,
  relations: ReadonlyMap<string, Relation>,
  typeEnd: string,
  listener: XmlListener,
): Promise<void> {
  for (const relation of relations.values()) {
    if (relation.type.endsWith(typeEnd) && archive.has(relation.target)) await scan(archive, relation.target, listener);
  }
}
