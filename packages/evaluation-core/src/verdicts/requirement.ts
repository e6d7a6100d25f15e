import type { UndeterminedReason } from '../evaluation.ts';
import type { StageId } from '../items/cells.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { distinctCells } from '../items/missing-cell.ts';
import type { AmountSource } from '../items/amount-value.ts';
import { truthOf } from '../items/condition.ts';
import type { Truth } from '../items/condition.ts';
import type { Outcome } from '../outcome.ts';
import { isZero } from '../quantities/rational.ts';
import { allMustHold } from '../rules/all-must-hold.ts';
import { decideRule } from '../rules/decide-rule.ts';
import { mainReason } from '../rules/rule-decision.ts';
import type {
  ChangedComparison,
  ChangeInForce,
  RuleContext,
  RuleDecision,
  SchoolVerdicts,
  SpecialRuleInUse,
} from '../rules/rule-decision.ts';
import { answersOf, countySource, isAmong, schoolSource } from '../schools/county-figures.ts';
import type { CountyFigures, SchoolInCounty } from '../schools/county-figures.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import { inForce, openConditionCells, specialRuleAppliesToSchool, specialRuleCells } from '../schools/special-rules.ts';
import { mayHavePupils } from '../schools/stage-pupils.ts';
import type { StagePupils } from '../schools/stage-pupils.ts';
import type { Requirement } from '../standards/requirement.ts';
import type { SpecialRule } from '../standards/special-rule.ts';

/** A condition of the whole verdict, judged, with everything it came from. */
export interface RequirementAssessment {
  readonly requirement: Requirement;
  readonly outcome: Outcome;
  readonly complete: boolean;
  readonly reason: UndeterminedReason | null;
  readonly missing: readonly MissingCell[];
  /** Of the county; null where schools are asked. */
  readonly decision: RuleDecision | null;
  /** The schools, or school-stages, that are asked or may be. */
  readonly schools: readonly SchoolRequirement[];
  readonly figures: CountyFigures;
  readonly verdicts: SchoolVerdicts;
}

export interface SchoolRequirement {
  readonly school: SchoolInCounty;
  /** Null: the whole school. */
  readonly stage: StageId | null;
  /** Is it asked? null = cannot tell. */
  readonly asked: Truth;
  /** Cells on which it depends whether it is asked. */
  readonly openCells: readonly MissingCell[];
  readonly specialRules: readonly SpecialRuleInUse[];
  readonly impossible: readonly MissingCell[];
  readonly outcome: Outcome;
  readonly complete: boolean;
  readonly reason: UndeterminedReason | null;
  readonly missing: readonly MissingCell[];
}

/** Of the county: as its rule says. Of schools: it holds where it holds for each that is asked. */
export function assessRequirement(
  requirement: Requirement,
  figures: CountyFigures,
  verdicts: SchoolVerdicts,
): RequirementAssessment {
  if (requirement.per === 'county') {
    const decision = decideRule(requirement.rule, countyContext(figures, verdicts));
    const { outcome, complete, reason, missing } = decision;
    return { requirement, outcome, complete, reason, missing, decision, schools: [], figures, verdicts };
  }
  const changes = changesOf(figures, requirement.id);
  const schools = figures.schools.flatMap((school) =>
    stagesAsked(requirement, figures, school).flatMap(
      (stage) => assessSchool(requirement, figures, verdicts, changes, school, stage) ?? [],
    ),
  );
  return {
    requirement,
    outcome: allMustHold(schools.map((each) => each.outcome)),
    complete: schools.every((each) => each.complete),
    reason: reasonOf(schools),
    missing: distinctCells(schools.flatMap((each) => each.missing)),
    decision: null,
    schools,
    figures,
    verdicts,
  };
}

/** Why one school meets it or not: decided once more, because keeping this for every school of a county is what would take long. */
export function decisionOfSchool(
  { requirement, figures, verdicts }: RequirementAssessment,
  { school: { unit }, stage }: SchoolRequirement,
): RuleDecision {
  const source = schoolSource(figures, unit, stage);
  const changes = changesOf(figures, requirement.id);
  return decideRule(requirement.rule, schoolContext(figures, verdicts, changes, unit, source));
}

function reasonOf(schools: readonly SchoolRequirement[]): UndeterminedReason | null {
  const outcome = allMustHold(schools.map((each) => each.outcome));
  return outcome === 'undetermined' ? mainReason(schools.map((each) => each.reason)) : null;
}

function countyContext(figures: CountyFigures, verdicts: SchoolVerdicts): RuleContext {
  return {
    source: countySource(figures),
    part: null,
    answers: (item) => answersOf(figures, null, item),
    changes: () => unchanged,
    verdicts,
  };
}

const unchanged: readonly ChangeInForce[] = [{ rule: null, change: null, open: [] }];

const wholeSchool = [null];

