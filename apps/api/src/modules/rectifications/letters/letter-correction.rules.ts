import type { CorrectFeedbackLetterRequest, letterFields, rowsFollowingReasons } from '@junheng/api-contract';
import type { RectificationStatus } from '../rectifications.types.ts';
import type { LetterParticulars } from './letters.types.ts';

export type LetterField = (typeof letterFields)[number];
/** Why a row does not follow. */
export type NotFollowing = (typeof rowsFollowingReasons)[number];

export interface RowOfProblem {
  readonly id: string;
  readonly number: number;
  readonly status: RectificationStatus;
  readonly title: string | null;
  readonly deadline: string | null;
  /** The row was in the ledger before the letter named it. */
  readonly known: boolean;
  /** What else it must be done by: other letters, findings that joined it since, and what held before this one was entered. */
  readonly otherDeadlines: readonly string[];
}

export interface ProblemBefore {
  readonly id: string;
  readonly position: number;
  readonly text: string;
  readonly deadline: string;
  readonly rows: readonly RowOfProblem[];
}

export interface LetterBefore extends LetterParticulars {
  readonly revision: number;
  readonly problems: readonly ProblemBefore[];
}

/** One thing that the letter says otherwise from now on, and which rows follow it. */
export interface LetterChange {
  readonly field: LetterField;
  /** From 1; null for the head. */
  readonly problem: number | null;
  readonly before: string;
  readonly after: string;
  readonly rows: readonly { readonly id: string; readonly number: number; readonly kept: NotFollowing | null }[];
}

const HEAD = ['document', 'issuer', 'addressee', 'datedOn', 'dueOn'] as const;

/** What differs, in the order of the letter; nothing where it says what it said. */
export function changesOf(letter: LetterBefore, request: CorrectFeedbackLetterRequest): readonly LetterChange[] {
  const all = [...new Map(letter.problems.flatMap(({ rows }) => rows.map((row) => [row.id, row] as const))).values()];
  const head = HEAD.filter((field) => letter[field] !== request[field]).map((field): LetterChange => ({
    field,
    problem: null,
    before: letter[field],
    after: request[field],
    rows: field === 'document' ? all.map(({ id, number }) => ({ id, number, kept: null })) : [],
  }));
  const problems = letter.problems.flatMap((problem): readonly LetterChange[] => {
    const said = request.problems.find(({ id }) => id === problem.id) ?? problem;
    const { position, text, deadline, rows } = problem;
    const change = (field: 'text' | 'deadline', keeps: (row: RowOfProblem) => NotFollowing | null): LetterChange => ({
      field,
      problem: position,
      before: problem[field],
      after: said[field],
      rows: rows.map((row) => ({ id: row.id, number: row.number, kept: keeps(row) })),
    });
    return [
      ...(said.text === text ? [] : [change('text', (row) => keepsWords(row, text))]),
      ...(said.deadline === deadline ? [] : [change('deadline', (row) => keepsDeadline(row, letter, request))]),
    ];
  });
  return [...head, ...problems];
}

function keepsWords({ status, known, title }: RowOfProblem, text: string): NotFollowing | null {
  if (known || title !== text) return 'own-words';
  return status === 'closed' ? 'closed' : null;
}

function keepsDeadline(
  row: RowOfProblem,
  letter: LetterBefore,
  request: CorrectFeedbackLetterRequest,
): NotFollowing | null {
  if (row.status === 'closed') return 'closed';
  return row.deadline === deadlineAfter(row, letter, request) ? 'own-deadline' : null;
}

/**
 * The row's deadline after the correction. Only one that came from the letter follows it, and never beyond what else the row must be done
 * by: a deadline that was given with it since, or an earlier one, stays.
 */
export function deadlineAfter(
  row: RowOfProblem,
  letter: LetterBefore,
  request: CorrectFeedbackLetterRequest,
): string | null {
  const own = letter.problems.filter(({ rows }) => rows.some(({ id }) => id === row.id));
  const [before] = own.map(({ deadline }) => deadline).sort();
  if (row.status === 'closed' || before === undefined || row.deadline !== before) return row.deadline;
  const after = own.map(({ id, deadline }) => request.problems.find((each) => each.id === id)?.deadline ?? deadline);
  const [nearest = row.deadline] = [...after, ...row.otherDeadlines].sort();
  return nearest;
}

/** The words of the row after the correction. */
export function titleAfter(
  row: RowOfProblem,
  letter: LetterBefore,
  request: CorrectFeedbackLetterRequest,
): string | null {
  if (row.known || row.status === 'closed') return row.title;
  const own = letter.problems.find(({ rows }) => rows.some(({ id }) => id === row.id));
  if (own === undefined || row.title !== own.text) return row.title;
  return request.problems.find(({ id }) => id === own.id)?.text ?? row.title;
}
