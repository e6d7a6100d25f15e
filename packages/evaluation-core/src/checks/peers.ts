import { decimal } from '../quantities/decimal.ts';
import { fixedText } from '../quantities/display.ts';
import { compare, divide, multiply, rational } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { CheckFinding } from './check-finding.ts';
import { finding } from './check-input.ts';
import type { CheckInput } from './check-input.ts';
import { distance, peerKey, peerStages, readPeerValue } from './peer-statistics.ts';
import type { PeerRule } from './peer-statistics.ts';
import { cellsOfAmount, reportedAmount } from './reported-amounts.ts';

/** For a normal distribution MAD = 0.6745 and the mean deviation = 0.7979 of the standard deviation (Iglewicz and Hoaglin 1993). */
const madOfNormal = decimal('0.6745');
const meanDeviationOfNormal = decimal('0.7979');

/** A school far from the others of its type: perhaps a slip of unit or digit, perhaps a special school; its people know. */
export function checkPeerPosition(rule: PeerRule, input: CheckInput): readonly CheckFinding[] {
  const { peers } = input;
  if (peers === null) return [];
  return rule.measures.flatMap((measure) =>
    peerStages(measure, input.stages).flatMap((stage) => {
      const key = peerKey(measure, stage);
      const group = Object.hasOwn(peers, key) ? peers[key] : undefined;
      const value = group === undefined ? null : reportedAmount(input, measure.value, stage);
      const spread = group === undefined ? undefined : readPeerValue(group);
      if (group === undefined || spread === undefined || value === null) return [];
      const z = robustZ(value, spread);
      const away = distance(value, spread.median);
      const notable = multiply(spread.median, decimal(rule.minimumDifference));
      if (group.count < rule.minimumSchools || z === null) return [];
      if (compare(z, decimal(rule.bound)) <= 0 || compare(away, notable) <= 0) return [];
      const facts = {
        measure: measure.id,
        stage,
        value: fixedText(value, measure.decimals),
        median: fixedText(spread.median, measure.decimals),
        side: compare(value, spread.median) > 0 ? 'above' : 'below',
        count: group.count,
        z: fixedText(z, 1),
      };
      return [finding(rule, cellsOfAmount(input, measure.value, stage), facts)];
    }),
  );
}

/** 0.6745 |x - median| / MAD, or 0.7979 |x - median| / mean deviation where the MAD is 0; null where all schools report the same. */
function robustZ(
  value: Rational,
  {
    median,
    mad,
    meanDeviation,
  }: { readonly median: Rational; readonly mad: Rational; readonly meanDeviation: Rational },
): Rational | null {
  const away = distance(value, median);
  if (mad.n > 0n) return divide(multiply(away, madOfNormal), mad);
  if (meanDeviation.n > 0n) return divide(multiply(away, meanDeviationOfNormal), meanDeviation);
  return away.n === 0n ? rational(0n, 1n) : null;
}
