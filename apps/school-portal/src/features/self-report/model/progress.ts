import type { CellDefinition, CellKey, Cells, CheckFinding, Edition } from '@junheng/evaluation-core';

export interface Progress {
  /** Required cells that hold a value. */
  readonly filled: number;
  readonly required: number;
}

export function isFilled(cells: Cells, key: string): boolean {
  return Object.hasOwn(cells, key) && cells[key] !== '';
}

export function progressOf(definitions: readonly CellDefinition[], cells: Cells): Progress {
  const required = definitions.filter((cell) => cell.required);
  return { filled: required.filter((cell) => isFilled(cells, cell.key)).length, required: required.length };
}

/** Reasons already given, by `ruleId` or `ruleId@cell`. */
export type CheckReasons = Readonly<Record<string, string>>;

/** The key under which a reason for this finding is stored. */
export function reasonKeyOf(finding: CheckFinding): string {
  const [first] = finding.cells;
  return first === undefined ? finding.ruleId : `${finding.ruleId}@${first}`;
}

export function reasonFor(finding: CheckFinding, reasons: CheckReasons): string {
  const keys = [reasonKeyOf(finding), finding.ruleId, ...finding.cells.map((cell) => `${finding.ruleId}@${cell}`)];
  for (const key of keys) {
    const reason = Object.hasOwn(reasons, key) ? (reasons[key] ?? '').trim() : '';
    if (reason !== '') return reason;
  }
  return '';
}

export type Weight = 'blocks' | 'needs-reason' | 'explained' | 'information';

export interface WeighedFinding {
  readonly finding: CheckFinding;
  readonly weight: Weight;
  readonly reason: string;
}

const ORDER: readonly Weight[] = ['blocks', 'needs-reason', 'explained', 'information'];

/**
 * The findings in the order in which they matter: what blocks submission first, then as the form has them. Cells that are merely still empty are not
 * among them: they are counted by `progressOf`, and a list of sixty empty cells would bury the one real mistake.
 */
export function weighed(
  edition: Edition,
  findings: readonly CheckFinding[],
  reasons: CheckReasons,
  formOrder: readonly CellKey[],
): WeighedFinding[] {
  const place = new Map(formOrder.map((cell, index) => [cell, index]));
  const placeOf = ({ finding }: WeighedFinding): number => place.get(finding.cells[0] ?? '') ?? formOrder.length;
  const requiredRules = new Set(edition.checks.flatMap((rule) => (rule.kind === 'required' ? [rule.id] : [])));
  return findings
    .filter((finding) => !requiredRules.has(finding.ruleId))
    .map((finding): WeighedFinding => {
      const reason = reasonFor(finding, reasons);
      const soft: Weight = reason === '' ? 'needs-reason' : 'explained';
      const weight = finding.severity === 'hard' ? 'blocks' : finding.severity === 'soft' ? soft : 'information';
      return { finding, weight, reason };
    })
    .sort((a, b) => ORDER.indexOf(a.weight) - ORDER.indexOf(b.weight) || placeOf(a) - placeOf(b));
}
