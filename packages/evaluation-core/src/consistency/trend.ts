import type { Claim, TrendClaim } from './claim.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import type { Amount } from './evaluate-formula.ts';
import { fallingWords, risingWords } from './figure-words.ts';
import { percent } from './figure-units.ts';
import { failed, outcome } from './outcome.ts';
import { formIn, recomputedIn, textIn, withUnit } from './printed-digits.ts';
import { relationHolds } from './range.ts';
import type { Relation } from './range.ts';
import type { MissingFigure, StatedNumberResult } from './result.ts';

/** How each value stands to the one before it. Longest first where one contains another. */
const trendWords: readonly (readonly [word: string, relation: Relation])[] = [
  ['只增不减', 'at-least'],
  ['不低于上年', 'at-least'],
  ['不减少', 'at-least'],
  ['不降低', 'at-least'],
  ['不下降', 'at-least'],
  ['只减不增', 'at-most'],
  ['不增加', 'at-most'],
  ['持平', 'equal'],
  ['不变', 'equal'],
  ['稳定在', 'equal'],
  ...fallingWords.map((word) => [word, 'below'] as const),
  ...risingWords.map((word) => [word, 'above'] as const),
];

/** The course of values over time against the word for it. One step against it decides, whatever is missing elsewhere. */
export function checkTrend(claim: Claim & TrendClaim): StatedNumberResult {
  const relation = trendWords.find(([word]) => claim.stated.includes(word))?.[1];
  if (relation === undefined) return outcome(claim, 'unknown-word', { facts: { word: claim.stated } });
  if (claim.values.length < 2) return outcome(claim, 'malformed-claim');
  const missing: MissingFigure[] = [];
  const amounts: (Amount | null)[] = [];
  for (const value of claim.values) {
    const evaluated = evaluateFormula(value, claim.raws);
    if (!evaluated.ok && evaluated.why !== 'figure-missing') return failed(claim, evaluated, { word: claim.stated });
    if (!evaluated.ok) missing.push(...evaluated.missing);
    amounts.push(evaluated.ok ? evaluated.amount : null);
  }
  const claimed = claim.claimed ?? true;
  let open = false;
  for (const [index, later] of amounts.entries()) {
    const earlier = index === 0 ? undefined : amounts[index - 1];
    if (later === null || earlier === null || earlier === undefined) continue;
    const holds = relationHolds(later.range, relation, earlier.range);
    if (holds === false) {
      return outcome(claim, claimed ? 'trend-broken' : 'trend-holds', { facts: stepFacts(claim, earlier, later) });
    }
    open ||= holds === null;
  }
  if (missing.length > 0) return outcome(claim, 'figure-missing', { missing, facts: { word: claim.stated } });
  const [first, last] = [amounts[0], amounts.at(-1)];
  if (first === null || first === undefined || last === null || last === undefined)
    return outcome(claim, 'malformed-claim');
  const facts = stepFacts(claim, first, last);
  if (open) return outcome(claim, 'too-approximate', { facts });
  const growth = evaluateFormula(
    { kind: 'growth', from: claim.values[0] ?? nothing, to: claim.values.at(-1) ?? nothing },
    claim.raws,
  );
  return outcome(claim, claimed ? 'trend-holds' : 'trend-broken', {
    facts,
    formula: growth.ok ? growth.amount.expression : null,
    recomputed: growth.ok ? recomputedIn(growth.amount, formIn(percent, 2)) : null,
  });
}

const nothing = { kind: 'constant', value: '' } as const;

function stepFacts(claim: TrendClaim, from: Amount, to: Amount) {
  const { unit } = from;
  return {
    word: claim.stated,
    stated: claim.stated,
    left: from.nominal === null ? from.expression : withUnit(textIn(from.nominal, unit), unit.text),
    right: to.nominal === null ? to.expression : withUnit(textIn(to.nominal, unit), unit.text),
  };
}
