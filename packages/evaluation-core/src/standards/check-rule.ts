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
  );

/** A class-size band; `maximum: null` = open. */
export interface ClassBand {
  readonly item: string;
  readonly minimum: number;
  readonly maximum: number | null;
}
