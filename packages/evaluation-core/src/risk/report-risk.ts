import type { CheckContext, CheckFinding } from '../checks/check-finding.ts';
import { checkReport } from '../checks/check-report.ts';
import { evaluateSchool } from '../evaluate.ts';
import type { IndicatorEvaluation } from '../evaluation.ts';
import type { CellKey, Cells, Facts, StageId } from '../items/cells.ts';
import { reportedNumber } from '../items/reported-number.ts';
import { decimal, exactText } from '../quantities/decimal.ts';
import { fixedText, rationalOf } from '../quantities/display.ts';
import { compare, divide, multiply, rational, subtract } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { applicableCells } from '../standards/applicable-cells.ts';
import type { Edition } from '../standards/edition.ts';

/** Why a report deserves a reviewer's eyes first: checks hit, a jump against last year, an outlier among peers, close to a limit. */
export const riskKinds = ['check', 'jump', 'outlier', 'limit'] as const;
export type RiskKind = (typeof riskKinds)[number];

/** One reason of the order (排序理由). */
export type RiskReason =
  | {
      readonly kind: 'check' | 'outlier';
      readonly points: number;
      /** The cell to look at first; null where the rule names none. */
      readonly cell: CellKey | null;
      /** `check.<ruleId>` with `facts`: the same words as at the cell. */
      readonly messageKey: string;
      readonly facts: Facts;
      /** The school gave its reason. */
      readonly explained: boolean;
    }
  | {
      readonly kind: 'jump';
      readonly points: number;
      readonly cell: CellKey;
      readonly before: string;
      readonly now: string;
      /** Signed percent with one decimal; null where last year was zero. */
      readonly percent: string | null;
    }
  | {
      readonly kind: 'limit';
      readonly points: number;
      readonly indicatorId: string;
      readonly stage: StageId;
      /** Rounded to four digits. */
      readonly value: string;
      readonly threshold: string;
      /** Just reached (true) or just missed. */
      readonly met: boolean;
    };

export interface ReportRisk {
  /** Sum of the points of all reasons, each kind capped: 0 to 100. */
  readonly score: number;
  /** All reasons by kind, the listed ones among them. */
  readonly counts: Readonly<Record<RiskKind, number>>;
  /** The heaviest, at most `listedReasons`. */
  readonly reasons: readonly RiskReason[];
}

/** More is not stored with a report: the list tells why, the report itself tells all. */
export const listedReasons = 4;

/** No kind alone fills the score, so that ten small jumps do not hide a contradiction. */
const mostPoints: Readonly<Record<RiskKind, number>> = { check: 40, jump: 20, outlier: 20, limit: 20 };

/** A change from this share on is a jump; the larger, the heavier. */
const jumps: readonly { readonly share: Rational; readonly points: number }[] = [
  { share: decimal('1'), points: 8 },
  { share: decimal('0.5'), points: 5 },
  { share: decimal('0.25'), points: 2 },
];
/** Changes of fewer units than this say nothing, however large their share. */
const smallestJump = decimal('3');
/** Within this share of a limit a slip of the pen decides. Just reached weighs more: nobody asks about what was reached. */
const nearness = decimal('0.02');
const nearPoints = { met: 7, missed: 4 } as const;
/** Only this school is looked at; nothing of it enters the result. */
const anonymous = { schoolId: '', code: '', name: '', parentSchoolId: null, countedAsSchool: true } as const;

/**
 * How urgently a reviewer should read this report, and why: for the order of the queue (审核队列). It decides nothing: a report
 * at the end is reviewed like any other.
 * @param explained whether the school gave its reason for a finding
 */
