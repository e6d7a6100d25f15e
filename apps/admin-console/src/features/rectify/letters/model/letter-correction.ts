import type { FeedbackLetter } from '@junheng/api-contract';
import type { LetterDraft } from './letter-draft.ts';

/** A letter as it is being corrected: its head and the words and deadlines of its problems. */
export type TypedCorrection = LetterDraft;

export function correctionOf({
  document,
  issuer,
  addressee,
  datedOn,
  dueOn,
  problems,
}: FeedbackLetter): TypedCorrection {
  return {
    head: { document, issuer, addressee, datedOn, dueOn },
    problems: problems.map(({ id, text, deadline }) => ({ id, text, deadline, rowIds: [], measures: [] })),
  };
}

/** Another day for the report: problems that had no day of their own, but this one, move with it, and are seen to. */
export function withDueOn({ head, problems }: TypedCorrection, dueOn: string): TypedCorrection {
  return {
    head: { ...head, dueOn },
    problems: problems.map((problem) => (problem.deadline === head.dueOn ? { ...problem, deadline: dueOn } : problem)),
  };
}

export function isChanged(letter: FeedbackLetter, draft: TypedCorrection): boolean {
  const before = correctionOf(letter);
  return (
    Object.entries(draft.head).some(
      ([field, value]) => before.head[field as keyof typeof before.head] !== value.trim(),
    ) ||
    draft.problems.some(
      ({ text, deadline }, at) =>
        before.problems[at]?.text !== text.trim() || before.problems[at]?.deadline !== deadline,
    )
  );
}
