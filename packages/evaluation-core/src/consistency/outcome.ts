import type { Facts } from '../items/cells.ts';
import { exactText } from '../quantities/decimal.ts';
import type { Claim } from './claim.ts';
import type { Evaluated } from './evaluate-formula.ts';
import { withUnit } from './printed-digits.ts';
import { isPoint } from './range.ts';
import { readFigure } from './read-figure.ts';
import { consistencyFindings } from './result.ts';
import type {
  ConsistencyFinding,
  MissingFigure,
  RawReading,
  Recomputed,
  StatedNumberResult,
  SuspectedCause,
} from './result.ts';

/** Every fact a text about a finding may name, amounts with their unit; null where it does not apply. */
export interface OutcomeFacts {
  readonly stated?: string | null;
  readonly formula?: string | null;
  readonly full?: string | null;
  readonly rounded?: string | null;
  readonly truncated?: string | null;
  readonly low?: string | null;
  readonly high?: string | null;
  readonly left?: string | null;
  readonly right?: string | null;
  /** A relation as it is found, and as it ought to be. */
  readonly relation?: string | null;
  readonly required?: string | null;
  readonly count?: string | null;
  readonly other?: string | null;
  readonly word?: string | null;
}

const noFacts: Required<OutcomeFacts> = {
  stated: null,
  formula: null,
  full: null,
  rounded: null,
  truncated: null,
  low: null,
  high: null,
  left: null,
  right: null,
  relation: null,
  required: null,
  count: null,
  other: null,
  word: null,
};

export interface OutcomeParts {
  readonly facts?: OutcomeFacts;
  readonly formula?: string | null;
  readonly recomputed?: Recomputed | null;
  readonly missing?: readonly MissingFigure[];
  readonly suspect?: SuspectedCause | null;
}

export function outcome(claim: Claim, finding: ConsistencyFinding, parts: OutcomeParts = {}): StatedNumberResult {
  const { formula = null, recomputed = null, missing = [], suspect = null } = parts;
  const facts: Facts = {
    ...noFacts,
    formula,
    full: recomputed === null ? null : withUnit(recomputed.full, recomputed.unit),
    rounded: recomputed === null ? null : withUnit(recomputed.rounded, recomputed.unit),
    truncated: recomputed === null ? null : withUnit(recomputed.truncated, recomputed.unit),
    ...parts.facts,
    missing: missing.map((each) => each.name).join(', '),
    missingCount: missing.length,
  };
  return {
    claimId: claim.id,
    kind: claim.kind,
    verdict: consistencyFindings[finding],
    finding,
    messageKey: `consistency.${finding}`,
    facts,
    formula,
    recomputed,
    readings: readingsOf(claim),
    missing,
    suspect,
  };
}

/** What a formula that could not be evaluated means for its claim. */
export function failed(
  claim: Claim,
  evaluated: Extract<Evaluated, { ok: false }>,
  facts: OutcomeFacts = {},
): StatedNumberResult {
  const missing = evaluated.why === 'figure-missing' ? evaluated.missing : [];
  return outcome(claim, evaluated.why, { missing, facts });
}

function readingsOf({ raws }: Claim): readonly RawReading[] {
  return Object.keys(raws).map((name): RawReading => {
    const text = raws[name] ?? '';
    const reading = readFigure(text);
    if (!reading.ok) return { name, text, value: null, low: null, high: null, exact: false };
    const { exact, nominal, range } = reading.figure;
    const estimate = !isPoint(range);
    return {
      name,
      text,
      value: nominal === null ? null : exactText(nominal),
      low: estimate && range.low !== null ? exactText(range.low.value) : null,
      high: estimate && range.high !== null ? exactText(range.high.value) : null,
      exact,
    };
  });
}