/** Null: the whole school. Else the evaluated stages in which it has pupils, or may. */
function stagesAsked(
  { per }: Requirement,
  { indexed }: CountyFigures,
  { pupils, unit }: SchoolInCounty,
): readonly (StageId | null)[] {
  const isPresent = (each: StagePupils) => mayHavePupils(each) || unit.problem?.kind === 'duplicate-school-id';
  // A school that reported itself empty is asked nothing; one that need not report pupils (特殊教育学校) is.
  if (per === 'school') return pupils.some(isPresent) || !reportsPupils(pupils) ? wholeSchool : [];
  return pupils
    .filter((each) => indexed.evaluatedStages.includes(each.stage) && isPresent(each))
    .map((each) => each.stage);
}

/** Null: it is not asked. */
function assessSchool(
  requirement: Requirement,
  figures: CountyFigures,
  verdicts: SchoolVerdicts,
  changes: SpecialChanges,
  school: SchoolInCounty,
  stage: StageId | null,
): SchoolRequirement | null {
  const { unit } = school;
  const among = isAmong(school, requirement.schools);
  if (among === false) return null;
  const source = schoolSource(figures, unit, stage);
  const applies = truthOf(requirement.appliesTo, figures.indexed.items, unit.record.cells, stage, source);
  if (applies === false) return null;
  const asked = among === null || applies === null ? null : true;
  const decision = decideRule(requirement.rule, schoolContext(figures, verdicts, changes, unit, source));
  const open = distinctCells(openCells(requirement, figures, school, source, among, applies));
  const { specialRules, impossible } = decision;
  const missing = open.length === 0 ? decision.missing : distinctCells([...open, ...decision.missing]);
  const uncertain = unit.problem !== null || (asked === true && !hasPupils(school, stage));
  if (uncertain || (asked === null && decision.outcome === 'unmet')) {
    // Its numbers may belong to another school, or there may be nobody to ask: nothing is decided over its head.
    const reason = open.length > 0 && unit.problem === null ? 'missing-cells' : 'scope-undetermined';
    return {
      school,
      stage,
      asked,
      openCells: open,
      specialRules,
      impossible,
      outcome: 'undetermined',
      complete: false,
      reason,
      missing,
    };
  }
  const { outcome, reason } = decision;
  const complete = decision.complete && asked === true;
  return { school, stage, asked, openCells: open, specialRules, impossible, outcome, complete, reason, missing };
}

/** Cells on which it depends whether the school is asked. */
function openCells(
  { appliesTo }: Requirement,
  { indexed }: CountyFigures,
  { unit, scope, pupils }: SchoolInCounty,
  source: AmountSource,
  among: Truth,
  applies: Truth,
): readonly MissingCell[] {
  const { stage } = source;
  const own = stage === null ? undefined : pupils.find((each) => each.stage === stage);
  if (among !== null && applies !== null) return own?.missing ?? [];
  const problem = scope.state === 'undetermined' && among === null ? scope.problem.missing : [];
  return [
    ...problem.map((key) => ({ schoolId: unit.schoolId, key })),
    ...(applies === null ? openConditionCells(appliesTo, indexed.items, unit.record, stage, source) : []),
    ...(own?.missing ?? []),
  ];
}

/** A stage whose pupils are not known may turn out not to exist; so may a school without any that are. */
function hasPupils({ pupils }: SchoolInCounty, stage: StageId | null): boolean {
  if (stage === null && !reportsPupils(pupils)) return true;
  return pupils.some((each) => (stage === null || each.stage === stage) && !isZero(each.count.low));
}

function reportsPupils(pupils: readonly StagePupils[]): boolean {
  return pupils.some((each) => each.cells.length > 0 || each.missing.length > 0);
}

function schoolContext(
  figures: CountyFigures,
  verdicts: SchoolVerdicts,
  changes: SpecialChanges,
  unit: SchoolUnit,
  source: AmountSource,
): RuleContext {
  return {
    source,
    part: null,
    answers: (item) => answersOf(figures, unit, item),
    changes: (part) => {
      const own = changes.get(part);
      if (own === undefined) return unchanged;
      const possible = inForce(own, (rule) => specialRuleAppliesToSchool(rule, figures.indexed.items, unit, source));
      const certain = possible.length === 1;
      return possible.map((each) => ({
        ...each,
        open: certain || each.rule === null ? [] : specialRuleCells(each.rule, figures.indexed.items, unit, source),
      }));
    },
    verdicts,
  };
}

type SpecialChanges = ReadonlyMap<
  string | null,
  readonly { readonly rule: SpecialRule; readonly change: ChangedComparison }[]
>;

/** What the special rules that are on change of a requirement, by part, in the order of the edition. */
function changesOf({ indexed }: CountyFigures, requirement: string): SpecialChanges {
  const byPart = new Map<string | null, { rule: SpecialRule; change: ChangedComparison }[]>();
  for (const rule of indexed.edition.specialRules.filter((each) => each.enabled)) {
    for (const effect of rule.effects) {
      if (effect.kind !== 'changed-comparison' || effect.requirement !== requirement) continue;
      const own = byPart.get(effect.part);
      if (own === undefined) byPart.set(effect.part, [{ rule, change: effect }]);
      else own.push({ rule, change: effect });
    }
  }
  return byPart;
}
