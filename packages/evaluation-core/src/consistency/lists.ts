import { rational } from '../quantities/rational.ts';
import type { Claim, CoverageClaim, NumberingClaim } from './claim.ts';
import type { Figure } from './figure.ts';
import { outcome } from './outcome.ts';
import { relationHolds, point } from './range.ts';
import type { Range } from './range.ts';
import { readFigure } from './read-figure.ts';
import { enumerationOf, readList } from './read-list.ts';
import type { MissingFigure, StatedNumberResult } from './result.ts';

/** A list by its items, or only how many there are. */
interface Things {
  readonly count: Range;
  readonly items: readonly string[] | null;
  readonly text: string;
}

/** Is everything that was to be done covered by what was done? */
export function checkCoverage(claim: Claim & CoverageClaim): StatedNumberResult {
  const required = thingsIn(claim, claim.required);
  const covered = thingsIn(claim, claim.covered);
  const missing = [required, covered].flatMap((each) => ('problem' in each ? [each] : []));
  if ('problem' in required || 'problem' in covered) return outcome(claim, 'figure-missing', { missing });
  const byName = claim.byCount !== true && required.items !== null && covered.items !== null;
  const open = byName ? required.items.filter((item) => !covered.items?.includes(item)) : null;
  const holds = open === null ? relationHolds(covered.count, 'at-least', required.count) : open.length === 0;
  const facts = {
    left: required.text,
    right: covered.text,
    required: required.text,
    other: open === null || open.length === 0 ? null : open.join('、'),
    count: open === null ? openCount(required, covered) : String(open.length),
  };
  if (holds === null) return outcome(claim, 'too-approximate', { facts });
  return outcome(claim, holds ? 'covered' : 'not-covered', { facts });
}

/** A text with one number is that number of things ("4个学段"), any other a list of them. */
function thingsIn(claim: Claim, name: string): Things | MissingFigure {
  const text = Object.hasOwn(claim.raws, name) ? claim.raws[name] : undefined;
  if (text === undefined) return { name, text: '', problem: 'not-given' };
  const items = readList(text);
  const reading = readFigure(text);
  if (items.length < 2 && !reading.ok) {
    // 初中教育及高中教育两个学段: one phrase that ends with how many it names.
    const counted = readFigure(/(?:[一二两三四五六七八九十]+|\d+)[个所项名]\S{0,4}$/.exec(text.trim())?.[0] ?? '');
    if (counted.ok) return { count: counted.figure.range, items: null, text: countText(counted.figure, text) };
  }
  if (items.length < 2 && reading.ok) {
    return { count: reading.figure.range, items: null, text: countText(reading.figure, text) };
  }
  if (items.length === 0) return { name, text, problem: reading.ok ? 'blank' : reading.problem };
  return { count: point(rational(BigInt(items.length), 1n)), items, text: String(items.length) };
}

function countText({ nominal }: Figure, text: string): string {
  return nominal === null ? text.trim() : String(nominal.n / nominal.d);
}

function openCount(required: Things, covered: Things): string | null {
  const [most, least] = [required.count.high?.value, covered.count.low?.value];
  if (most === undefined || least === undefined) return null;
  const open = most.n / most.d - least.n / least.d;
  return String(open > 0n ? open : 0n);
}

/** Numbers that start at 1 and go on one by one. */
export function checkNumbering(claim: Claim & NumberingClaim): StatedNumberResult {
  const text = Object.hasOwn(claim.raws, claim.labels) ? claim.raws[claim.labels] : undefined;
  if (text === undefined) {
    return outcome(claim, 'figure-missing', { missing: [{ name: claim.labels, text: '', problem: 'not-given' }] });
  }
  const numbers = enumerationOf(text);
  if (numbers.length === 0) {
    return outcome(claim, 'figure-missing', { missing: [{ name: claim.labels, text, problem: 'blank' }] });
  }
  const last = numbers.reduce((most, each) => Math.max(most, each), 0);
  const facts = { count: String(numbers.length), right: String(last) };
  const wrong = numbers.findIndex((each, index) => each !== index + 1);
  if (wrong < 0) return outcome(claim, 'numbered-without-gap', { facts });
  return outcome(claim, 'numbering-broken', {
    facts: { ...facts, left: String(wrong + 1), other: String(numbers[wrong]) },
  });
}
