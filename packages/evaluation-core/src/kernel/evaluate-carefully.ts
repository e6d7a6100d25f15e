import { decideCv } from './decide-cv.ts';
import { outcomeOfMasks, schoolStageMasks } from './decide-school-stage.ts';
import { notApplicable, undetermined } from './outcome-codes.ts';
import { both, schoolsOutcome } from './row-outcomes.ts';
import type { RowOutcomes } from './row-outcomes.ts';
import { blockSize, blocksOf } from './school-stage-rows.ts';
import type { SchoolStageRows } from './school-stage-rows.ts';
import type { StageRules } from './stage-rules.ts';
import { sumStage } from './sum-stage.ts';

/** One county-stage, row by row and indicator by indicator: whatever is missing, split or too large for doubles. */
export function evaluateCarefully(
  rows: SchoolStageRows,
  rules: StageRules,
  countyStage: number,
  outcomes: RowOutcomes,
): void {
  const { indicators } = rows;
  decideRows(rows, rules, countyStage, outcomes);
  let verdict = schoolsOutcome(
    outcomes.metCounts[countyStage] ?? 0,
    outcomes.unmetCounts[countyStage] ?? 0,
    outcomes.undeterminedCounts[countyStage] ?? 0,
  );
  for (let indicator = 0; indicator < indicators; indicator += 1) {
    const at = countyStage * indicators + indicator;
    const sums = sumStage(rows, countyStage, indicator);
    outcomes.means[at] = sums.mean;
    outcomes.cvs[at] = sums.cv;
    const outcome = decideCv(rows, rules, countyStage, indicator, sums);
    outcomes.cvOutcomes[at] = outcome;
    verdict = both(verdict, outcome);
  }
  outcomes.verdicts[countyStage] = verdict;
}

function decideRows(rows: SchoolStageRows, rules: StageRules, countyStage: number, outcomes: RowOutcomes): void {
  const { offsets, gaps, numbers, stride } = rows;
  const counts = [0, 0, 0, 0];
  const to = offsets[countyStage + 1] ?? 0;
  for (let row = offsets[countyStage] ?? 0; row < to; row += 1) {
    const masks = schoolStageMasks(rows, rules, row);
    writeMasks(rows, row, masks.reached, masks.aboveFloor, outcomes);
    const open = gaps !== null && gaps.open[row] === 1;
    const empty = (numbers[row * stride] ?? 0) === 0;
    const outcome = open ? undetermined : empty ? notApplicable : outcomeOfMasks(masks, rules);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  outcomes.metCounts[countyStage] = counts[0] ?? 0;
  outcomes.unmetCounts[countyStage] = counts[1] ?? 0;
  outcomes.undeterminedCounts[countyStage] = counts[2] ?? 0;
}

export function writeMasks(
  rows: SchoolStageRows,
  row: number,
  reached: number,
  aboveFloor: number,
  outcomes: RowOutcomes,
): void {
  const blocks = blocksOf(rows.indicators);
  for (let block = 0; block < blocks; block += 1) {
    outcomes.reached[row * blocks + block] = (reached >>> (block * blockSize)) & 127;
    outcomes.aboveFloor[row * blocks + block] = (aboveFloor >>> (block * blockSize)) & 127;
  }
}
