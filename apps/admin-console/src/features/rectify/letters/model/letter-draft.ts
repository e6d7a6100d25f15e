import type { EnterFeedbackLetterRequest, FeedbackLetterReading } from '@junheng/api-contract';
import { MONEY } from '../../model/amounts.ts';

type Problem = EnterFeedbackLetterRequest['problems'][number];
export type MeasureKind = Problem['measures'][number]['kind'];

/** As it is typed; `id` tells one field from the next. */
export interface TypedMeasure {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly description: string;
  readonly money: string;
  /** Empty: for all rows of the problem. */
  readonly rowIds: readonly string[];
}

export interface TypedProblem {
  readonly id: string;
  readonly text: string;
  readonly deadline: string;
  readonly rowIds: readonly string[];
  readonly measures: readonly TypedMeasure[];
}

export const headFields = ['document', 'issuer', 'addressee', 'datedOn', 'dueOn'] as const;
export type HeadField = (typeof headFields)[number];

export interface LetterDraft {
  readonly head: Readonly<Record<HeadField, string>>;
  readonly problems: readonly TypedProblem[];
}

export type HeadFault = 'missing' | 'dated-ahead' | 'due-early';
export type ProblemFault = 'short' | 'twice' | 'early' | 'measure';

export const emptyProblem = (): TypedProblem => ({
  id: crypto.randomUUID(),
  text: '',
  deadline: '',
  rowIds: [],
  measures: [],
});

export const emptyMeasure = (): TypedMeasure => ({
  id: crypto.randomUUID(),
  kind: 'organisation',
  description: '',
  money: '',
  rowIds: [],
});

export const emptyDraft = (): LetterDraft => ({
  head: { document: '', issuer: '', addressee: '', datedOn: '', dueOn: '' },
  problems: [emptyProblem()],
});

/**
 * The problem without this row. A measure that was for it alone goes with it: a measure that names no row is for all of them, and this one
 * was never meant for the others.
 */
export function withoutRow(problem: TypedProblem, rowId: string): TypedProblem {
  const remaining = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== rowId);
  return {
    ...problem,
    rowIds: remaining(problem.rowIds),
    measures: problem.measures
      .filter(({ rowIds }) => rowIds.length === 0 || remaining(rowIds).length > 0)
      .map((measure) => ({ ...measure, rowIds: remaining(measure.rowIds) })),
  };
}

/** What a sheet said, behind what is typed already; fields of the head only where they are still empty. */
export function withReading(draft: LetterDraft, reading: FeedbackLetterReading): LetterDraft {
  const head = Object.fromEntries(
    headFields.map((field) => [
      field,
      draft.head[field] === '' ? (reading.particulars[field] ?? '') : draft.head[field],
    ]),
  ) as Record<HeadField, string>;
  const read = reading.problems.map(({ text, deadline, rowIds, measures }): TypedProblem => ({
    id: crypto.randomUUID(),
    text,
    deadline: deadline ?? '',
    rowIds,
    measures: measures.map((measure) => ({ ...measure, id: crypto.randomUUID(), money: measure.money ?? '' })),
  }));
  return { head, problems: [...draft.problems.filter((problem) => !isEmpty(problem)), ...read] };
}

export function isEmpty({ text, deadline, rowIds, measures }: TypedProblem): boolean {
  return text.trim() === '' && deadline === '' && rowIds.length === 0 && measures.length === 0;
}

export function headFaults({ head }: LetterDraft, today: string): Readonly<Partial<Record<HeadField, HeadFault>>> {
  const faults: Partial<Record<HeadField, HeadFault>> = {};
  for (const field of headFields) if (head[field].trim().length < 2) faults[field] = 'missing';
  if (head.datedOn > today) faults.datedOn ??= 'dated-ahead';
  if (head.dueOn < head.datedOn) faults.dueOn ??= 'due-early';
  return faults;
}

/** The first fault of each problem, in their order; null where it has none. */
export function problemFaults({ head, problems }: LetterDraft): readonly (ProblemFault | null)[] {
  const seen = new Set<string>();
  return problems.map(({ text, deadline, measures }) => {
    const said = text.trim();
    if (said.length < 4) return 'short';
    if (seen.has(said)) return 'twice';
    seen.add(said);
    if (deadline !== '' && deadline < head.datedOn) return 'early';
    return measures.some((measure) => measureFault(measure) !== null) ? 'measure' : null;
  });
}

export function measureFault({ description, money }: TypedMeasure): 'description' | 'money' | null {
  if (description.trim().length < 2) return 'description';
  return money.trim() === '' || MONEY.test(money.trim()) ? null : 'money';
}

export function requestOf(countyId: string, { head, problems }: LetterDraft): EnterFeedbackLetterRequest {
  return {
    countyId,
    document: head.document.trim(),
    issuer: head.issuer.trim(),
    addressee: head.addressee.trim(),
    datedOn: head.datedOn,
    dueOn: head.dueOn,
    problems: problems.map(({ text, deadline, rowIds, measures }) => ({
      text: text.trim(),
      deadline: deadline === '' ? null : deadline,
      rowIds: [...rowIds],
      measures: measures.map(({ kind, description, money, rowIds: own }) => ({
        kind,
        description: description.trim(),
        money: money.trim() === '' ? null : money.trim(),
        quantity: null,
        effects: [],
        rowIds: [...own],
      })),
    })),
  };
}
