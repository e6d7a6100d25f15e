/** Reasons the reviewer has written so far, by cell; the empty key is about the report as a whole. */
export type ReturnMarks = Readonly<Record<string, string>>;

export const WHOLE_REPORT = '';
/** The contract's bounds for one reason. */
export const SHORTEST_REASON = 2;
export const LONGEST_REASON = 1000;

export function setMark(marks: ReturnMarks, cell: string, reason: string): ReturnMarks {
  return { ...marks, [cell]: reason };
}

export function removeMark(marks: ReturnMarks, cell: string): ReturnMarks {
  return Object.fromEntries(Object.entries(marks).filter(([key]) => key !== cell));
}

export interface ReasonToSend {
  readonly cell: string | null;
  readonly reason: string;
}

/** The reasons in the order of the form, the one about the whole report last; those too short to mean anything apart. */
export function reasonsToSend(
  marks: ReturnMarks,
  formOrder: readonly string[],
): { readonly ready: readonly ReasonToSend[]; readonly tooShort: readonly (string | null)[] } {
  const place = new Map(formOrder.map((cell, index) => [cell, index]));
  const last = formOrder.length;
  const rank = (cell: string) => (cell === WHOLE_REPORT ? last + 1 : (place.get(cell) ?? last));
  const ready: ReasonToSend[] = [];
  const tooShort: (string | null)[] = [];
  for (const [key, text] of Object.entries(marks).sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))) {
    const cell = key === WHOLE_REPORT ? null : key;
    const reason = text.trim();
    if (reason.length < SHORTEST_REASON) tooShort.push(cell);
    else ready.push({ cell, reason });
  }
  return { ready, tooShort };
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const storageKey = (selfReportId: string) => `junheng.return-marks.${selfReportId}`;

/** Reasons written but not sent survive a reload; they stay on this device. Damaged text counts as none. */
export function readMarks(store: Store, selfReportId: string): ReturnMarks {
  try {
    const parsed: unknown = JSON.parse(store.getItem(storageKey(selfReportId)) ?? '{}');
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return {};
    return Object.fromEntries(
      Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

export function keepMarks(store: Store, selfReportId: string, marks: ReturnMarks): void {
  try {
    if (Object.keys(marks).length === 0) store.removeItem(storageKey(selfReportId));
    else store.setItem(storageKey(selfReportId), JSON.stringify(marks));
  } catch {
    // Storage may be full or forbidden: the marks then live as long as the page.
  }
}