export function reportRisk(
  edition: Edition,
  cells: Cells,
  context: CheckContext = {},
  explained: (finding: CheckFinding) => boolean = () => false,
): ReportRisk {
  const reasons = [
    ...findingReasons(edition, cells, context, explained),
    ...jumpReasons(edition, cells, context.lastYear),
    ...limitReasons(edition, cells),
  ];
  const ofKind = (kind: RiskKind): readonly RiskReason[] => reasons.filter((reason) => reason.kind === kind);
  const pointsOf = (kind: RiskKind): number =>
    Math.min(
      mostPoints[kind],
      ofKind(kind).reduce((sum, { points }) => sum + points, 0),
    );
  return {
    score: riskKinds.reduce((sum, kind) => sum + pointsOf(kind), 0),
    counts: {
      check: ofKind('check').length,
      jump: ofKind('jump').length,
      outlier: ofKind('outlier').length,
      limit: ofKind('limit').length,
    },
    // Stable: equal weights keep the order of the rules and of the form.
    reasons: reasons.toSorted((left, right) => right.points - left.points).slice(0, listedReasons),
  };
}

function findingReasons(
  edition: Edition,
  cells: Cells,
  context: CheckContext,
  explained: (finding: CheckFinding) => boolean,
): readonly RiskReason[] {
  const kinds = new Map(edition.checks.map((rule) => [rule.id, rule.kind]));
  return checkReport(edition, cells, context).flatMap((finding): RiskReason[] => {
    const rule = kinds.get(finding.ruleId);
    // A change from last year is a jump, weighed by its size; it is not counted twice. What is missing the list shows by itself.
    if (rule === undefined || rule === 'change-from-last-year' || rule === 'required') return [];
    const said = explained(finding);
    return [
      {
        kind: rule === 'peer-position' ? 'outlier' : 'check',
        points: pointsOfFinding(finding, said),
        cell: finding.cells[0] ?? null,
        messageKey: finding.messageKey,
        facts: finding.facts,
        explained: said,
      },
    ];
  });
}

function pointsOfFinding(finding: CheckFinding, explained: boolean): number {
  switch (finding.severity) {
    case 'hard':
      return 20;
    case 'soft':
      return explained ? 4 : 10;
    case 'information':
      return 1;
    default: {
      const exhaustive: never = finding.severity;
      return exhaustive;
    }
  }
}

function jumpReasons(edition: Edition, cells: Cells, lastYear: Cells | undefined): readonly RiskReason[] {
  if (lastYear === undefined) return [];
  return applicableCells(edition, cells).flatMap(({ key, item }): RiskReason[] => {
    const now = reportedNumber(item, cells, key);
    const before = reportedNumber(item, lastYear, key);
    if (now === null || before === null) return [];
    const change = subtract(now, before);
    const size = change.n < 0n ? { n: -change.n, d: change.d } : change;
    if (compare(size, smallestJump) < 0) return [];
    const step = jumps.find(({ share }) => compare(size, multiply(share, before)) >= 0);
    if (step === undefined) return [];
    const percent = before.n === 0n ? null : fixedText(multiply(divide(change, before), rational(100n, 1n)), 1);
    return [{ kind: 'jump', points: step.points, cell: key, before: exactText(before), now: exactText(now), percent }];
  });
}

function limitReasons(edition: Edition, cells: Cells): readonly RiskReason[] {
  const { stages } = evaluateSchool(edition, { ...anonymous, cells });
  return stages.flatMap(({ stage, indicators }) =>
    indicators.flatMap((indicator): RiskReason[] => {
      const near = nearLimit(indicator);
      if (near === null) return [];
      const met = indicator.outcome === 'met';
      return [
        {
          kind: 'limit',
          points: met ? nearPoints.met : nearPoints.missed,
          indicatorId: indicator.indicatorId,
          stage,
          value: near,
          threshold: indicator.threshold,
          met,
        },
      ];
    }),
  );
}

/** The value, rounded to four digits, where it lies within `nearness` of its threshold; else null. */
function nearLimit(indicator: IndicatorEvaluation): string | null {
  if (indicator.outcome !== 'met' && indicator.outcome !== 'unmet') return null;
  const value = rationalOf(indicator.exact ?? '');
  const threshold = rationalOf(indicator.threshold);
  if (value === undefined || threshold === undefined || threshold.n <= 0n) return null;
  const distance = subtract(value, threshold);
  const size = distance.n < 0n ? { n: -distance.n, d: distance.d } : distance;
  return compare(size, multiply(nearness, threshold)) <= 0 ? fixedText(value, 4) : null;
}
