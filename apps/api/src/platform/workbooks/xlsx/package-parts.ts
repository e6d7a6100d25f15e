import type { WorkbookLimits } from '../workbook.types.ts';
import { WorkbookRefused } from '../workbook-refused.ts';
import { attributeNamed, scanXml } from './xml-scan.ts';
import type { XmlListener } from './xml-scan.ts';
import type { ZipArchive } from './zip-archive.ts';

// Where the parts of an .xlsx package lie: names are found through relations, never guessed.

const MOST_RELATIONS = 2_000;

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

export interface Relation {
  readonly type: string;
  readonly target: string;
}

export async function readRelations(archive: ZipArchive, part: string): Promise<Map<string, Relation>> {
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

export async function findWorkbookPart(archive: ZipArchive): Promise<string> {
  if (!archive.has('_rels/.rels')) throw new WorkbookRefused('damaged_file', { part: '_rels/.rels' });
  const relations = await readRelations(archive, '');
  for (const relation of relations.values()) {
    if (relation.type.endsWith('/officeDocument')) return relation.target;
  }
  throw new WorkbookRefused('damaged_file', { part: '_rels/.rels' });
}

export async function readSheetList(
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

export async function scan(archive: ZipArchive, part: string, listener: XmlListener): Promise<void> {
  const xml = scanXml(part, listener);
  await archive.read(part, (chunk) => xml.write(chunk));
  xml.end();
}
