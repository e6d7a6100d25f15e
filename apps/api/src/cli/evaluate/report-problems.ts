import { cellName, text } from '@junheng/evaluation-messages';
import type { Language } from '@junheng/evaluation-messages';
import type { EvaluateDocument, SpokenProblem } from './document.ts';
import { word } from './report-words.ts';

/** Problems and notes by file and sheet, each with its cell as the spreadsheet program names it. */
export function problemLines(document: EvaluateDocument, language: Language): string[] {
  const lines: string[] = [];
  if (document.problems.length > 0)
    lines.push(
      `-- ${word(language, 'problems')} (${document.problems.length}) --`,
      ...bySheet(document.problems, language),
      '',
    );
  if (document.notes.length > 0)
    lines.push(`-- ${word(language, 'notes')} (${document.notes.length}) --`, ...bySheet(document.notes, language), '');
  return lines;
}

function bySheet(problems: readonly SpokenProblem[], language: Language): string[] {
  const lines: string[] = [];
  let place = '';
  for (const problem of problems) {
    const here = `${problem.file}${problem.sheet === null || problem.sheet === '' ? '' : ` · ${problem.sheet}`}`;
    if (here !== place) lines.push(here);
    place = here;
    const parts = [
      word(language, problem.severity),
      position(problem, language),
      itemName(problem, language),
      problem.message,
    ];
    lines.push(`  ${parts.filter((part) => part !== '').join('  ')}`);
  }
  return lines;
}

function position({ row, column }: SpokenProblem, language: Language): string {
  if (row !== null && column !== null) return word(language, 'cell', `${column}${row}`);
  if (row !== null) return word(language, 'row', row);
  return column === null ? '' : word(language, 'columnOf', column);
}

const IDENTITY = new Set(['code', 'name', 'type', 'stage']);

function itemName({ item, stage }: SpokenProblem, language: Language): string {
  if (item === null || IDENTITY.has(item)) return '';
  const name = stage === null ? text(language, `item.${item}`) : cellName(language, `${item}.${stage}`);
  return language === 'zh-CN' ? `【${name}】` : `[${name}]`;
}
