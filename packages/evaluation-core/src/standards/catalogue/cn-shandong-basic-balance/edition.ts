import type { Edition } from '../../edition.ts';
import type { Dimension, Requirement } from '../../requirement.ts';
import { checks } from '../cn-2012-basic-balance/checks.ts';
import {
  accessItems,
  countySections,
  profileItems as countyProfileItems,
} from '../cn-2012-basic-balance/county-items.ts';
import { basicBalance2012, sections } from '../cn-2012-basic-balance/edition.ts';
import { financeItems } from '../cn-2012-basic-balance/finance.ts';
import { balanceIndicators } from '../cn-2012-basic-balance/indicators.ts';
import { notLowerFigures } from '../cn-2012-basic-balance/requirements.ts';
import { balanceRule } from '../cn-2012-basic-balance/rules.ts';
import { satisfactionItems, satisfactionRule, sampleRule } from '../cn-2012-basic-balance/satisfaction.ts';
import { requirement } from '../cn-2017-quality-balance/requirement-builders.ts';
import { governmentDimensions, governmentPoints, scoreItems } from './government-work.ts';
import { items } from './items.ts';
import { shandong } from './sources.ts';
import { quantities, schoolRule, standards } from './standards.ts';
import { vetoes, vetoItems } from './vetoes.ts';

const dimensions: readonly Dimension[] = [
  { id: 'basic-standard', parent: null },
  { id: 'basic-balance', parent: null },
  ...governmentDimensions,
  { id: 'basic-satisfaction', parent: null },
  { id: 'sd-veto', parent: null },
  { id: 'basic-figures', parent: null },
];

/** 一个门槛, 两个要素, 一个参考, 四个一票否决. */
const requirements: readonly Requirement[] = [
  requirement('sd-school-standard', 'basic-standard', shandong('一个门槛：办学基本标准'), ['school-standard-tables'], {
    kind: 'school-standard',
  }),
  requirement(
    'basic-balance',
    'basic-balance',
    shandong('校际间均衡状况：差异系数小学≤0.65，初中≤0.55'),
    ['statistics-forms'],
    { kind: 'balance' },
  ),
  requirement(
    'sd-government-work',
    'sd-government',
    shandong('县级政府工作：4项A级指标、23项B级指标、34个评价要点，总分100分，85分以上'),
    [],
    { kind: 'scored', total: '100', pass: '85', points: governmentPoints },
  ),
  requirement(
    'basic-satisfaction',
    'basic-satisfaction',
    shandong('一个参考：公众满意度85分以上'),
    ['survey-results'],
    satisfactionRule,
  ),
  requirement(
    'basic-survey-sample',
    'basic-satisfaction',
    shandong('公众满意度调查', 'C', 'the sample of the national instrument'),
    ['survey-results'],
    sampleRule,
  ),
  ...vetoes,
  notLowerFigures,
];

/** 山东省 form of 教督〔2012〕3号. */
export const shandongBasicBalance: Edition = {
  ...basicBalance2012,
  id: 'cn-shandong-basic-balance',
  instrument: '山东省义务教育均衡发展督导评估（教督〔2012〕3号）',
  sections,
  items,
  countySections: [...countySections, 'county-veto'],
  countyItems: [
    ...countyProfileItems,
    ...financeItems,
    ...accessItems,
    ...scoreItems,
    ...satisfactionItems,
    ...vetoItems,
  ],
  quantities,
  indicators: [...standards, ...balanceIndicators],
  schoolRule,
  balanceRule,
  checks,
  dimensions,
  requirements,
};
