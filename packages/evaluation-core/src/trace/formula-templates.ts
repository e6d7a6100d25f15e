/**
 * Templates of formulas with numbers put in; the text is `formula.<template>` with the facts named here.
 * All numbers are decimals or fractions as strings.
 */
export const formulaTemplates = [
  /** { metCount, minimumMet, indicatorCount, undeterminedCount, belowFloorCount, floorShare } */
  'at-least-m-of-n',
  /** { unmetCount, maximumUnmet, indicatorCount, undeterminedCount, belowFloorCount, floorShare } */
  'at-most-k-unmet',
  /** { metCount, minimumMet, indicatorCount, undeterminedCount, passing } */
  'grades',
  /** { least, most, pass, indicatorCount, undeterminedCount } */
  'stepped-points',
  /** { met, unmet, undetermined, total } */
  'all-must-hold',
  /** { met, unmet, undetermined, total, minimum } */
  'at-least-of',
  /** { value, relation, limit } */
  'compared',
  /** { multiplier, part, whole, value, relation, limit } */
  'share',
  /** { multiplier, part, whole, cap, value, relation, limit } more than the cap is taken as the cap */
  'capped-share',
  /** { least, greatest, total, pass } */
  'score',
  /** { least, greatest, maximum } */
  'point',
  /** { amount } arithmetic of reported numbers */
  'computed-amount',
  /** { amount, count } */
  'total-of-schools',
  /** { amount, of, added } */
  'rounded-up',
  /** { amount } */
  'larger',
  /** { amount } */
  'smaller',
  /** { multiplier, unitFactor, amount, pupils, value, threshold } */
  'per-pupil',
  /** { multiplier, numerator, denominator, value, threshold } */
  'ratio',
  /** { value, threshold } */
  'amount',
  /** { answer, required } as `<item>.<option>` or `flag.yes`; null where there are several */
  'answer',
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
  /** { count, composite, limit, bound } */
  'composite-cv',
  /** { total } */
  'pupils-sum',
] as const;
export type FormulaTemplate = (typeof formulaTemplates)[number];
