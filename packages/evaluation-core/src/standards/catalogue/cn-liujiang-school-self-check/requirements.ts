import type { Dimension, Requirement, RequirementRule } from '../../requirement.ts';
import type { ScoredPoint } from '../../score-card.ts';
import { constant, reported } from '../amount-builders.ts';
import {
  allOf,
  answer,
  compared,
  percentAtLeast,
  requirement,
} from '../cn-2017-quality-balance/requirement-builders.ts';
import { cItems } from './c-items.ts';
import type { CItem } from './c-items.ts';
import { brief, unconfirmed } from './sources.ts';

/** (一) 发展规划及保障, (二) 学校标准化建设, (三) 教师队伍建设, each with its B level. */
export const dimensions: readonly Dimension[] = [
  { id: 'self-check-a1', parent: null },
  { id: 'self-check-b1', parent: 'self-check-a1' },
  { id: 'self-check-b2', parent: 'self-check-a1' },
  { id: 'self-check-b3', parent: 'self-check-a1' },
  { id: 'self-check-a2', parent: null },
  { id: 'self-check-b4', parent: 'self-check-a2' },
  { id: 'self-check-b5', parent: 'self-check-a2' },
  { id: 'self-check-a3', parent: null },
  { id: 'self-check-b6', parent: 'self-check-a3' },
  { id: 'self-check-b7', parent: 'self-check-a3' },
  { id: 'self-check-score', parent: null },
];

const ofEachSchool = { per: 'school', schools: 'registered' } as const;

/** An answer, and the number it rests on where the text names one. */
function ruleOf({ id }: CItem): RequirementRule {
  switch (id) {
    case 'self-check-c6':
      return allOf(
        ['share', compared(reported('transfer-payment-education-share'), 'at-least', constant('60'))],
        ['rural', answer(id)],
      );
    case 'self-check-c11':
      return allOf(
        ['carried-out', answer(id)],
        ['no-grade-d', compared(reported('grade-d-building-area'), 'at-most', constant('0'))],
      );
    case 'self-check-c12':
      return allOf(
        ['stated', answer(id)],
        ['degrees', percentAtLeast(reported('teachers-with-required-degree'), reported('full-time-teachers'), '100')],
      );
    default:
      return answer(id);
  }
}

function pointOf({ id, code, dimension, evidence }: CItem): ScoredPoint {
  return {
    id,
    dimension,
    maximum: null,
    scoring: { kind: 'judged', item: `${id}-score` },
    evidence,
    responsible: null,
    source: unconfirmed(code, 'points of the item are not public; the bureau sets them'),
  };
}

/** Each C item of each school, and the score, which decides nothing until the bureau sets points and a pass mark. */
export const requirements: readonly Requirement[] = [
  ...cItems.map((item) =>
    requirement(item.id, item.dimension, brief(item.code), item.evidence, ruleOf(item), ofEachSchool),
  ),
  requirement(
    'self-check-score',
    'self-check-score',
    unconfirmed('C1-C15', 'total and pass mark are not public'),
    [],
    { kind: 'scored', total: null, pass: null, points: cItems.map(pointOf) },
    ofEachSchool,
  ),
];
