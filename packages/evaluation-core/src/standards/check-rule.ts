import type { Amount } from '../items/amount.ts';
import type { StageId } from '../items/cells.ts';
import type { Condition } from '../items/condition.ts';

/** How serious a finding is: `hard` blocks submission, `soft` needs a reason, `information` is only shown. */
export type CheckSeverity = 'hard' | 'soft' | 'information';

/** One summand of a linear check: `stages: 'each'` = the cell of the stage being checked, `'all'` = summed over the school's stages. */
export interface CheckTerm {
  readonly item: string;
  readonly over: 'school' | 'each-stage' | 'all-stages';
}

interface CheckRuleBase {
  readonly id: string;
  readonly severity: CheckSeverity;
}

/** Data-quality rules of a self-report, as data. A closed set of kinds; one evaluator each under `checks/`. */
export type CheckRule = CheckRuleBase &
  (
    | { readonly kind: 'required' }
    | { readonly kind: 'readable' }
    | { readonly kind: 'applicable' }
    /** Left side <= right side. */
    | { readonly kind: 'at-most'; readonly left: readonly CheckTerm[]; readonly right: readonly CheckTerm[] }
    /** Left side = right side. */
    | { readonly kind: 'equal'; readonly left: readonly CheckTerm[]; readonly right: readonly CheckTerm[] }
    /** Parts all reported and their sum differs from the reported aggregate. */
    | { readonly kind: 'aggregate-differs' }
    /** Some parts reported, some not, aggregate reported: the aggregate is used. */
    | { readonly kind: 'aggregate-with-partial-parts' }
    /** The reported parts alone exceed the reported aggregate. */
    | { readonly kind: 'aggregate-below-parts' }
    /** A difference of parts is negative (indoor sports rooms larger than all teaching rooms). */
    | { readonly kind: 'negative-quantity' }
    /** Pupils of a stage must fit into its class-size bands. */
    | { readonly kind: 'class-bands-capacity'; readonly bands: readonly ClassBand[] }
    /** The largest class must lie in the highest band that has classes. */
    | { readonly kind: 'largest-class-in-bands'; readonly bands: readonly ClassBand[]; readonly largestItem: string }
    /** pupils <= classes * largest class. */
    | { readonly kind: 'largest-class-below-average'; readonly classesItem: string; readonly largestItem: string }
    /** A stage or school without pupils that reports any of these amounts. */
    | { readonly kind: 'zero-pupils-with-resources'; readonly items: readonly string[] }
    /** `item` is 0 although the stage has pupils. */
    | { readonly kind: 'zero-with-pupils'; readonly item: string }
    /** Value outside the plausible range of its item. */
    | { readonly kind: 'plausible-range' }
    /** Change from last year's value by more than `share`, and by at least `minimumChange`. */
    | {
        readonly kind: 'change-from-last-year';
        readonly share: string;
        readonly exemptItems: readonly string[];
        readonly minimumChange: string;
      }
    /** The flag is answered `answer` although what else is reported decides the other way. Cells not asked of the school count as 0. */
    | {
        readonly kind: 'flag-contradicts';
        readonly flag: string;
        readonly answer: 'yes' | 'no';
        /** What the flag asks, from the other cells. */
        readonly truth: Condition;
        /** Numbers for the text, as facts. */
        readonly amounts: Readonly<Record<string, Amount>>;
      }
    /** A ratio of reported amounts outside its bounds. */
    | {
        readonly kind: 'ratio-bounds';
        readonly ratio: Extract<Amount, { readonly kind: 'quotient' }>;
        /** The stages it is looked at in; null = the whole school. */
        readonly stages: readonly StageId[] | null;
        readonly minimum: string | null;
        readonly maximum: string | null;
      }
    /**
     * A measure far from that of the schools of the same type: 0.6745 |x - median| / MAD above `bound` (Iglewicz and Hoaglin), and away
     * from the median by more than `minimumDifference` of it, so that a small spread alone accuses nobody.
     */
    | {
        readonly kind: 'peer-position';
        readonly measures: readonly PeerMeasure[];
        readonly bound: string;
        readonly minimumDifference: string;
        /** Fewer schools are no group to be compared with, and their numbers could be guessed. */
        readonly minimumSchools: number;
      }
  );

/** A number by which schools of one type are compared. Message key `peer-measure.<id>`. */
export interface PeerMeasure {
  readonly id: string;
  readonly value: Amount;
  /** The stages it is looked at in; null = the whole school. */
  readonly stages: readonly StageId[] | null;
  /** Digits for people. */
  readonly decimals: number;
}

/** A class-size band; `maximum: null` = open. */
export interface ClassBand {
  readonly item: string;
  readonly minimum: number;
  readonly maximum: number | null;
}
