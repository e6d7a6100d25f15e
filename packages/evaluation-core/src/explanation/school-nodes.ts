import { exactText } from '../quantities/decimal.ts';
import { toDouble } from '../quantities/double.ts';
import { knownValue } from '../quantities/interval.ts';
import { fractionText } from '../quantities/rational.ts';
import type { StagePupils } from '../schools/stage-pupils.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { ExplanationNode } from '../trace/explanation-node.ts';
import { operand, sumExpression } from '../trace/expression.ts';
import { boundsOf, cellsWithValues, formula, node } from '../trace/node-builders.ts';
import { nodePath } from '../trace/paths.ts';
import type { SchoolStageAssessment } from '../verdicts/school-stage.ts';
import { schoolRuleFormula } from './school-rule-formula.ts';

export function schoolStageNode(indexed: IndexedEdition, school: SchoolStageAssessment): ExplanationNode {
  const { schoolRule, rounding } = indexed.edition;
  const { stage, indicators } = school;
  const { schoolId } = school.unit;
  const { points, grade } = school.rule;
  return node(nodePath('school', schoolId, stage), 'school-stage', school.outcome, {
    complete: school.complete,
    facts: {
      schoolId,
      stage,
      reason: school.reason,
      ...(points === null ? {} : { least: exactText(points.least), most: exactText(points.most) }),
      ...(grade === null ? {} : { worst: grade.worst, best: grade.best }),
    },
    formula: schoolRule === null ? null : schoolRuleFormula(schoolRule, school.rule, rounding.indicators),
    source: schoolRule?.source ?? null,
    cells: cellsWithValues(school.unit.members, school.missing),
    children: indicators.map((each) => nodePath('indicator', schoolId, stage, each.indicator.definition.id)),
  });
}

export function shareNode(indexed: IndexedEdition, school: SchoolStageAssessment): ExplanationNode | undefined {
  const { share, stage } = school;
  if (share === null) return undefined;
  const { schoolId } = school.unit;
  const value = knownValue(share.share);
  const own = share.weights.find((each) => each.stage === stage);
  const products = share.weights.map(({ weight, pupils }) =>
    pupils === null ? null : `${exactText(weight)} * ${operand(pupils)}`,
  );
  return node(nodePath('share', schoolId, stage), 'share', null, {
    complete: share.missing.length === 0,
    value: value === null ? null : toDouble(value),
    exact: value === null ? null : fractionText(value),
    bounds: boundsOf(share.share),
    facts: { schoolId, stage },
    formula: formula(
      'weighted-share',
      {
        weight: own === undefined ? null : exactText(own.weight),
        pupils: own?.pupils == null ? null : exactText(own.pupils),
        share: value === null ? null : fractionText(value),
      },
      value === null || own?.pupils == null
        ? {}
        : {
            expression: `${exactText(own.weight)} * ${operand(own.pupils)} / (${products.join(' + ')})`,
            result: fractionText(value),
          },
    ),
    source: indexed.edition.splitting.source,
    cells: cellsWithValues(school.unit.members, share.cells),
    children: share.weights.map((each) => nodePath('pupils', schoolId, each.stage)),
  });
}

export function pupilsNode(school: SchoolStageAssessment, stagePupils: StagePupils): ExplanationNode {
  const { unit } = school;
  const known = knownValue(stagePupils.count);
  const cells = cellsWithValues(unit.members, [...stagePupils.cells, ...stagePupils.missing]);
  return node(nodePath('pupils', unit.schoolId, stagePupils.stage), 'pupils', null, {
    complete: stagePupils.missing.length === 0,
    value: known === null ? null : toDouble(known),
    exact: known === null ? null : fractionText(known),
    bounds: boundsOf(stagePupils.count),
    facts: { schoolId: unit.schoolId, stage: stagePupils.stage },
    formula: formula(
      'pupils-sum',
      { total: known === null ? null : exactText(known) },
      known === null
        ? {}
        : {
            expression: sumExpression(stagePupils.terms.map((value) => ({ sign: 1, value }))),
            result: fractionText(known),
          },
    ),
    cells,
  });
}
