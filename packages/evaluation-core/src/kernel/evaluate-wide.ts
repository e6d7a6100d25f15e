import { cvErrorSlack } from './decide-cv.ts';
import { copyParts, countPassed, hasSplits, judgeSpecialRows, undecidedCv, writeVerdict } from './evaluate-fused.ts';
import type { Precision } from './evaluate-fused.ts';
import { met, notApplicable, outcomeOfSeen, unmet } from './outcome-codes.ts';
import type { RowOutcomes } from './row-outcomes.ts';
import { blockSize, blocksOf, countyStageCount } from './school-stage-rows.ts';
import type { SchoolStageRows } from './school-stage-rows.ts';
import type { StageRules } from './stage-rules.ts';
import { callCountyStages, mostRuleBlocks, ruleBytes } from './wide-memory.ts';
import type { WideMemory } from './wide-memory.ts';

/**
 * County-stages without gaps through `wasm/fuse-text.mjs`, many in one call. Those that are not for it (`isLeftOut`, and those of which it cannot prove
 * that its products were exact) are handed to `careful`. RangeError where the rules are more than the memory has room for.
 */
export function evaluateWide(
  rows: SchoolStageRows,
  wide: WideMemory,
  rules: readonly StageRules[],
  outcomes: RowOutcomes,
  precision: Precision,
  isLeftOut: (countyStage: number) => boolean,
  careful: (countyStage: number) => void,
): void {
  const { offsets, indicators } = rows;
  const blocks = blocksOf(indicators);
  writeRules(wide, rules, blocks);
  const countyStages = countyStageCount(rows);
  const limited = rules.map((own) =>
    own.cvLimits.reduce((mask, limit, i) => (limit === null ? mask : mask | (1 << i)), 0),
  );
  const call: number[] = [];
  const work: CallWork = {
    rows,
    wide,
    rules,
    limited,
    outcomes,
    precision,
    call,
    seen: new Uint8Array(callCountyStages),
  };
  const compact = rows.numbers instanceof Int32Array;
  let callRows = 0;
  let asDoubles = !compact;
  const send = (): void => {
    if (call.length > 0) sendCall(work, asDoubles, careful);
    call.length = 0;
    callRows = 0;
  };
  for (let each = 0; each < countyStages; each += 1) {
    const size = (offsets[each + 1] ?? 0) - (offsets[each] ?? 0);
    if (size === 0 || isLeftOut(each)) {
      careful(each);
      continue;
    }
    // Divided amounts are no integers: compact rows that have such are worked from copies in doubles, in a call of their own.
    const own = !compact || hasSplits(rows, offsets[each] ?? 0, offsets[each + 1] ?? 0);
    if (call.length === callCountyStages || callRows + size > wide.callRows || own !== asDoubles) send();
    asDoubles = own;
    call.push(each);
    callRows += size;
  }
  send();
}

/** As the head of `wasm/fuse-text.mjs` lays them out. */
function writeRules({ doubles, integers, at }: WideMemory, rules: readonly StageRules[], blocks: number): void {
  if (rules.length * blocks > mostRuleBlocks) throw new RangeError(`no room for the rules of ${rules.length} stages`);
  rules.forEach((own, stage) => {
    const set = own.thresholdSets[0];
    if (set === undefined) throw new RangeError('rules without thresholds');
    for (let block = 0; block < blocks; block += 1) {
      const start = at.rules + (stage * blocks + block) * ruleBytes;
      const first = start / 8;
      doubles.set(
        [1, 2, 1, NaN].flatMap((value) => [value, ...Array<number>(blockSize).fill(0)]),
        first,
      );
      for (let lane = 1; lane <= blockSize; lane += 1) {
        const indicator = block * blockSize + lane - 1;
        const limit = own.cvLimits[indicator] ?? null;
        doubles[first + lane] = set.times[indicator] ?? 0;
        // Beyond the last indicator: zero amounts that reach nothing, as in fuse-block.ts.
        doubles[first + 8 + lane] = set.reach[indicator] ?? 1;
        doubles[first + 16 + lane] = set.floor[indicator] ?? 1;
        doubles[first + 24 + lane] = limit === null ? NaN : limit.numerator / limit.denominator;
      }
      integers[start / 4 + 64] = ((own.counted >>> (block * blockSize)) & 127) << 1;
      integers[start / 4 + 65] = own.minimumMet;
    }
  });
}

interface CallWork {
  readonly rows: SchoolStageRows;
  readonly wide: WideMemory;
  readonly rules: readonly StageRules[];
  /** By stage: mask of the indicators whose CV has a limit. */
  readonly limited: readonly number[];
  readonly outcomes: RowOutcomes;
  readonly precision: Precision;
  /** County-stages, ascending. */
  readonly call: readonly number[];
  /** By place in the call: bits of the outcomes that its CVs have, and `unsound`. */
  readonly seen: Uint8Array;
}

const unsound = 16;

