import { useState } from 'react';
import { keepMarks, readMarks, removeMark, setMark, type ReturnMarks } from './model/return-marks.ts';

/** The reviewer's marks on one report, kept on this device until they are sent. */
export function useReturnMarks(reportId: string) {
  const [held, setHeld] = useState(() => ({ reportId, marks: readMarks(globalThis.localStorage, reportId) }));
  let marks = held.marks;
  if (held.reportId !== reportId) {
    marks = readMarks(globalThis.localStorage, reportId);
    setHeld({ reportId, marks });
  }
  const keep = (next: ReturnMarks): void => {
    keepMarks(globalThis.localStorage, reportId, next);
    setHeld({ reportId, marks: next });
  };
  return {
    marks,
    /** `null` takes the mark away. */
    mark: (cell: string, reason: string | null) =>
      keep(reason === null ? removeMark(marks, cell) : setMark(marks, cell, reason)),
    clear: () => keep({}),
  };
}
