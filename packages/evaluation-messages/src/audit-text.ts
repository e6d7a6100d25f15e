import { splitCellKey } from '@junheng/evaluation-core';
import type { Language } from './language.ts';
import { cellName, hasText, text, valueText } from './text.ts';

/** `self-report.submitted` -> 学校填报表：提交. A half without a word is shown as it is. */
export function auditActionText(language: Language, action: string): string {
  const dot = action.indexOf('.');
  const noun = wordOr(language, 'audit-noun', action.slice(0, dot));
  const verb = wordOr(language, 'audit-verb', action.slice(dot + 1));
  return language === 'zh-CN' ? `${noun}：${verb}` : `${noun}: ${verb}`;
}

/** Has every half of this action a word? */
export function hasAuditAction(action: string): boolean {
  const dot = action.indexOf('.');
  return hasText(`audit-noun.${action.slice(0, dot)}`) && hasText(`audit-verb.${action.slice(dot + 1)}`);
}

/** The name of a cell, also of one that no edition of this release has (any more). */
export function auditCellText(language: Language, cell: string): string {
  const { itemId, stage } = splitCellKey(cell);
  const known = hasText(`item.${itemId}`) && (stage === null || hasText(`stage.${stage}`));
  return known ? cellName(language, cell) : cell;
}

/** A value before or after a change, in words. */
export function auditValueText(language: Language, cell: string, value: string | null): string {
  return value === null || value === ''
    ? text(language, 'audit-empty')
    : valueText(language, splitCellKey(cell).itemId, value);
}

/** 在校生数（小学）：470 → 480 */
export function auditChangeText(
  language: Language,
  change: { readonly cell: string; readonly before: string | null; readonly after: string | null },
): string {
  const { cell, before, after } = change;
  const colon = language === 'zh-CN' ? '：' : ': ';
  return `${auditCellText(language, cell)}${colon}${auditValueText(language, cell, before)} → ${auditValueText(language, cell, after)}`;
}

/** The members of an entry's details that have a word, a line each; ids and keys of the machine are left to the entry itself. */
export function auditDetailsText(language: Language, details: Readonly<Record<string, unknown>>): readonly string[] {
  const colon = language === 'zh-CN' ? '：' : ': ';
  return Object.entries(details).flatMap(([name, value]) => {
    if (!hasText(`audit-detail.${name}`)) return [];
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
    const shown = String(value);
    if (shown === '') return [];
    return [`${text(language, `audit-detail.${name}`)}${colon}${wordOr(language, 'audit-value', shown)}`];
  });
}

function wordOr(language: Language, kind: string, id: string): string {
  return hasText(`${kind}.${id}`) ? text(language, `${kind}.${id}`) : id;
}
