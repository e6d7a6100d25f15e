import type { Dimension, Requirement, RulePart } from '../../requirement.ts';
import type { ScoredPoint } from '../../score-card.ts';
import type { Source } from '../../../items/item-definition.ts';
import { constant, product, quotient, reported } from '../amount-builders.ts';
import { requirement } from '../cn-2017-quality-balance/requirement-builders.ts';
import { educationLaw, notLowerParts, notLowerSource, threeGrowthParts } from './finance.ts';
import { governmentPoints } from './government-work.ts';
import { satisfactionRule, sampleRule } from './satisfaction.ts';
import { instrument } from './sources.ts';

/** A gate (一个门槛), two contents (两项内容), a reference (一个参考); and figures that decide nothing by themselves. */
export const dimensions: readonly Dimension[] = [
  { id: 'basic-standard', parent: null },
  { id: 'basic-balance', parent: null },
  { id: 'basic-government', parent: null },
  { id: 'basic-access', parent: 'basic-government' },
  { id: 'basic-guarantee', parent: 'basic-government' },
  { id: 'basic-teachers', parent: 'basic-government' },
  { id: 'basic-quality', parent: 'basic-government' },
  { id: 'basic-satisfaction', parent: null },
  { id: 'basic-figures', parent: null },
];

/** Computed beside the scores, one point each for what holds: shown to those who judge, and deciding nothing. */
function figures(id: string, source: Source, parts: readonly RulePart[]): Requirement {
  const points = parts.map((part): ScoredPoint => ({
    id: part.id,
    dimension: 'basic-figures',
    maximum: '1',
    scoring: { kind: 'all-or-nothing', rule: part.rule },
    evidence: [],
    responsible: null,
    source,
  }));
  return requirement(id, 'basic-figures', source, ['budgets-and-accounts'], {
    kind: 'scored',
    total: String(points.length),
    pass: null,
    points,
  });
}

export const schoolStandardRequirement: Requirement = requirement(
  'basic-school-standard',
  'basic-standard',
  instrument('义务教育学校办学基本标准', 'A', 'set by the province'),
  ['school-standard-tables'],
  { kind: 'school-standard' },
);

export const balanceRequirement: Requirement = requirement(
  'basic-balance',
  'basic-balance',
  instrument('县域义务教育校际间均衡状况'),
  ['statistics-forms'],
  { kind: 'balance' },
);

export const satisfactionRequirements: readonly Requirement[] = [
  requirement(
    'basic-satisfaction',
    'basic-satisfaction',
    instrument('公众满意度', 'A', '"重要参考" in the text, must be reached in practice; how 基本满意 counts varies'),
    ['survey-results'],
    satisfactionRule,
  ),
  requirement(
    'basic-survey-sample',
    'basic-satisfaction',
    instrument('公众满意度调查', 'B', 'the sample as two provinces print it, citing the instrument'),
    ['survey-results'],
    sampleRule,
  ),
];

export const growthFigures: Requirement = figures('basic-three-growths', educationLaw, threeGrowthParts);
export const notLowerFigures: Requirement = figures('basic-not-lower', notLowerSource, notLowerParts);

/** 三类残疾儿童入学率 >= 80 %; 优质高中名额分配比例逐步提高. */
const accessFigures: Requirement = figures('basic-access-figures', instrument('入学机会 3、4', 'B'), [
  {
    id: 'disability',
    rule: {
      kind: 'share',
      part: reported('children-with-disabilities-enrolled'),
      whole: reported('children-with-disabilities'),
      multiplier: '100',
      cap: null,
      comparator: 'at-least',
      limit: constant('80'),
    },
  },
  {
    id: 'senior-places',
    rule: {
      kind: 'year-on-year',
      amount: quotient(product(constant('100'), reported('senior-places-allotted')), reported('senior-places')),
      years: 2,
      direction: 'grows',
      fasterThan: null,
    },
  },
]);

export const requirements: readonly Requirement[] = [
  schoolStandardRequirement,
  balanceRequirement,
  requirement(
    'basic-government-work',
    'basic-government',
    instrument(
      '县级政府推进义务教育均衡发展工作',
      'A',
      '17 indicators, 100 points in all, 85 to pass; a seed prints "1000分"',
    ),
    [],
    { kind: 'scored', total: '100', pass: '85', points: governmentPoints },
  ),
  ...satisfactionRequirements,
  growthFigures,
  notLowerFigures,
  accessFigures,
];
