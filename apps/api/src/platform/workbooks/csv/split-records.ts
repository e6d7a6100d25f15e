/** Told while a text is split; each may throw to stop at once. Rows and columns from 1. */
export interface RecordListener {
  field(row: number, column: number, text: string): void;
}

/**
 * Splits delimited text as spreadsheet programs do: a field that begins with a quote goes on to the closing quote, over
 * separators and line breaks, with "" for a quote; a quote elsewhere is a character like any other. Nothing is kept here, so
 * that twenty million separators cost no memory; empty fields are not told.
 *
 * @returns the row of an opening quote that is never closed, or null.
 */
export function splitRecords(text: string, delimiter: string, listener: RecordListener): number | null {
  let row = 1;
  let column = 1;
  let position = 0;
  const separator = delimiter.charCodeAt(0);
  while (position < text.length) {
    let field: string;
    if (text.charCodeAt(position) === QUOTE) {
      const quoted = quotedField(text, position);
      if (quoted === null) return row;
      // What follows the closing quote up to the separator belongs to the field too.
      const end = endOfPlain(text, quoted.end, separator);
      field = quoted.text + text.slice(quoted.end, end);
      position = end;
    } else {
      const end = endOfPlain(text, position, separator);
      field = text.slice(position, end);
      position = end;
    }
    if (field !== '') listener.field(row, column, field);
    const code = text.charCodeAt(position);
    if (code === separator) column += 1;
    else {
      if (code === CARRIAGE_RETURN && text.charCodeAt(position + 1) === LINE_FEED) position += 1;
      row += 1;
      column = 1;
    }
    position += 1;
  }
  return null;
}

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

function endOfPlain(text: string, from: number, separator: number): number {
  let end = from;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === separator || code === LINE_FEED || code === CARRIAGE_RETURN) break;
    end += 1;
  }
  return end;
}

function quotedField(text: string, from: number): { text: string; end: number } | null {
  let start = from + 1;
  let field = '';
  for (;;) {
    const quote = text.indexOf('"', start);
    if (quote < 0) return null;
    field += text.slice(start, quote);
    if (text.charCodeAt(quote + 1) !== QUOTE) return { text: field, end: quote + 1 };
    field += '"';
    start = quote + 2;
  }
}
