/**
 * Templates of formulas with numbers put in; the text is `formula.<template>` with the facts named here.
 * All numbers are decimals or fractions as strings.
 */
export const formulaTemplates = [
  /** { metCount, minimumMet, indicatorCount, floorShare } */
  'at-least-m-of-n',
  /** { met, unmet, undetermined, total } */
  'all-must-hold',
  /** { multiplier, unitFactor, amount, pupils, value, threshold } */
  'per-pupil',
  /** { terms, total } */
  'signed-sum',
  /** { aggregate } the reported aggregate was used */
  'aggregate',
  /** { weight, pupils, weightedTotal, share } */
  'weighted-share',
  /** { total, share, amount } */
  'share-of-total',
  /** { pupils, sumOfSquares, total, cvSquared, cv, limit } */
  'coefficient-of-variation',
  /** { total } */
  'pupils-sum',
] as const;
export type FormulaTemplate = (typeof formulaTemplates)[number];
