import type { Amount, Comparator } from '../items/amount.ts';
import { amountValue, onlyValue } from '../items/amount-value.ts';
import type { CellKey } from '../items/cells.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { exactText } from '../quantities/decimal.ts';
import { displayNumber } from '../quantities/display.ts';
import { compare, fractionText } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { answersOf } from '../schools/county-figures.ts';
import { itemOf } from '../standards/edition-index.ts';
import type { RuleDecision } from '../rules/rule-decision.ts';
import type { ExplanationFormula, ExplanationNode } from '../trace/explanation-node.ts';
import { operand } from '../trace/expression.ts';
import { cellsWithValues, formula, node } from '../trace/node-builders.ts';
import { nodePath } from '../trace/paths.ts';
import { amountExpression, amountOperand } from './amount-expression.ts';
import { numberOf } from './amount-nodes.ts';
import { cellsOfAmount, isPlain, placePath, recordsAt, sidesOf, sourceAt } from './requirement-place.ts';
import type { Place } from './requirement-place.ts';
import { scoreFormula } from './point-nodes.ts';
import { tally } from './tally.ts';

/** A rule of a requirement, or a part of one, for the county, a school or a school-stage. `more`: what its node says beside. */
export function ruleNode(
  place: Place,
  kind: 'requirement' | 'requirement-school' | 'requirement-part',
  where: readonly string[],
  decision: RuleDecision,
  more: Partial<Pick<ExplanationNode, 'outcome' | 'complete'>> & {
    readonly reason?: string | null;
    readonly asked?: boolean | null;
    readonly cells?: readonly MissingCell[];
  } = {},
): ExplanationNode {
  const { requirement } = place.assessment;
  const { rule, measured, specialRules } = decision;
  const path = placePath(kind === 'requirement-part' ? 'part' : 'requirement', place, where);
  return node(path, kind, more.outcome ?? decision.outcome, {
    complete: more.complete ?? decision.complete,
    ...(measured === null ? {} : numberOf(measured.value)),
    facts: {
      requirement: requirement.id,
      group: requirement.group,
      part: where.length === 0 ? null : where.join('.'),
      rule: rule.kind,
      schoolId: place.school?.unit.schoolId ?? null,
      stage: place.stage,
      reason: more.reason === undefined ? decision.reason : more.reason,
      ...(more.asked === undefined ? {} : { asked: more.asked }),
      specialRule: [...new Set(specialRules.map((each) => each.rule.id))].join(' ') || null,
      specialRuleState: specialRules[0]?.state ?? null,
    },
    formula: formulaOf(place, decision),
    source: requirement.source,
    cells: cellsWithValues(recordsAt(place), [
      ...cellsOfRule(place, decision),
      ...openCells(decision),
      ...(more.cells ?? []),
    ]),
    children: childrenOf(place, where, decision),
  });
}

/** What a rule reads itself: answers, and numbers that have no node of their own. */
function cellsOfRule(place: Place, { rule }: RuleDecision): readonly MissingCell[] {
  if (rule.kind === 'answer') {
    return answersOf(place.figures, place.school?.unit ?? null, rule.item).map(({ cell }) => cell);
  }
  return Object.values(sidesOf(rule))
    .filter(isPlain)
    .flatMap((amount) => cellsOfAmount(place, amount));
}

/** Cells on which it depends whether a special rule counts. */
function openCells({ specialRules, missing, measured }: RuleDecision): readonly MissingCell[] {
  if (specialRules.every((each) => each.state === 'applied') || measured === null) return [];
  const below = new Set<CellKey>([...measured.value.missing, ...measured.limit.missing].map((cell) => cell.key));
  return missing.filter((cell) => !below.has(cell.key));
}

function childrenOf(place: Place, where: readonly string[], { rule, parts, score }: RuleDecision): readonly string[] {
  switch (rule.kind) {
    case 'resource-allocation':
      return [nodePath('resource-allocation')];
    case 'school-standard':
    case 'balance':
      return place.figures.indexed.evaluatedStages.map((stage) => nodePath('stage', stage));
    case 'scored':
      return (score?.points ?? []).map(({ point }) => placePath('point', place, [...where, point.id]));
    default:
      return [
        ...parts.map((part) => placePath('part', place, [...where, part.id])),
        ...Object.entries(sidesOf(rule)).flatMap(([side, amount]) => childrenOfSide(place, [...where, side], amount)),
      ];
  }
}

/** A number that is reported or printed needs no node of its own. */
function childrenOfSide(place: Place, where: readonly string[], amount: Amount): readonly string[] {
  return isPlain(amount) ? [] : [placePath('amount', place, where)];
}

function formulaOf(place: Place, decision: RuleDecision): ExplanationFormula | null {
  const { rule, parts } = decision;
  const outcomes = parts.map((part) => part.decision.outcome);
  switch (rule.kind) {
    case 'resource-allocation':
    case 'school-standard':
    case 'balance':
      return null;
    case 'answer':
      return answerFormula(place, rule.item, rule.holds);
    case 'comparison':
      return comparedFormula(place, decision, rule.left);
    case 'rank':
      return comparedFormula(place, decision, rule.rank);
    case 'share':
      return shareFormula(place, decision, rule);
    case 'all-of':
    case 'year-on-year':
      return formula('all-must-hold', tally(outcomes));
    case 'at-least-of':
    case 'not-falling':
      return countFormula(outcomes, rule.kind === 'at-least-of' ? rule.minimum : 1);
    case 'scored':
      return scoreFormula(decision);
    default: {
      const exhaustive: never = rule;
      return exhaustive;
    }
  }
}

