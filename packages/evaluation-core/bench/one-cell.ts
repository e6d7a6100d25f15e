import { decideCv } from '../src/kernel/decide-cv.ts';
import { decideSchoolStage } from '../src/kernel/decide-school-stage.ts';
import { explainCountyStage } from '../src/kernel/explain-county-stage.ts';
import { met } from '../src/kernel/outcome-codes.ts';
import { amountAt, newRows } from '../src/kernel/school-stage-rows.ts';
import type { SchoolStageRows } from '../src/kernel/school-stage-rows.ts';
import { sumStage } from '../src/kernel/sum-stage.ts';
import { EngineMissing } from './engine.ts';
import { median } from './medians.ts';
import { loadPeer, peerVersions } from './peers.ts';
import { randomFrom, unit } from './random.ts';
import { tolerance } from './results.ts';
import { indicators, seed, stageRules } from './workload.ts';

export const schools = 300;

/** A county of one stage that somebody edits: one amount changes, the verdict follows. */
interface EditedCounty {
  readonly edit: (school: number, indicator: number, amount: number) => boolean;
  readonly cvs: () => readonly number[];
}

export interface OneCellReport {
  readonly oursMicroseconds: number;
  /** Null, with the reason, where HyperFormula cannot be had. */
  readonly peerMicroseconds: number | null;
  readonly peerVersion: string;
  readonly reason: string | null;
  readonly verdictsCompared: number;
}

type Table = readonly (readonly number[])[];
interface Edit {
  readonly school: number;
  readonly indicator: number;
  readonly amount: number;
}

const rules = stageRules[0];
const set = rules?.thresholdSets[0];
const each = Array.from({ length: indicators }, (_, indicator) => indicator);

/** Rich enough that every school passes; the edits then take it below and bring it back. */
function countyTable(): Table {
  const random = randomFrom(seed + 3);
  return Array.from({ length: schools }, () => {
    const pupils = 50 + (random() % 1500);
    return [
      pupils,
      ...each.map((i) => Math.ceil(((set?.reach[i] ?? 0) / (set?.times[i] ?? 1)) * pupils * (1 + unit(random)))),
    ];
  });
}

/** Each amount once down to a part of what it was, and back. */
function edits(table: Table, count: number): readonly Edit[] {
  const random = randomFrom(seed + 4);
  return Array.from({ length: count }, () => {
    const [school, indicator] = [random() % schools, random() % indicators];
    const amount = table[school]?.[1 + indicator] ?? 0;
    return [
      { school, indicator, amount: Math.floor(amount * unit(random)) },
      { school, indicator, amount },
    ];
  }).flat();
}

function rowsOf(table: Table): SchoolStageRows {
  const rows = newRows({ indicators, sizes: [schools] });
  table.forEach((values, row) => rows.numbers.set(values, row * rows.stride));
  return rows;
}

/** Why each school and each CV of that county is judged as it is, from the kernel's own numbers. */
export function measureKernelExplanation(): { readonly milliseconds: number; readonly objects: number } {
  if (rules === undefined) throw new Error('no rules');
  const rows = rowsOf(countyTable());
  const runs = Array.from({ length: 60 }, () => {
    const before = performance.now();
    const explanation = explainCountyStage(rows, rules, 0);
    return { milliseconds: performance.now() - before, explanation };
  }).slice(20);
  const objects = runs[0]?.explanation.schoolStages.reduce(
    (sum, each) => sum + 1 + each.indicators.length,
    1 + indicators,
  );
  return { milliseconds: median(runs.map((each) => each.milliseconds)), objects: objects ?? 0 };
}

function ours(table: Table): EditedCounty {
  if (rules === undefined) throw new Error('no rules');
  const own = rules;
  const rows = rowsOf(table);
  const schoolOutcomes = table.map((_, row) => decideSchoolStage(rows, own, row));
  const cvOutcomes = each.map((indicator) => decideCv(rows, own, 0, indicator));
  let others =
    schoolOutcomes.filter((outcome) => outcome !== met).length + cvOutcomes.filter((outcome) => outcome !== met).length;
  return {
    edit: (school, indicator, amount) => {
      rows.numbers[amountAt(rows, school, indicator)] = amount;
      const row = decideSchoolStage(rows, own, school);
      const cv = decideCv(rows, own, 0, indicator);
      others += Number(row !== met) - Number(schoolOutcomes[school] !== met);
      others += Number(cv !== met) - Number(cvOutcomes[indicator] !== met);
      schoolOutcomes[school] = row;
      cvOutcomes[indicator] = cv;
      return others === 0;
    },
    cvs: () => each.map((indicator) => sumStage(rows, 0, indicator).cv),
  };
}

