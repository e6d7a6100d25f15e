import yazl from 'yazl';
import type { WorkbookLimits } from '../workbook.types.ts';
import { findWorkbookPart, readRelations, readSheetList } from '../xlsx/package-parts.ts';
import { openZipArchive, type ZipArchive } from '../xlsx/zip-archive.ts';
import { rewriteXml } from './rewrite-xml.ts';
import { sheetMarker, type MarkFormats, type SheetMarks } from './sheet-marks.ts';
import { styleMarker } from './style-marks.ts';

/**
 * The same workbook with notes in it: every other part is copied as it is, so that formats, formulas and further sheets stay
 * what they were. For files that `readWorkbook` has read.
 *
 * @throws WorkbookRefused where a part cannot be read, or all parts together are larger than `limits.inflatedBytes`
 */
export async function markWorkbook(
  bytes: Buffer,
  marks: readonly SheetMarks[],
  limits: WorkbookLimits,
): Promise<Buffer> {
  const archive = await openZipArchive(bytes, limits);
  try {
    const rewritten = await rewrittenParts(archive, marks, limits);
    const zip = new yazl.ZipFile();
    const whole = collect(zip);
    for (const name of archive.names) {
      if (name.endsWith('/')) continue;
      zip.addBuffer(rewritten.get(partName(name)) ?? (await readPart(archive, name)), name);
    }
    zip.end();
    return await whole;
  } finally {
    archive.close();
  }
}

async function rewrittenParts(
  archive: ZipArchive,
  marks: readonly SheetMarks[],
  limits: WorkbookLimits,
): Promise<ReadonlyMap<string, Buffer>> {
  const rewritten = new Map<string, Buffer>();
  const workbookPart = await findWorkbookPart(archive);
  const relations = await readRelations(archive, workbookPart);
  const { entries } = await readSheetList(archive, workbookPart, limits);

  let formats: MarkFormats = null;
  const styles = [...relations.values()].find(({ type }) => type.endsWith('/styles'))?.target;
  if (styles !== undefined && archive.has(styles)) {
    const marker = styleMarker();
    rewritten.set(partName(styles), rewriteXml(styles, await readPart(archive, styles), marker.rewriter));
    formats = marker.formats();
  }
  for (const { name, relation } of entries) {
    const own = marks.find(({ sheet }) => sheet === name);
    const part = relations.get(relation)?.target;
    if (own === undefined || part === undefined) continue;
    rewritten.set(partName(part), rewriteXml(part, await readPart(archive, part), sheetMarker(own, formats)));
  }
  return rewritten;
}

/** As the archive compares names. */
function partName(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase();
}

async function readPart(archive: ZipArchive, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await archive.read(name, (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks);
}

async function collect(zip: yazl.ZipFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
