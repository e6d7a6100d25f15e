import { AUDIT_WORKBOOK_ROWS, type AuditEntryView } from '@junheng/api-contract';
import { text, type Language } from '@junheng/evaluation-messages';
import { auditActionText, auditChangeText, auditDetailsText } from '@junheng/evaluation-messages/audit-log';
import ExcelJS from 'exceljs';
import { safeText } from '../../platform/workbooks/safe-text.ts';

const columns = [
  'at',
  'person',
  'action',
  'subject',
  'school',
  'changes',
  'details',
  'address',
  'county',
  'number',
] as const;
const WIDTHS: Readonly<Record<(typeof columns)[number], number>> = {
  at: 20,
  person: 14,
  action: 26,
  subject: 26,
  school: 26,
  changes: 60,
  details: 50,
  address: 16,
  county: 14,
  number: 10,
};

/** A filtered list of the audit log as .xlsx: words, one entry a row, instants in the county's zone. */
export async function writeAuditWorkbook(
  entries: readonly AuditEntryView[],
  options: { readonly language: Language; readonly timeZone: string; readonly more: boolean },
): Promise<Buffer> {
  const { language, timeZone } = options;
  const label = (key: string, facts = {}): string => text(language, `audit-workbook.${key}`, facts);
  const instant = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(label('sheet'), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((key) => ({ header: label(`column.${key}`), key, width: WIDTHS[key] }));
  sheet.getRow(1).font = { bold: true };
  for (const entry of entries) {
    const row: Readonly<Record<(typeof columns)[number], string>> = {
      at: instant.format(new Date(entry.at)),
      person: entry.actor.name ?? '',
      action: auditActionText(language, entry.action),
      subject: entry.subject.name ?? entry.subject.id,
      school: entry.school?.name ?? '',
      changes: entry.changes.map((change) => auditChangeText(language, change)).join('\n'),
      details: auditDetailsText(language, entry.details).join('\n'),
      address: entry.actor.address ?? '',
      county: entry.countyName ?? '',
      number: String(entry.sequence),
    };
    const added = sheet.addRow(Object.fromEntries(columns.map((key) => [key, safeText(row[key])])));
    added.alignment = { wrapText: true, vertical: 'top' };
  }
  if (options.more) sheet.addRow([label('more', { rows: AUDIT_WORKBOOK_ROWS })]);
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
