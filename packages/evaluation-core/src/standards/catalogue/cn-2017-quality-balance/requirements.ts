import type { Requirement } from '../../requirement.ts';
import { constant } from '../amount-builders.ts';
import { answer, compared, requirement } from './requirement-builders.ts';
import { governmentRequirements } from './requirements-government.ts';
import { qualityRequirements, recognitionRequirement } from './requirements-quality.ts';
import { instrument } from './sources.ts';

const veto = (number: number, item: string, evidence: string) =>
  requirement(`V${number}`, 'veto', instrument(`一票否决 ${number}`), [evidence], answer(item, 'no'));

/** What the whole verdict asks: no weighting, no total score; all must hold and no veto may. */
export const requirements: readonly Requirement[] = [
  requirement(
    'P1',
    'precondition',
    instrument('前提条件'),
    ['basic-balance-decision'],
    compared({ kind: 'years-since', item: 'basic-balance-recognised-on' }, 'at-least', constant('3')),
  ),
  requirement('P2', 'precondition', instrument('前提条件'), ['monitoring-results'], answer('monitoring-stays-high')),
  requirement('R', 'resource-allocation', instrument('资源配置'), [], { kind: 'resource-allocation' }),
  ...governmentRequirements,
  ...qualityRequirements,
  recognitionRequirement,
  veto(1, 'enrolment-by-examination', 'enrolment-documents'),
  veto(2, 'irregular-school-choice', 'enrolment-documents'),
  veto(3, 'key-schools-or-classes', 'class-lists'),
  veto(4, 'vacant-posts-or-outside-teachers', 'post-allocation'),
  veto(5, 'major-accident-or-breach', 'safety-records'),
  veto(6, 'falsification', 'data-statement'),
];