function sendCall(work: CallWork, asDoubles: boolean, careful: (countyStage: number) => void): void {
  const { rows, wide, rules, outcomes, precision, call, seen } = work;
  const { at, integers } = wide;
  const blocks = blocksOf(rows.indicators);
  seen.fill(0);
  placeRows(work);
  for (let block = 0; block < blocks; block += 1) {
    for (let each = 0; each < call.length; each += 1) {
      const stage = rows.stages[call[each] ?? 0] ?? 0;
      integers[at.list / 4 + each * 3 + 2] = at.rules + (stage * blocks + block) * ruleBytes;
    }
    const fuse = asDoubles ? wide.fuseDoubles : wide.fuse;
    const numberBytes = asDoubles ? 8 : rows.numbers.BYTES_PER_ELEMENT;
    fuse(
      call.length,
      at.list,
      rows.stride * numberBytes,
      (1 + block * blockSize) * numberBytes,
      at.reached,
      at.above,
      at.means,
      at.cvs,
      at.results,
      precision === 'exact' ? cvErrorSlack : 0,
    );
    takeMasks(work, block, blocks);
    takeCvs(work, block);
  }
  for (let each = 0; each < call.length; each += 1) {
    const countyStage = call[each] ?? 0;
    const own = rules[rows.stages[countyStage] ?? 0];
    const outcomesSeen = seen[each] ?? 0;
    if (own === undefined || outcomesSeen >= unsound) {
      careful(countyStage);
      continue;
    }
    const from = rows.offsets[countyStage] ?? 0;
    const to = rows.offsets[countyStage + 1] ?? 0;
    const more = judgeSpecialRows(rows, own, from, to, outcomes);
    const passed =
      blocks > 1 ? countPassed(outcomes, own, blocks, from, to) : (integers[at.results / 4 + each * 2] ?? 0) + more;
    writeVerdict(outcomes, countyStage, to - from, passed, outcomeOfSeen(outcomesSeen));
  }
}

/** Where the rows of each county-stage begin and end: where they are, or, with divided amounts, in a copy. */
function placeRows({ rows, wide, call }: CallWork): void {
  const { offsets, stride, numbers } = rows;
  const { integers, doubles, at } = wide;
  let parts = at.parts;
  for (let each = 0; each < call.length; each += 1) {
    const countyStage = call[each] ?? 0;
    const from = offsets[countyStage] ?? 0;
    const to = offsets[countyStage + 1] ?? 0;
    let start = at.numbers + from * stride * numbers.BYTES_PER_ELEMENT;
    let bytes = (to - from) * stride * numbers.BYTES_PER_ELEMENT;
    if (hasSplits(rows, from, to)) {
      start = parts;
      bytes = (to - from) * stride * 8;
      copyParts(rows, from, to, doubles.subarray(start / 8, (start + bytes) / 8));
      parts += bytes;
    }
    integers[at.list / 4 + each * 3] = start;
    integers[at.list / 4 + each * 3 + 1] = start + bytes;
  }
}

/** Copies the masks run by run of neighbouring county-stages: mostly all at once. */
function takeMasks({ rows, wide, call, outcomes }: CallWork, block: number, blocks: number): void {
  const { offsets } = rows;
  const { bytes, at } = wide;
  let taken = 0;
  for (let first = 0; first < call.length;) {
    let last = first;
    while (call[last + 1] === (call[last] ?? 0) + 1) last += 1;
    const from = offsets[call[first] ?? 0] ?? 0;
    const size = (offsets[(call[last] ?? 0) + 1] ?? 0) - from;
    if (blocks === 1) {
      outcomes.reached.set(bytes.subarray(at.reached + taken, at.reached + taken + size), from);
      outcomes.aboveFloor.set(bytes.subarray(at.above + taken, at.above + taken + size), from);
    } else {
      for (let row = 0; row < size; row += 1) {
        outcomes.reached[(from + row) * blocks + block] = bytes[at.reached + taken + row] ?? 0;
        outcomes.aboveFloor[(from + row) * blocks + block] = bytes[at.above + taken + row] ?? 0;
      }
    }
    taken += size;
    first = last + 1;
  }
}

function takeCvs({ rows, wide, call, rules, limited, outcomes, precision, seen }: CallWork, block: number): void {
  const { indicators, stages } = rows;
  const { integers, doubles, at } = wide;
  const { means, cvs, cvOutcomes } = outcomes;
  const last = Math.min(blockSize, indicators - block * blockSize);
  for (let each = 0; each < call.length; each += 1) {
    const countyStage = call[each] ?? 0;
    const stage = stages[countyStage] ?? 0;
    const certain = integers[at.results / 4 + each * 2 + 1] ?? 0;
    if ((certain & 0x1_0000) === 0) {
      seen[each] = unsound;
      continue;
    }
    const limits = (limited[stage] ?? 0) >>> (block * blockSize);
    const meansFrom = at.means / 8 + each * 8;
    const cvsFrom = at.cvs / 8 + each * 8;
    const to = countyStage * indicators + block * blockSize - 1;
    let bits = 0;
    for (let lane = 1; lane <= last; lane += 1) {
      const cv = doubles[cvsFrom + lane] ?? NaN;
      means[to + lane] = doubles[meansFrom + lane] ?? NaN;
      cvs[to + lane] = cv;
      let outcome = notApplicable;
      if ((limits & (1 << (lane - 1))) !== 0) {
        if ((certain & (1 << lane)) !== 0) outcome = met;
        else if ((certain & (256 << lane)) !== 0) outcome = unmet;
        else {
          const indicator = block * blockSize + lane - 1;
          const limit = rules[stage]?.cvLimits[indicator] ?? null;
          if (limit !== null) outcome = undecidedCv(rows, countyStage, indicator, cv, limit, precision);
        }
      }
      cvOutcomes[to + lane] = outcome;
      bits |= 1 << outcome;
    }
    seen[each] = (seen[each] ?? 0) | bits;
  }
}
