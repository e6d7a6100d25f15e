import type { Sheet, Workbook, WorkbookLimits } from '../workbook.types.ts';
import { WorkbookRefused } from '../workbook-refused.ts';
import { numberFormatCollector } from './number-formats.ts';
import { sharedStringCollector } from './shared-strings.ts';
import { sheetCollector } from './sheet-part.ts';
import type { CellBudget } from './sheet-part.ts';
import { attributeNamed, scanXml } from './xml-scan.ts';
import type { XmlListener } from './xml-scan.ts';
import { openZipArchive } from './zip-archive.ts';
import type { ZipArchive } from './zip-archive.ts';

const MOST_RELATIONS = 2_000;

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

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

interface Relation {
  readonly type: string;
  readonly target: string;
}

async function readRelations(archive: ZipArchive, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const relations = new Map<string, Relation>();
  await scan(archive, `${folder}_rels/${part.slice(slash + 1)}.rels`, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      if (relations.size >= MOST_RELATIONS) throw new WorkbookRefused('unsafe_file', { part });
      const id = attributes['Id'] ?? '';
      relations.set(id, { type: attributes['Type'] ?? '', target: resolve(folder, attributes['Target'] ?? '') });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

async function findWorkbookPart(archive: ZipArchive): Promise<string> {
  if (!archive.has('_rels/.rels')) throw new WorkbookRefused('damaged_file', { part: '_rels/.rels' });
  const relations = await readRelations(archive, '');
  for (const relation of relations.values()) {
    if (relation.type.endsWith('/officeDocument')) return relation.target;
  }
  throw new WorkbookRefused('damaged_file', { part: '_rels/.rels' });
}

async function readSheetList(
  archive: ZipArchive,
  part: string,
  limits: WorkbookLimits,
): Promise<{ entries: SheetEntry[]; counts1904: boolean }> {
  const entries: SheetEntry[] = [];
  let counts1904 = false;
  await scan(archive, part, {
    open: (name, attributes) => {
      if (name === 'workbookPr') counts1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
      if (name !== 'sheet') return;
      if (entries.length >= limits.sheets) throw new WorkbookRefused('too_many_sheets', { limit: limits.sheets });
      const state = attributes['state'] ?? 'visible';
      entries.push({
        name: attributes['name'] ?? '',
        hidden: state !== 'visible',
        relation: attributeNamed(attributes, 'id') ?? '',
      });
    },
  });
  return { entries, counts1904 };
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

async function scan(archive: ZipArchive, part: string, listener: XmlListener): Promise<void> {
  const xml = scanXml(part, listener);
  await archive.read(part, (chunk) => xml.write(chunk));
  xml.end();
}
