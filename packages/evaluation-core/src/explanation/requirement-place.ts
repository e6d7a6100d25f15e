import type { Amount } from '../items/amount.ts';
import { innerAmounts } from '../items/amount-parts.ts';
import { onlyValue } from '../items/amount-value.ts';
import type { AmountSource, TotalOfSchools } from '../items/amount-value.ts';
import type { SchoolRecord, StageId } from '../items/cells.ts';
import { countyReport } from '../items/missing-cell.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import type { PointDecision, RuleDecision } from '../rules/rule-decision.ts';
import { isZero } from '../quantities/rational.ts';
import { cellsOfItem, countySource, schoolSource, shareInTotal } from '../schools/county-figures.ts';
import type { CountyFigures, SchoolInCounty } from '../schools/county-figures.ts';
import type { RequirementRule } from '../standards/requirement.ts';
import { nodePath } from '../trace/paths.ts';
import type { RequirementAssessment } from '../verdicts/requirement.ts';

/** Whose part of a requirement is explained: the county's, or that of a school or school-stage. */
export interface Place {
  readonly figures: CountyFigures;
  readonly assessment: RequirementAssessment;
  /** Null: the county. */
  readonly school: SchoolInCounty | null;
  readonly stage: StageId | null;
}

export function sourceAt({ figures, school, stage }: Place): AmountSource {
  return school === null ? countySource(figures) : schoolSource(figures, school.unit, stage);
}

/** `<kind>/<requirement>/<where>/<schoolId>/<stage>`, as far as there is one. `where`: ids of parts, points and amounts, joined with dots. */
export function placePath(kind: string, place: Place, where: readonly string[]): string {
  const { assessment, school, stage } = place;
  return nodePath(
    kind,
    assessment.requirement.id,
    ...(where.length === 0 ? [] : [where.join('.')]),
    ...(school === null ? [] : [school.unit.schoolId]),
    ...(stage === null ? [] : [stage]),
  );
}

/** Where cells are looked up: the school, its campuses, and the county report. */
export function recordsAt({ figures, school }: Place): readonly SchoolRecord[] {
  const report: SchoolRecord = {
    schoolId: countyReport,
    code: '',
    name: '',
    parentSchoolId: null,
    countedAsSchool: true,
    cells: figures.countyCells,
  };
  return [...(school?.unit.members ?? []), report];
}

/** What an explanation can be about inside a requirement. */
export type Found =
  | { readonly kind: 'rule'; readonly decision: RuleDecision }
  | { readonly kind: 'point'; readonly point: PointDecision }
  /** `total`: the sum over the county's schools that the amount is a summand of. */
  | { readonly kind: 'amount'; readonly amount: Amount; readonly total: TotalOfSchools | null };

export function findIn(decision: RuleDecision, [id, ...rest]: readonly string[]): Found | undefined {
  if (id === undefined) return { kind: 'rule', decision };
  const part = decision.parts.find((each) => each.id === id);
  if (part !== undefined) return findIn(part.decision, rest);
  const point = decision.score?.points.find((each) => each.point.id === id);
  if (point !== undefined) return findInPoint(point, rest);
  return findAmount(sidesOf(decision.rule)[id], rest);
}

function findInPoint(point: PointDecision, [id, ...rest]: readonly string[]): Found | undefined {
  if (id === undefined) return { kind: 'point', point };
  const part = point.parts.find((each) => each.id === id);
  return part === undefined ? findAmount(sidesOfPoint(point)[id], rest) : findIn(part.decision, rest);
}

function findAmount(
  amount: Amount | undefined,
  [index, ...rest]: readonly string[],
  total: TotalOfSchools | null = null,
): Found | undefined {
  if (amount === undefined || index === undefined)
    return amount === undefined ? undefined : { kind: 'amount', amount, total };
  const inner = /^\d+$/.test(index) ? innerAmounts(amount)[Number(index)] : undefined;
  return findAmount(inner, rest, amount.kind === 'total-of-schools' ? amount : total);
}

/** The amounts a rule reads, by what they are in it. */
export function sidesOf(rule: RequirementRule): Readonly<Record<string, Amount>> {
  switch (rule.kind) {
    case 'comparison':
      return { left: rule.left, right: rule.right };
    case 'share':
      return { part: rule.part, whole: rule.whole, limit: rule.limit };
    case 'rank':
      return { rank: rule.rank, among: rule.among };
    default:
      return {};
  }
}

export function sidesOfPoint({ point: { scoring } }: PointDecision): Readonly<Record<string, Amount>> {
  switch (scoring.kind) {
    case 'steps':
    case 'per-shortfall':
      return { value: scoring.value, standard: scoring.standard };
    case 'judged':
      return { judged: { kind: 'item', item: scoring.item, stage: null, yearsBack: 0 } };
    case 'deductions':
      return Object.fromEntries(
        scoring.deductions.flatMap(({ id, occurrences }) =>
          occurrences.kind === 'amount' ? [[id, occurrences.amount]] : [],
        ),
      );
    default:
      return {};
  }
}

/** The cells an amount reads itself; those of amounts with a node of their own stand there. */
export function cellsOfAmount(place: Place, amount: Amount): readonly MissingCell[] {
  const { figures, school, stage } = place;
  const unit = school?.unit ?? null;
  switch (amount.kind) {
    case 'item':
      return cellsOfItem(figures, unit, amount.item, amount.stage === 'own' ? stage : amount.stage, amount.yearsBack);
    case 'by-choice':
    case 'years-since':
      return [sourceAt(place).answer(amount.item).cell];
    case 'total-of-schools':
      return [];
    default:
      return innerAmounts(amount)
        .filter((each) => !hasOwnNode(each))
        .flatMap((each) => cellsOfAmount(place, each));
  }
}

/** The schools that add to a total: in it, or perhaps, and asked for what is added. */
export function contributors(place: Place, total: TotalOfSchools): readonly SchoolInCounty[] {
  return place.figures.schools.filter((school) => {
    const share = shareInTotal(place.figures, school, total);
    if (share === null) return false;
    const known = onlyValue(share);
    return known === null || !isZero(known) || cellsOfAmount({ ...place, school }, total.of).length > 0;
  });
}

/** Not arithmetic that can be written into the expression of another amount. */
export function hasOwnNode(amount: Amount): boolean {
  return (
    amount.kind === 'total-of-schools' ||
    amount.kind === 'rounded-up' ||
    amount.kind === 'larger' ||
    amount.kind === 'smaller'
  );
}

/** One reported or printed number: it is written where it is used. */
export function isPlain(amount: Amount): boolean {
  return innerAmounts(amount).length === 0;
}