// What is used of HyperFormula.
interface Sheets {
  setCellContents(address: Address, value: number): unknown;
  getCellValue(address: Address): unknown;
}
interface Address {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
}
interface HyperFormulaModule {
  readonly HyperFormula: {
    readonly version: string;
    buildFromArray(
      cells: readonly (readonly (string | number)[])[],
      options: { licenseKey: string; useArrayArithmetic: boolean; smartRounding: boolean },
    ): Sheets;
  };
}

const letter = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;

/**
 * The workbook that a bureau keeps: one line per school with pupils, seven amounts, seven quotients, seven "reached", seven "above 85 %", two counts
 * and its verdict; below, the means, the CVs and the verdict of the county.
 */
function workbook(table: Table): readonly (readonly (string | number)[])[] {
  const lines = table.map((values, index) => {
    const line = index + 1;
    const quotients = each.map((i) => `=${letter(1 + i)}${line}/A${line}`);
    const judged = (column: ArrayLike<number> | undefined) =>
      each.map((i) => `=IF(${letter(1 + i)}${line}*${set?.times[i]}>=A${line}*${column?.[i]},1,0)`);
    return [
      ...values,
      ...quotients,
      ...judged(set?.reach),
      ...judged(set?.floor),
      `=SUM(P${line}:V${line})`,
      `=SUM(W${line}:AC${line})`,
      `=IF(AND(AD${line}>=6,AE${line}=7),1,0)`,
    ];
  });
  const column = (index: number) => `${letter(index)}1:${letter(index)}${schools}`;
  const means = each.map((i) => `=SUM(${column(1 + i)})/SUM(${column(0)})`);
  const [meanLine, cvLine] = [schools + 1, schools + 2];
  const cvs = each.map((i) => {
    const deviation = `(${column(8 + i)}-${letter(i)}${meanLine})`;
    return `=SQRT(SUMPRODUCT(${column(0)},${deviation}*${deviation})/SUM(${column(0)}))/${letter(i)}${meanLine}`;
  });
  const limits = rules?.cvLimits.map(
    (limit, i) => `${letter(i)}${cvLine}<=${(limit?.numerator ?? 0) / (limit?.denominator ?? 1)}`,
  );
  return [...lines, means, cvs, [`=IF(AND(SUM(${column(31)})=${schools},${limits?.join(',')}),1,0)`]];
}

function hyperFormula(table: Table): EditedCounty {
  const { HyperFormula } = loadPeer('hyperformula') as HyperFormulaModule;
  const sheets = HyperFormula.buildFromArray(workbook(table), {
    licenseKey: 'gpl-v3',
    useArrayArithmetic: true,
    // Otherwise it shows ten digits.
    smartRounding: false,
  });
  const verdict = { sheet: 0, row: schools + 2, col: 0 };
  return {
    edit: (school, indicator, amount) => {
      sheets.setCellContents({ sheet: 0, row: school, col: 1 + indicator }, amount);
      return sheets.getCellValue(verdict) === 1;
    },
    cvs: () => each.map((col) => Number(sheets.getCellValue({ sheet: 0, row: schools + 1, col }))),
  };
}

/** Compares every verdict and the CVs after each edit first, then times. */
export function measureOneCell(): OneCellReport {
  const table = countyTable();
  const list = edits(table, 100);
  const own = ours(table);
  const base = { peerVersion: peerVersions.hyperformula, verdictsCompared: 0 };
  try {
    const peer = hyperFormula(table);
    list.forEach(({ school, indicator, amount }) => {
      const [a, b] = [own.edit(school, indicator, amount), peer.edit(school, indicator, amount)];
      if (a !== b) throw new Error(`HyperFormula does not agree on the verdict after an edit: ${String(b)}`);
      const others = peer.cvs();
      own.cvs().forEach((cv, i) => {
        if (!(Math.abs(cv - (others[i] ?? NaN)) <= tolerance * cv))
          throw new Error(`HyperFormula finds the CV ${others[i]} instead of ${cv}`);
      });
    });
    return {
      ...base,
      verdictsCompared: list.length,
      oursMicroseconds: microsecondsPerEdit(own, list, 50),
      peerMicroseconds: microsecondsPerEdit(peer, list, 1),
      reason: null,
    };
  } catch (error) {
    if (!(error instanceof EngineMissing)) throw error;
    return {
      ...base,
      oursMicroseconds: microsecondsPerEdit(own, list, 50),
      peerMicroseconds: null,
      reason: error.message,
    };
  }
}

function microsecondsPerEdit(county: EditedCounty, list: readonly Edit[], repeats: number): number {
  const times = Array.from({ length: 9 }, () => {
    const before = performance.now();
    for (let repeat = 0; repeat < repeats; repeat += 1)
      for (const { school, indicator, amount } of list) county.edit(school, indicator, amount);
    return ((performance.now() - before) * 1000) / (repeats * list.length);
  });
  return median(times);
}
