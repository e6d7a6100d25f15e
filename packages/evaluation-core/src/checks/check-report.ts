import type { Cells } from '../items/cells.ts';
import type { CheckRule } from '../standards/check-rule.ts';
import type { Edition } from '../standards/edition.ts';
import {
  checkAggregateBelowParts,
  checkAggregateDiffers,
  checkAggregateWithPartialParts,
  checkNegativeQuantity,
} from './aggregates.ts';
import type { CheckContext, CheckFinding } from './check-finding.ts';
import { checkInput } from './check-input.ts';
import type { CheckInput } from './check-input.ts';
import { checkBandsCapacity, checkLargestBelowAverage, checkLargestInBands } from './classes.ts';
import { checkApplicable, checkReadable, checkRequired } from './completeness.ts';
import { checkFlagContradicts } from './flags.ts';
import { checkAtMost, checkEqual } from './linear.ts';
import { checkPeerPosition } from './peers.ts';
import { checkChangeFromLastYear, checkPlausibleRange } from './plausibility.ts';
import { checkRatioBounds } from './ratios.ts';
import { checkZeroPupils, checkZeroWithPupils } from './pupils.ts';

type Evaluators = {
  readonly [Kind in CheckRule['kind']]: (
    rule: Extract<CheckRule, { kind: Kind }>,
    input: CheckInput,
  ) => readonly CheckFinding[];
};

/** One evaluator per kind; a new kind without one does not compile. */
const evaluators: Evaluators = {
  required: checkRequired,
  readable: checkReadable,
  applicable: checkApplicable,
  'at-most': checkAtMost,
  equal: checkEqual,
  'aggregate-differs': checkAggregateDiffers,
  'aggregate-with-partial-parts': checkAggregateWithPartialParts,
  'aggregate-below-parts': checkAggregateBelowParts,
  'negative-quantity': checkNegativeQuantity,
  'class-bands-capacity': checkBandsCapacity,
  'largest-class-in-bands': checkLargestInBands,
  'largest-class-below-average': checkLargestBelowAverage,
  'zero-pupils-with-resources': checkZeroPupils,
  'zero-with-pupils': checkZeroWithPupils,
  'plausible-range': checkPlausibleRange,
  'change-from-last-year': checkChangeFromLastYear,
  'flag-contradicts': checkFlagContradicts,
  'ratio-bounds': checkRatioBounds,
  'peer-position': checkPeerPosition,
};

/** All findings on one self-report, in the order of the edition's rules. The same code runs in the browser and on the server. */
export function checkReport(edition: Edition, cells: Cells, context: CheckContext = {}): readonly CheckFinding[] {
  const input = checkInput(edition, cells, context);
  return edition.checks.flatMap((rule) => runCheck(rule, input));
}

function runCheck<Kind extends CheckRule['kind']>(
  rule: Extract<CheckRule, { kind: Kind }>,
  input: CheckInput,
): readonly CheckFinding[] {
  const evaluator: Evaluators[Kind] = evaluators[rule.kind];
  return evaluator(rule, input);
}
