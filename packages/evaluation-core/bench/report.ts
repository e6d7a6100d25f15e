import { cpus, loadavg, totalmem } from 'node:os';
import type { BulkReport, BulkRow } from './bulk.ts';
import type { DecimalReport } from './decimal-js.ts';
import { engines } from './engines/catalogue.ts';
import type { EngineName } from './engines/catalogue.ts';
import type { ExactnessReport } from './exactness.ts';
import type { ExplanationReport } from './explanation.ts';
import type { OneCellReport } from './one-cell.ts';
import { schools } from './one-cell.ts';
import { seed } from './workload.ts';
import type { WorkloadSize } from './workload.ts';

export interface Run {
  readonly size: WorkloadSize;
  readonly rounds: number;
  readonly bulk: BulkReport;
  readonly decimals: DecimalReport;
  readonly oneCell: OneCellReport;
  readonly exactness: ExactnessReport;
  readonly explanation: ExplanationReport;
}

type Line = readonly string[];

const heads = ['Work', 'Engine', 'Time', 'Over ours, plain', 'Over ours, exact', 'Peak MB', 'Goal'] as const;

/** The whole run as Markdown: where and how, one table, what was left out. */
export function runAsMarkdown(run: Run): string {
  const { size, bulk, rounds } = run;
  const [load] = loadavg();
  const about = [
    `${new Date().toISOString().slice(0, 10)}; ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ` +
      `${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.versions.node} (V8 ${process.versions.v8}); load at the end ${load?.toFixed(1) ?? '?'}.`,
    `Seed ${seed}; ${grouped(size.schoolYears)} school-years in ${grouped(size.countyStages)} county-stages, 7 indicators; medians of ${rounds} rounds. ` +
      `Verdict met: ${grouped(bulk.metCountyStages)} county-stages; passed: ${grouped(bulk.passedSchoolYears)} school-years.`,
  ];
  const left = [run.decimals.reason, run.oneCell.reason].flatMap((reason) =>
    reason === null ? [] : [`Left out: ${reason}`],
  );
  return [
    ...about,
    '',
    ...table([heads, ...linesOf(run)]),
    ...[...bulk.skipped, ...left].map((line) => `\n${line}`),
    '',
  ].join('\n');
}

function linesOf({ bulk, decimals, oneCell, exactness, explanation }: Run): readonly Line[] {
  return [
    ...bulk.rows.map((row) => bulkLine(row, bulk)),
    ['one CV and its verdict', 'ours, exact verdicts', microseconds(decimals.oursMicroseconds), '', '1.00', '', ''],
    ...optional(decimals.peerMicroseconds, (time) => [
      'one CV and its verdict',
      `decimal.js ${decimals.version}, 34 digits`,
      microseconds(time),
      '',
      ratio(time / decimals.oursMicroseconds),
      '',
      '≥ 150',
    ]),
    [
      `one cell of ${schools} schools`,
      'ours, exact verdicts',
      microseconds(oneCell.oursMicroseconds),
      '',
      '1.00',
      '',
      '',
    ],
    ...optional(oneCell.peerMicroseconds, (time) => [
      `one cell of ${schools} schools`,
      `HyperFormula ${oneCell.peerVersion}`,
      microseconds(time),
      '',
      ratio(time / oneCell.oursMicroseconds),
      '',
      '≥ 50',
    ]),
    [
      `${grouped(exactness.counties)} counties on a limit`,
      'ours, exact verdicts',
      `${exactness.microsecondsPerCounty.toFixed(0)} µs each`,
      `${grouped(exactness.plainFlips)} flips`,
      `${grouped(exactness.flips)} flips`,
      '',
      '0 flips',
    ],
    [
      `explain ${explanation.schools} schools`,
      `ours, ${grouped(explanation.kernelObjects)} objects from the rows`,
      milliseconds(explanation.kernelMilliseconds),
      '',
      '',
      '',
      '≤ 2 ms',
    ],
    [
      `explain ${explanation.schools} schools in fractions`,
      `ours, ${grouped(explanation.nodes)} nodes down to the cells`,
      milliseconds(explanation.treeMilliseconds),
      '',
      '',
      '',
      '',
    ],
    [
      'explain one school in fractions',
      `ours, ${explanation.schoolNodes} nodes down to the cells`,
      milliseconds(explanation.schoolMilliseconds),
      '',
      '',
      '',
      '',
    ],
    [
      `evaluate ${explanation.schools} schools in fractions`,
      'ours, evaluateCounty',
      milliseconds(explanation.evaluateMilliseconds),
      '',
      '',
      '',
      '',
    ],
  ];
}

const goals: Partial<Record<EngineName, string>> = {
  exact: '≤ 1.5 over plain',
  c: '≥ 0.56',
  duckdb: '≥ 10, memory ours ≤ 0.6',
  polars: '≥ 15',
  objects: '≥ 25',
};

function bulkLine(row: BulkRow, bulk: BulkReport): Line {
  const own = bulk.rows.find((each) => each.name === 'exact');
  const share =
    own === undefined || row.name !== 'duckdb' ? '' : ` (ours ${(own.peakMegabytes / row.peakMegabytes).toFixed(2)})`;
  return [
    'the whole workload',
    `${engines[row.name].title}; ${row.version}`,
    milliseconds(row.milliseconds),
    ratio(row.overPlain),
    ratio(row.overExact),
    row.name === 'c' || row.name === 'c-fast-math' ? '' : `${row.peakMegabytes.toFixed(0)}${share}`,
    goals[row.name] ?? '',
  ];
}

function optional(value: number | null, line: (value: number) => Line): readonly Line[] {
  return value === null ? [] : [line(value)];
}

function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`;
}

function microseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : grouped(Math.round(value))} µs`;
}

function ratio(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : grouped(Math.round(value));
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Columns of equal width, as the formatter of this repository leaves them. */
function table(lines: readonly Line[]): readonly string[] {
  const widths = heads.map((_, column) => Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)));
  const drawn = lines.map(
    (line) => `| ${widths.map((width, column) => (line[column] ?? '').padEnd(width)).join(' | ')} |`,
  );
  const [head = '', ...rest] = drawn;
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest];
}

const begin = '<!-- last run -->';
const end = '<!-- end of the last run -->';

/** The page with the run in place of the one before. RangeError where it has no place for it. */
export function withRun(page: string, markdown: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new RangeError('the page has no place for a run');
  return `${page.slice(0, from + begin.length)}\n\n${markdown}\n${page.slice(to)}`;
}
