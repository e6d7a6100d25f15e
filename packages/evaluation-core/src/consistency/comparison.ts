import type { AttainmentClaim, Claim, ComparisonClaim } from './claim.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import type { Amount } from './evaluate-formula.ts';
import { percent } from './figure-units.ts';
import { failed, outcome } from './outcome.ts';
import { endWithUnit, plainText, textIn, withUnit } from './printed-digits.ts';
import { closed, open, point, relationHolds } from './range.ts';
import type { Range, Relation } from './range.ts';
import { divide, one, rational, subtract } from '../quantities/rational.ts';
import type { ConsistencyFinding, RelationWord, StatedNumberResult } from './result.ts';
import type { Unit } from './figure-units.ts';

const opposite: Readonly<Record<Relation, RelationWord>> = {
  'at-least': 'below',
  above: 'at-most',
  'at-most': 'above',
  below: 'at-least',
  equal: 'unequal',
};

const brokenBy: Readonly<Record<ComparisonClaim['basis'], ConsistencyFinding>> = {
  standard: 'standard-not-met',
  definition: 'contradiction',
  wording: 'needs-explanation',
};

/** A number against a limit: it holds, it does not, or the words leave it open. */
export function checkComparison(claim: Claim & ComparisonClaim): StatedNumberResult {
  const left = evaluateFormula(claim.left, claim.raws);
  const right = evaluateFormula(claim.right, claim.raws);
  if (!left.ok || !right.ok) {
    const both = [left, right].flatMap((each) => (!each.ok && each.why === 'figure-missing' ? each.missing : []));
    if (both.length > 0) return failed(claim, { ok: false, why: 'figure-missing', missing: both });
    return failed(claim, left.ok ? (right.ok ? { ok: false, why: 'malformed-claim' } : right) : left);
  }
  const unit = sharedUnit(left.amount.unit, right.amount.unit);
  const holds = relationHolds(left.amount.range, claim.relation, right.amount.range);
  const facts = {
    left: amountText(left.amount, unit),
    right: amountText(right.amount, unit),
    relation: holds === false ? opposite[claim.relation] : claim.relation,
    required: claim.relation,
    ...excessOf(left.amount, right.amount, unit),
  };
  const formula = `${left.amount.expression} : ${right.amount.expression}`;
  if (holds === null) return outcome(claim, 'too-approximate', { facts, formula });
  const finding = holds === claim.claimed ? 'holds' : holds ? 'standard-met-after-all' : brokenBy[claim.basis];
  return outcome(claim, finding, { facts, formula });
}

/** Both are shown in the unit of the one that has one. */
function sharedUnit(left: Unit, right: Unit): Unit {
  return left.text === '' ? right : left;
}

function amountText({ nominal, range, expression }: Amount, unit: Unit): string {
  if (nominal !== null) return withUnit(textIn(nominal, unit), unit.text);
  const [low, high] = [endWithUnit(range.low, unit), endWithUnit(range.high, unit)];
  return low === null && high === null ? expression : `${low ?? ''}~${high ?? ''}`;
}

/** By how much the left exceeds the right (negative: falls short), and how many times it is. */
function excessOf(left: Amount, right: Amount, unit: Unit) {
  if (left.nominal === null || right.nominal === null) return {};
  const full = right.nominal.n === 0n ? null : plainText(divide(left.nominal, right.nominal));
  return { other: withUnit(textIn(subtract(left.nominal, right.nominal), unit), unit.text), full };
}

/** What words say about the share of a target that was reached. 基本 leaves a tenth to either side. */
const attainmentWords: readonly (readonly [word: string, share: Range])[] = [
  ['超额', { low: open(one), high: null }],
  ['未完成', { low: null, high: open(one) }],
  ['未达', { low: null, high: open(one) }],
  ['没有完成', { low: null, high: open(one) }],
  ['基本', { low: closed(rational(9n, 10n)), high: closed(rational(11n, 10n)) }],
  ['接近', { low: closed(rational(9n, 10n)), high: open(one) }],
  ['如期', { low: closed(one), high: null }],
  ['全面', { low: closed(one), high: null }],
  ['全部', { low: closed(one), high: null }],
  ['圆满', { low: closed(one), high: null }],
  ['完成', { low: closed(one), high: null }],
  ['达到', { low: closed(one), high: null }],
  ['实现', { low: closed(one), high: null }],
  ['一半', point(rational(1n, 2n))],
];

export function checkAttainment(claim: Claim & AttainmentClaim): StatedNumberResult {
  const share = evaluateFormula({ kind: 'percent', part: claim.actual, whole: claim.target }, claim.raws);
  const actual = evaluateFormula(claim.actual, claim.raws);
  const target = evaluateFormula(claim.target, claim.raws);
  if (!share.ok || !actual.ok || !target.ok) {
    return failed(claim, share.ok ? { ok: false, why: 'malformed-claim' } : share, { stated: claim.stated });
  }
  const unit = sharedUnit(actual.amount.unit, target.amount.unit);
  const facts = {
    stated: claim.stated,
    word: claim.stated,
    left: amountText(actual.amount, unit),
    right: amountText(target.amount, unit),
    full: amountText(share.amount, percent),
    relation: relationOfShare(share.amount),
  };
  const allowed = attainmentWords.find(([word]) => claim.stated.includes(word))?.[1];
  if (allowed === undefined) return outcome(claim, 'unknown-word', { facts });
  const parts = { facts, formula: share.amount.expression };
  const inside = insideOf(share.amount.range, allowed);
  return outcome(claim, inside === null ? 'too-approximate' : inside ? 'holds' : 'needs-explanation', parts);
}

function relationOfShare({ nominal }: Amount): string | null {
  if (nominal === null) return null;
  const difference = subtract(nominal, one).n;
  return difference > 0n ? 'above' : difference < 0n ? 'below' : 'equal';
}

/** All of the range inside (true), none (false), some (null). */
function insideOf(range: Range, allowed: Range): boolean | null {
  const reachesLow =
    allowed.low === null
      ? true
      : relationHolds(range, allowed.low.closed ? 'at-least' : 'above', point(allowed.low.value));
  const staysBelow =
    allowed.high === null
      ? true
      : relationHolds(range, allowed.high.closed ? 'at-most' : 'below', point(allowed.high.value));
  if (reachesLow === false || staysBelow === false) return false;
  return reachesLow === null || staysBelow === null ? null : true;
}
