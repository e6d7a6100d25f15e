import {
  applicableCells,
  checkReport,
  reportRisk,
  type CellKey,
  type Cells,
  type CheckContext,
  type CheckFinding,
  type Edition,
  type PeerStatistics,
  type ReportRisk,
} from '@junheng/evaluation-core';
import type { LocatedProblem } from '../../platform/errors/domain-error.ts';
import { valueOf } from './save-cells.rules.ts';

/** Reasons a school gave for soft findings, by `ruleId` or `ruleId@cell`. */
export type CheckReasons = Readonly<Record<string, string>>;

/** Stored beside each report with every save, so that lists need not compute anything. */
export interface ReportCounters {
  /** Cells filled, of those required of this school. */
  readonly filled: number;
  readonly required: number;
  readonly hardFindings: number;
  readonly softFindings: number;
  readonly softWithoutReason: number;
}

export interface ReportChecks extends ReportCounters {
  readonly missing: readonly CellKey[];
  readonly findings: readonly CheckFinding[];
}

/** What a report is compared with: frozen when its round was opened, so that browser and server compare with the same. */
export interface CheckedBeside {
  readonly lastYear: Cells | null;
  readonly peers: PeerStatistics | null;
}

export function checkContext({ lastYear, peers }: CheckedBeside): CheckContext {
  return { ...(lastYear === null ? {} : { lastYear }), ...(peers === null ? {} : { peers }) };
}

/** A missing required cell is counted as missing, not a second time as a finding. */
export function checkSelfReport(
  edition: Edition,
  cells: Cells,
  { lastYear, peers }: CheckedBeside,
  reasons: CheckReasons,
): ReportChecks {
  const required = applicableCells(edition, cells).filter((cell) => cell.required);
  const missing = required.filter((cell) => valueOf(cells, cell.key) === null).map((cell) => cell.key);
  const requiredRules = edition.checks.flatMap((rule) => (rule.kind === 'required' ? [rule.id] : []));
  const findings = checkReport(edition, cells, checkContext({ lastYear, peers })).filter(
    (finding) => !requiredRules.includes(finding.ruleId),
  );
  const soft = findings.filter((finding) => finding.severity === 'soft');
  return {
    filled: required.length - missing.length,
    required: required.length,
    hardFindings: findings.filter((finding) => finding.severity === 'hard').length,
    softFindings: soft.length,
    softWithoutReason: soft.filter((finding) => !hasReason(finding, reasons)).length,
    missing,
    findings,
  };
}

/** Why a reviewer should read it before others (排序理由): of what is submitted now, beside last year and the peers. */
export function riskOf(edition: Edition, cells: Cells, beside: CheckedBeside, reasons: CheckReasons): ReportRisk {
  return reportRisk(edition, cells, checkContext(beside), (finding) => hasReason(finding, reasons));
}

/** A reason counts for the whole rule, or for a finding that involves its cell. */
export function hasReason(finding: CheckFinding, reasons: CheckReasons): boolean {
  return [finding.ruleId, ...finding.cells.map((cell) => `${finding.ruleId}@${cell}`)].some(
    (key) => Object.hasOwn(reasons, key) && (reasons[key] ?? '').trim() !== '',
  );
}

/** What stands in the way of a submission, cell by cell; empty where nothing does. */
export function blockersOf(
  checks: ReportChecks,
  reasons: CheckReasons,
  openReturns: readonly { readonly id: string; readonly cell: CellKey | null }[],
): readonly LocatedProblem[] {
  const located = (finding: CheckFinding, code: string) => ({
    at: finding.cells[0] ?? '',
    code,
    facts: { ruleId: finding.ruleId, messageKey: finding.messageKey, cells: finding.cells, finding: finding.facts },
  });
  return [
    ...checks.missing.map((cell) => ({ at: cell, code: 'missing' })),
    ...checks.findings.filter(({ severity }) => severity === 'hard').map((finding) => located(finding, 'hard-finding')),
    ...checks.findings
      .filter((finding) => finding.severity === 'soft' && !hasReason(finding, reasons))
      .map((finding) => located(finding, 'reason-missing')),
    ...openReturns.map(({ id, cell }) => ({ at: cell ?? '', code: 'return-open', facts: { reasonId: id } })),
  ];
}
