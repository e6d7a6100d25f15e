import type { FormulaTemplate } from './formula-templates.ts';
import type { CellKey, Facts } from '../items/cells.ts';
import type { Source } from '../items/item-definition.ts';
import type { Outcome } from '../evaluation.ts';

/**
 * Address of a node: `county`, `resource-allocation`, `requirement/<id>`, of schools also `requirement/<id>/<schoolId>` and
 * `requirement/<id>/<schoolId>/<stage>`; inside a requirement `part/<id>/<where>`, `point/<id>/<where>`, `amount/<id>/<where>`, where
 * `<where>` joins the ids of parts, points and amounts with dots (`backbone`, `music.right`), followed by school and stage where schools are
 * asked; what a school adds to a total of the county is `amount/<id>/<where>.0/<schoolId>`. `stage/<stage>`, `composite/<stage>`, `cv/<stage>/<indicator>`,
 * `school/<schoolId>/<stage>`, `indicator/<schoolId>/<stage>/<indicator>`, `quantity/<schoolId>/<stage>/<indicator>` (of a ratio also
 * `.../numerator` and `.../denominator`),
 * `share/<schoolId>/<stage>`, `pupils/<schoolId>/<stage>`. School ids are percent-encoded where they hold a slash.
 */
export type NodePath = string;

export const explanationKinds = [
  'county',
  'resource-allocation',
  'requirement',
  'requirement-school',
  'requirement-part',
  'point',
  'amount',
  'stage',
  'composite-cv',
  'cv',
  'school-stage',
  'indicator',
  'quantity',
  'share',
  'pupils',
  'not-found',
] as const;
export type ExplanationKind = (typeof explanationKinds)[number];

export interface ExplanationCell {
  readonly schoolId: string;
  readonly key: CellKey;
  /** Canonical value, null = missing. */
  readonly value: string | null;
  /** Set where the cell counts by a special rule (特殊规定), or may: `open` = it is not known whether the rule holds. */
  readonly specialRule?: { readonly id: string; readonly state: 'applied' | 'open' };
}

/** A formula with the numbers put in. */
export interface ExplanationFormula {
  /** Message key suffix, `formula.<template>`. */
  readonly template: FormulaTemplate;
  /** Numbers and words of the template, decimals or fractions as strings. */
  readonly numbers: Facts;
  /** The same arithmetic spelt out: decimals, + - * / ^ and brackets; exact. */
  readonly expression: string | null;
  /** Exact result of the expression, `n` or `n/d`. */
  readonly result: string | null;
  /** The decision taken on the result, if one was. */
  readonly comparison: {
    readonly relation: '>=' | '<=' | '<' | '>' | '=';
    readonly limit: string;
    readonly holds: boolean;
  } | null;
}

export interface ExplanationNode {
  readonly path: NodePath;
  readonly kind: ExplanationKind;
  readonly outcome: Outcome | null;
  readonly complete: boolean;
  /** Correctly rounded double for display. */
  readonly value: number | null;
  /** Exact value where it is rational, `n` or `n/d`. */
  readonly exact: string | null;
  /**
   * Where cells are missing: what the value can be at least and at most whatever they hold, as fractions; null = without bound on that side. Of a
   * CV its square. Null where the value is known, and where nothing can be said.
   */
  readonly bounds: { readonly low: string | null; readonly high: string | null } | null;
  readonly facts: Facts;
  readonly formula: ExplanationFormula | null;
  readonly source: Source | null;
  readonly cells: readonly ExplanationCell[];
  readonly children: readonly NodePath[];
}
