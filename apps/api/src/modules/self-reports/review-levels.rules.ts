import type { ReviewLevel, SelfReportStatus } from '@junheng/api-contract';

/*
 * The levels of review (县级审核, 市级复核, 省级评估) as pure rules over plain data: for any report that is submitted, returned and
 * approved. What a decision is written into is the caller's affair.
 */

/** How a round is reviewed: frozen when it was opened. */
export interface ReviewRules {
  /** Who decides one after the other; at least one, from below upwards. */
  readonly levels: readonly ReviewLevel[];
  /** Where a level above the first sends back to: the school itself, or the level below it (退回县级). */
  readonly returnsTo: 'school' | 'level-below';
  /** Two different people of a level must approve (双人复核). */
  readonly twoPersons: boolean;
}

export function reviewRulesOf(round: {
  readonly reviewLevels: readonly ReviewLevel[];
  readonly returnsTo: ReviewRules['returnsTo'];
  readonly twoPersonReview: boolean;
}): ReviewRules {
  return { levels: round.reviewLevels, returnsTo: round.returnsTo, twoPersons: round.twoPersonReview };
}

/** Where a report lies. */
export interface ReviewPosition {
  readonly status: SelfReportStatus;
  /** Of a submitted report; null: the first level. */
  readonly reviewLevel: ReviewLevel | null;
  /** The first of two people who must approve at this level. */
  readonly firstApprovalBy: string | null;
}

export type DecisionKind =
  /** The last level approved: the data count from now on. */
  | 'approved'
  /** Approved here, now with the next level. */
  | 'forwarded'
  /** One of two people approved; nothing moves. */
  | 'first-approved'
  /** Back with the school. */
  | 'returned'
  /** Back with the level below. */
  | 'sent-back';

export interface DecisionOutcome extends ReviewPosition {
  readonly kind: DecisionKind;
  /** The level that decided. */
  readonly level: ReviewLevel;
}

export type DecisionRefusal =
  /** Nothing to decide in this status. */
  | 'wrong-status'
  /** It lies with another level than those the person decides for. */
  | 'other-level'
  /** Reasons of a return are neither worked off nor answered. */
  | 'returns-open'
  /** The same person approved already; a second one is needed. */
  | 'second-person-needed';

export type Decided = { readonly ok: true; readonly outcome: DecisionOutcome } | Refused;
interface Refused {
  readonly ok: false;
  readonly refusal: DecisionRefusal;
  /** With whom it lies, where it lies with anybody. */
  readonly level: ReviewLevel | null;
}

/** The level a report lies with; an approved one lies with the last, which alone may reopen it. Null: not with the reviewers. */
export function levelOf(position: ReviewPosition, { levels }: ReviewRules): ReviewLevel | null {
  if (position.status === 'approved') return levels.at(-1) ?? null;
  if (position.status !== 'submitted') return null;
  const { reviewLevel } = position;
  return reviewLevel !== null && levels.includes(reviewLevel) ? reviewLevel : (levels[0] ?? null);
}

/**
 * @param decidesFor the levels the person decides for at this school
 * @param openReasons return reasons that nobody settled
 */
export function decideApproval(
  position: ReviewPosition,
  rules: ReviewRules,
  person: { readonly id: string | null; readonly decidesFor: readonly ReviewLevel[] },
  openReasons: number,
): Decided {
  const level = levelOf(position, rules);
  const refuse = (refusal: DecisionRefusal): Refused => ({ ok: false, refusal, level });
  if (level === null || position.status !== 'submitted') return refuse('wrong-status');
  if (!person.decidesFor.includes(level)) return refuse('other-level');
  if (openReasons > 0) return refuse('returns-open');
  const stays = { status: 'submitted', level } as const;
  if (rules.twoPersons) {
    if (position.firstApprovalBy === null && person.id !== null) {
      return decided({ ...stays, kind: 'first-approved', reviewLevel: level, firstApprovalBy: person.id });
    }
    if (position.firstApprovalBy === person.id) return refuse('second-person-needed');
  }
  const next = rules.levels[rules.levels.indexOf(level) + 1];
  return next === undefined
    ? decided({ kind: 'approved', level, status: 'approved', reviewLevel: null, firstApprovalBy: null })
    : decided({ ...stays, kind: 'forwarded', reviewLevel: next, firstApprovalBy: null });
}

/**
 * A return (退回) of what was submitted, or the reopening of what was approved. From above it goes to the level below where the
 * round says so; the reasons then are that level's to answer or to hand on.
 */
export function decideReturn(
  position: ReviewPosition,
  rules: ReviewRules,
  person: { readonly decidesFor: readonly ReviewLevel[] },
): Decided {
  const level = levelOf(position, rules);
  if (level === null) return { ok: false, refusal: 'wrong-status', level };
  if (!person.decidesFor.includes(level)) return { ok: false, refusal: 'other-level', level };
  const below = rules.levels[rules.levels.indexOf(level) - 1];
  return rules.returnsTo === 'level-below' && below !== undefined
    ? decided({ kind: 'sent-back', level, status: 'submitted', reviewLevel: below, firstApprovalBy: null })
    : decided({ kind: 'returned', level, status: 'returned', reviewLevel: null, firstApprovalBy: null });
}

/**
 * May the person correct approved data (更正)? That takes the level that approved last. Where two people must approve, one alone
 * cannot replace what they approved.
 */
export function refusalOfCorrection(
  position: ReviewPosition,
  rules: ReviewRules,
  person: { readonly decidesFor: readonly ReviewLevel[] },
): 'wrong-status' | 'other-level' | 'two-persons' | null {
  const level = levelOf(position, rules);
  if (level === null || position.status !== 'approved') return 'wrong-status';
  if (!person.decidesFor.includes(level)) return 'other-level';
  return rules.twoPersons ? 'two-persons' : null;
}

function decided(outcome: DecisionOutcome): Decided {
  return { ok: true, outcome };
}
