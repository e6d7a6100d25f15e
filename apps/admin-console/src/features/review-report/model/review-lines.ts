import type { ReportReview, ReturnReason, SelfReport } from '@junheng/api-contract';
import {
  applicableCells,
  checkReport,
  type CheckFinding,
  type Edition,
  type PeerBand,
  type PeerStatistics,
} from '@junheng/evaluation-core';
import { changeBetween, isLarge, type Change } from './change.ts';

/** A check of the core on this cell, with what the school said to it. */
export interface LineFinding {
  readonly finding: CheckFinding;
  /** The reason the school gave for a soft one. */
  readonly reason: string | null;
}

/** One cell of the report as a reviewer reads it. */
export interface ReviewLine {
  readonly cell: string;
  readonly itemId: string;
  readonly stage: string | null;
  readonly unit: string | null;
  readonly required: boolean;
  readonly value: string | null;
  readonly lastYear: string | null;
  readonly change: Change | null;
  readonly large: boolean;
  readonly source: SelfReport['cellSources'][string] | null;
  readonly findings: readonly LineFinding[];
  readonly returnReasons: readonly ReturnReason[];
  /** Where schools of the same type lay last year. */
  readonly band: PeerBand | null;
  /** It holds another value than when this level last decided. */
  readonly changed: boolean;
  /** To be read again: it changed, or somebody asked about it since. */
  readonly again: boolean;
  /** What it held then; null inside: it was missing. */
  readonly atDecision: { readonly value: string | null } | null;
}

export interface ReviewSection {
  readonly id: string;
  readonly lines: readonly ReviewLine[];
}

export interface ReviewSheet {
  readonly sections: readonly ReviewSection[];
  /** Return reasons about the report as a whole. */
  readonly wholeReasons: readonly ReturnReason[];
  /** The last decision of the level it lies with; null before its first. */
  readonly since: ReportReview['since'];
  readonly counts: {
    readonly hard: number;
    readonly soft: number;
    readonly softWithoutReason: number;
    readonly missing: number;
    readonly changed: number;
    /** Lines to be read again. */
    readonly again: number;
    readonly large: number;
  };
}

function reasonFor(finding: CheckFinding, reasons: Readonly<Record<string, string>>): string | null {
  const keys = [...finding.cells.map((cell) => `${finding.ruleId}@${cell}`), finding.ruleId];
  for (const key of keys) {
    const reason = Object.hasOwn(reasons, key) ? reasons[key]?.trim() : undefined;
    if (reason) return reason;
  }
  return null;
}

/**
 * The report in the order of the form, each cell with last year, change, checks and return reasons. Cells that hold a value
 * although the form does not ask them (any more) come last in their section, so that nothing reported is hidden.
 */
export function reviewSheet(
  edition: Edition,
  report: SelfReport,
  /** What the level it lies with has to read again; null while that is not known. */
  review: Pick<ReportReview, 'since' | 'toReview'> | null = null,
): ReviewSheet {
  const lastYear = report.lastYear ?? undefined;
  const findings = checkReport(edition, report.cells, {
    ...(lastYear === undefined ? {} : { lastYear }),
    ...(report.peers === null ? {} : { peers: report.peers.statistics as PeerStatistics }),
  });
  const requiredRules = new Set(edition.checks.flatMap((rule) => (rule.kind === 'required' ? [rule.id] : [])));
  const since = review?.since ?? null;
  const again = new Map((review?.toReview ?? []).map((each) => [each.cell, each]));
  const byCell = new Map<string, LineFinding[]>();
  for (const finding of findings) {
    const cell = finding.cells[0];
    // A required cell without a value shows that by itself.
    if (cell === undefined || requiredRules.has(finding.ruleId)) continue;
    const list = byCell.get(cell) ?? [];
    list.push({ finding, reason: finding.severity === 'soft' ? reasonFor(finding, report.checkReasons) : null });
    byCell.set(cell, list);
  }

  const asked = applicableCells(edition, report.cells);
  const askedKeys = new Set(asked.map((cell) => cell.key));
  const beyond = Object.keys(report.cells)
    .filter((cell) => !askedKeys.has(cell))
    .flatMap((cell) => {
      const [itemId = cell, stage = null] = cell.split('.');
      const item = edition.items.find((each) => each.id === itemId);
      return item === undefined ? [] : [{ key: cell, item, stage, required: false }];
    });
  const lines = [...asked, ...beyond].map(({ key, item, stage, required }): ReviewLine => {
    const value = report.cells[key] ?? null;
    const before = report.lastYear?.[key] ?? null;
    const read = again.get(key);
    const change = changeBetween(before ?? undefined, value ?? undefined);
    return {
      cell: key,
      itemId: item.id,
      stage,
      unit: item.unit,
      required,
      value,
      lastYear: before,
      change,
      large: isLarge(change),
      source: report.cellSources[key] ?? null,
      findings: byCell.get(key) ?? [],
      returnReasons: report.returnReasons.filter((reason) => reason.cell === key),
      band: report.peers?.bands[key] ?? null,
      changed: read?.changed ?? false,
      again: read !== undefined,
      atDecision: read?.changed === true ? { value: read.before } : null,
    };
  });
  const sections = edition.sections
    .map((id) => ({
      id,
      lines: lines.filter((line) => edition.items.find((item) => item.id === line.itemId)?.section === id),
    }))
    .filter((section) => section.lines.length > 0);
  const all = lines.flatMap((line) => line.findings);
  return {
    sections,
    wholeReasons: report.returnReasons.filter((reason) => reason.cell === null),
    since,
    counts: {
      hard: all.filter(({ finding }) => finding.severity === 'hard').length,
      soft: all.filter(({ finding }) => finding.severity === 'soft').length,
      softWithoutReason: all.filter(({ finding, reason }) => finding.severity === 'soft' && reason === null).length,
      missing: lines.filter((line) => line.required && line.value === null).length,
      changed: lines.filter((line) => line.changed).length,
      again: lines.filter((line) => line.again).length,
      large: lines.filter((line) => line.large).length,
    },
  };
}

export const reviewFilters = ['all', 'changed', 'findings', 'large', 'missing', 'marked'] as const;
export type ReviewFilter = (typeof reviewFilters)[number];

/** @param otherwise what is shown where the address names nothing it knows */
export function readFilter(text: string | null, otherwise: ReviewFilter = 'all'): ReviewFilter {
  return reviewFilters.find((each) => each === text) ?? otherwise;
}

function passes(line: ReviewLine, filter: ReviewFilter, marked: ReadonlySet<string>): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'changed':
      return line.again;
    case 'findings':
      return line.findings.length > 0;
    case 'large':
      return line.large;
    case 'missing':
      return line.required && line.value === null;
    case 'marked':
      return marked.has(line.cell);
    default: {
      const exhaustive: never = filter;
      return exhaustive;
    }
  }
}

/** Sections with the lines that pass; sections left empty are dropped. */
export function filterSections(
  sections: readonly ReviewSection[],
  filter: ReviewFilter,
  marked: ReadonlySet<string>,
): readonly ReviewSection[] {
  return sections
    .map((section) => ({ ...section, lines: section.lines.filter((line) => passes(line, filter, marked)) }))
    .filter((section) => section.lines.length > 0);
}
