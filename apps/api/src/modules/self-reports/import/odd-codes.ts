import type { ProblemSink } from './problem-sink.ts';
import type { RowFigures } from './row-figures.ts';

/** Codes of one county have one length; a shorter one stored as a number has probably lost zeros in front. */
export function noteOddCodes(rows: readonly RowFigures[], sink: ProblemSink): void {
  const lengths = new Map<number, number>();
  for (const { school } of rows)
    if (/^\d+$/.test(school.code)) lengths.set(school.code.length, (lengths.get(school.code.length) ?? 0) + 1);
  const [usual] = [...lengths].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  if (usual === undefined || usual[1] < 3) return;
  for (const { school } of rows) {
    if (school.code === '' || !/^\d+$/.test(school.code) || school.code.length === usual[0]) continue;
    const place = {
      file: school.file,
      sheet: school.sheet,
      row: school.row,
      column: school.columns.code,
      item: 'code',
    };
    const code =
      school.codeAsNumber && school.code.length < usual[0] ? 'code_lost_leading_zeros' : 'code_length_differs';
    sink.add('warning', code, place, { schoolCode: school.code, digits: school.code.length, usualDigits: usual[0] });
  }
}