/** `flag.yes`, `<item>.<option>`; null where there is none, or several. */
function answerFormula({ figures, school }: Place, itemId: string, holds: readonly string[]): ExplanationFormula {
  const item = figures.countyItems.get(itemId) ?? itemOf(figures.indexed, itemId);
  const option = (answer: string): string => `${item.value.kind === 'flag' ? 'flag' : item.id}.${answer}`;
  const [answer, ...others] = new Set(answersOf(figures, school?.unit ?? null, itemId).map((each) => each.value));
  const [required, ...alternatives] = holds;
  return formula('answer', {
    answer: answer == null || others.length > 0 ? null : option(answer),
    required: required === undefined || alternatives.length > 0 ? null : option(required),
  });
}

const relations: Readonly<Record<Comparator, '>=' | '<=' | '<' | '>' | '='>> = {
  'at-least': '>=',
  'more-than': '>',
  'at-most': '<=',
  'less-than': '<',
  equal: '=',
};

/** What has a node of its own stands here as its value. */
function comparedFormula(place: Place, decision: RuleDecision, left: Amount): ExplanationFormula {
  const value = decision.measured === null ? null : onlyValue(decision.measured.value);
  const expression = isPlain(left) ? amountExpression(place, left) : value && operand(value);
  return formula('compared', shown(decision), decided(decision, expression));
}

/** Message keys `relation.<name>`. */
const relationNames: Readonly<Record<Comparator, string>> = {
  'at-least': 'at-least',
  'more-than': 'above',
  'at-most': 'at-most',
  'less-than': 'below',
  equal: 'equal',
};

function shareFormula(
  place: Place,
  decision: RuleDecision,
  rule: Extract<RuleDecision['rule'], { readonly kind: 'share' }>,
): ExplanationFormula {
  const source = sourceAt(place);
  const part = onlyValue(amountValue(rule.part, source));
  const whole = onlyValue(amountValue(rule.whole, source));
  const numbers = {
    ...shown(decision),
    multiplier: rule.multiplier,
    part: part === null ? null : exactText(part),
    whole: whole === null ? null : exactText(whole),
  };
  const value = decision.measured === null ? null : onlyValue(decision.measured.value);
  if (rule.cap !== null && value !== null && exactText(value) === rule.cap) {
    // More than the cap is taken as the cap.
    return formula('capped-share', { ...numbers, cap: rule.cap }, decided(decision, rule.cap));
  }
  const partText = isPlain(rule.part) ? amountOperand(place, rule.part) : part && operand(part);
  const wholeText = isPlain(rule.whole) ? amountOperand(place, rule.whole) : whole && operand(whole);
  const expression = partText && wholeText ? `${rule.multiplier} * ${partText} / ${wholeText}` : null;
  return formula('share', numbers, decided(decision, expression));
}

/** The number compared and its limit as they are shown: exact where the decimals end, else with digits enough to tell them apart. */
function shown({ measured, outcome }: RuleDecision): Readonly<Record<'value' | 'relation' | 'limit', string | null>> {
  if (measured === null) return { value: null, relation: null, limit: null };
  const relation = relationNames[measured.comparator];
  const value = onlyValue(measured.value);
  const limit = onlyValue(measured.limit);
  const limitText = limit === null ? null : exactText(limit);
  if (value === null) return { value: null, relation, limit: limitText };
  const exact = exactText(value);
  if (!exact.includes('/') || limitText === null || limitText.includes('/')) {
    return { value: exact, relation, limit: limitText };
  }
  const direction = measured.comparator === 'at-least' || measured.comparator === 'more-than' ? 'at-least' : 'at-most';
  const met = outcome === 'met';
  return { value: displayNumber(exact, 2, { limit: limitText, met, direction }), relation, limit: limitText };
}

function decided({ measured }: RuleDecision, expression: string | null) {
  const value = measured === null ? null : onlyValue(measured.value);
  if (measured === null || value === null || expression === null) return {};
  const limit = onlyValue(measured.limit);
  return {
    expression,
    result: fractionText(value),
    comparison: limit === null ? null : comparisonOf(value, measured.comparator, limit),
  };
}

export function comparisonOf(
  value: Rational,
  comparator: Comparator,
  limit: Rational,
): NonNullable<ExplanationFormula['comparison']> {
  const relation = relations[comparator];
  const order = compare(value, limit);
  const holds = {
    '>=': order >= 0,
    '>': order > 0,
    '<=': order <= 0,
    '<': order < 0,
    '=': order === 0,
  }[relation];
  return { relation, limit: exactText(limit), holds };
}

/** Ones for the parts that are met; none while parts are open. */
function countFormula(outcomes: readonly string[], minimum: number): ExplanationFormula {
  const applicable = outcomes.filter((each) => each !== 'not-applicable');
  const met = applicable.filter((each) => each === 'met').length;
  const needed = Math.min(minimum, applicable.length);
  const numbers = { ...tally(outcomes), minimum: needed };
  if (applicable.length === 0 || outcomes.includes('undetermined')) return formula('at-least-of', numbers);
  return formula('at-least-of', numbers, {
    expression: applicable.map((each) => (each === 'met' ? '1' : '0')).join(' + '),
    result: String(met),
    comparison: { relation: '>=', limit: String(needed), holds: met >= needed },
  });
}
