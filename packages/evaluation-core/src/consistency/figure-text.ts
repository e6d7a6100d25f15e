import { toAsciiNumber } from '../items/number-text.ts';

const asciiForms: Readonly<Record<string, string>> = {
  '％': '%',
  '：': ':',
  '∶': ':',
  '﹕': ':',
  '（': '(',
  '）': ')',
  '／': '/',
  '～': '~',
  '＞': '>',
  '＜': '<',
  '＝': '=',
  '＿': '_',
  '㎡': '平方米',
};

/**
 * The text of one number with its words, as one line: full-width forms become ASCII and spaces go, so that "11.5:\n\n1", a ratio
 * that a page broke in two, is one again. A space between two digits stays: nobody knows whether they are one number.
 */
export function tidyFigure(text: string): string {
  const ascii = toAsciiNumber(text)
    .replace(/[％：∶﹕（）／～＞＜＝＿㎡]/g, (character) => asciiForms[character] ?? character)
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/(?:平米|km²|km2|m²|m2)(?![0-9])/gi, (unit) =>
      unit.toLowerCase().startsWith('k') ? '平方公里' : '平方米',
    )
    .replace(/(\d)\s+(?=\d)/g, '$1\u0001')
    .replace(/\s+/g, '')
    .replaceAll('\u0001', ' ');
  return ascii
    .replace(/^["'“‘”’《]+|["'“‘”’》]+$/g, '')
    .replace(/[,，;；、。!！]+$/, '')
    .replace(/^\(([^()]+)\)$/, '$1');
}

/**
 * Joins ratios that a page or a conversion broke over lines ("8.4:\n\n1。" -> "8.4:1。") in a whole text, so that they can be found
 * and compared. Nothing else changes.
 */
export function joinBrokenRatios(text: string): string {
  return text
    .replace(/(\d)[^\S\n]*([:：∶])\s*\n\s*(?=[\d０-９])/g, '$1$2')
    .replace(/(\d)\s*\n\s*(?=[:：∶]\s*\d)/g, '$1');
}
