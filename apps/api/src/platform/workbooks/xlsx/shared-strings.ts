import type { XmlListener } from './xml-scan.ts';
import { WorkbookRefused } from '../workbook-refused.ts';

/** The most a cell can hold in a spreadsheet program. */
export const LONGEST_CELL_TEXT = 32_767;

const MOST_STRINGS = 1_000_000;

/** "_x000D_" stands for a carriage return in a stored text; "_x005F_" for the underscore that protects such a sequence. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Collects the texts of xl/sharedStrings.xml in order: runs of rich text joined, phonetic guides (<rPh>) left out. */
export function sharedStringCollector(maximumCharacters: number): { listener: XmlListener; strings: string[] } {
  const strings: string[] = [];
  let current = '';
  let characters = 0;
  let insideItem = false;
  let insideText = false;
  let insidePhonetic = false;
  const listener: XmlListener = {
    open: (name) => {
      if (name === 'si') {
        insideItem = true;
        current = '';
      } else if (name === 'rPh') insidePhonetic = true;
      else if (name === 't') insideText = insideItem && !insidePhonetic;
    },
    text: (text) => {
      if (!insideText) return;
      characters += text.length;
      if (characters > maximumCharacters) throw new WorkbookRefused('too_much_text', { limit: maximumCharacters });
      if (current.length < LONGEST_CELL_TEXT) current += text;
    },
    close: (name) => {
      if (name === 't') insideText = false;
      else if (name === 'rPh') insidePhonetic = false;
      else if (name === 'si') {
        insideItem = false;
        // An array that grows without end cannot be stopped by the thread's memory limit: it ends the process.
        if (strings.length >= MOST_STRINGS) throw new WorkbookRefused('too_much_text', { limit: MOST_STRINGS });
        strings.push(unescapeText(current.slice(0, LONGEST_CELL_TEXT)));
      }
    },
  };
  return { listener, strings };
}
