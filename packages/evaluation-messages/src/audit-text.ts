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

/** The name of a cell or of an entry of a visit, also of one that no edition of this release has (any more). */
export function auditCellText(language: Language, cell: string): string {
  const entry = visitEntry(cell);
  if (entry !== null) {
    const about = entry.cell === null ? requirementName(language, entry.rest) : auditCellText(language, entry.cell);
    const word = text(language, `audit-visit.${entry.kind}`);
    return about === null ? word : `${word}${language === 'zh-CN' ? '：' : ': '}${about}`;
  }
  const { itemId, stage } = splitCellKey(cell);
  const known = hasText(`item.${itemId}`) && (stage === null || hasText(`stage.${stage}`));
  return known ? cellName(language, cell) : cell;
}

/** A value before or after a change, in words. */
export function auditValueText(language: Language, cell: string, value: string | null): string {
  if (value === null || value === '') return text(language, 'audit-empty');
  const entry = visitEntry(cell);
  if (entry === null) return valueText(language, splitCellKey(cell).itemId, value);
  if (entry.kind === 'verified') return auditValueText(language, entry.cell ?? '', value);
  return entry.kind === 'score' || entry.kind === 'veto' ? wordOr(language, 'audit-value', value) : value;
}

/** `verified:<cell>`, `score:<person>/<requirement>`, `finding:<id>/text`: an entry of a visit, as the contract names them. */
function visitEntry(
  key: string,
): { readonly kind: string; readonly cell: string | null; readonly rest: string } | null {
  const [, kind = '', rest = ''] = /^([a-z-]+):(.+)$/.exec(key) ?? [];
  if (!hasText(`audit-visit.${kind}`)) return null;
  return { kind, cell: kind === 'verified' || kind === 'reason' || kind === 'note' ? rest : null, rest };
}

/** Of `<person>/<requirement>/<point>` or `<requirement>`; null where the requirement is of a checklist, or there is none. */
function requirementName(language: Language, rest: string): string | null {
  const id = rest.split('/').find((part) => hasText(`requirement.${part}`));
  return id === undefined ? null : text(language, `requirement.${id}`);
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
