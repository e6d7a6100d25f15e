import {
  checkCountyReport,
  countyCells,
  type CellKey,
  type CheckFinding,
  type CountedFigure,
  type Edition,
  type RegisteredFigure,
} from '@junheng/evaluation-core';
import type { LocatedProblem } from '../../platform/errors/domain-error.ts';
import { cellsAmong, reasonKey, topicOfCell } from './county-topics.rules.ts';
import type { CountyReportRecord, CountyReturnReason, Entries, Topic } from './county-reports.types.ts';

/** What is still to be done in a part. */
export interface PartChecks {
  readonly filled: number;
  readonly required: number;
  readonly missing: readonly CellKey[];
  readonly hard: readonly CheckFinding[];
  readonly unexplained: readonly CheckFinding[];
}

export type Counted = Readonly<Record<CellKey, CountedFigure>>;

/** What else knows a figure of the county: its schools and its registers. */
export interface KnownElsewhere {
  readonly counted: Counted;
  readonly registered: Readonly<Record<CellKey, RegisteredFigure>>;
}

/** Findings of the whole report; a part looks at those whose first cell is its own. */
export function findingsOf(
  edition: Edition,
  report: CountyReportRecord,
  elsewhere: KnownElsewhere,
): readonly CheckFinding[] {
  const { lastYear } = report;
  return checkCountyReport(edition, cellsAmong(edition, report.entries), {
    ...(lastYear === null ? {} : { lastYear }),
    ...elsewhere,
  });
}

export function checksOfPart(
  edition: Edition,
  report: CountyReportRecord,
  findings: readonly CheckFinding[],
  topics: readonly Topic[],
): PartChecks {
  const own = new Set(topics);
  const isOwn = (cell: CellKey | undefined) => own.has(topicOfCell(edition, cell ?? '') ?? '');
  const required = countyCells(edition, cellsAmong(edition, report.entries)).filter(
    ({ required, key }) => required && isOwn(key),
  );
  const ofPart = findings.filter(({ cells }) => isOwn(cells[0]));
  const missing = ofPart.flatMap(({ ruleId, cells }) => (ruleId === 'county-required' ? cells : []));
  return {
    filled: required.length - missing.length,
    required: required.length,
    missing,
    hard: ofPart.filter(({ severity, ruleId }) => severity === 'hard' && ruleId !== 'county-required'),
    unexplained: ofPart.filter((finding) => finding.severity === 'soft' && !isExplained(finding, report.entries)),
  };
}

/** A reason counts for the finding at its first cell: where the page asks for it. */
export function isExplained({ ruleId, cells }: CheckFinding, entries: Entries): boolean {
  const key = reasonKey(ruleId, cells[0] ?? '');
  return Object.hasOwn(entries, key) && (entries[key] ?? '').trim() !== '';
}

/** What stands in the way of submitting a part; empty where nothing does. */
export function blockersOf(checks: PartChecks, reasons: readonly CountyReturnReason[]): readonly LocatedProblem[] {
  const located = (finding: CheckFinding, code: string): LocatedProblem => ({
    at: finding.cells[0] ?? '',
    code,
    facts: { ruleId: finding.ruleId, messageKey: finding.messageKey, cells: finding.cells, finding: finding.facts },
  });
  return [
    ...checks.missing.map((at) => ({ at, code: 'missing' })),
    ...checks.hard.map((finding) => located(finding, 'hard-finding')),
    ...checks.unexplained.map((finding) => located(finding, 'reason-missing')),
    // A reason about the whole part is answered by submitting it again.
    ...reasons.flatMap(({ id, entry, settled }) =>
      settled || entry === null ? [] : [{ at: entry, code: 'return-open', facts: { reasonId: id } }],
    ),
  ];
}
