import type { Edition } from '../../edition.ts';
import { stages } from '../cn-2017-quality-balance/stages-and-types.ts';
import { countyItems } from './county-items.ts';
import { dimensions, requirements } from './requirements.ts';
import { report } from './sources.ts';

/** Target-responsibility assessment of counties by their prefecture, with deductions (目标责任考核). Asks nothing of schools. */
export const targetResponsibility2023: Edition = {
  id: 'cn-target-responsibility-2023',
  instrument: '楚办通〔2024〕11号（2023年度教育高质量发展行动落实情况考核）',
  base: null,
  stages,
  pupilsItem: 'pupils',
  schoolTypeItem: 'school-type',
  schoolTypes: [],
  sections: ['basic', 'pupils'],
  items: [
    {
      id: 'school-type',
      section: 'basic',
      value: { kind: 'choice', options: [] },
      unit: null,
      stages: null,
      alsoByStage: [],
      condition: null,
      required: false,
      entry: 'import',
      plausible: null,
      source: report('一'),
    },
    {
      id: 'pupils',
      section: 'pupils',
      value: { kind: 'number', scale: 0 },
      unit: 'person',
      stages: ['primary', 'junior', 'senior'],
      alsoByStage: [],
      condition: null,
      required: false,
      entry: 'import',
      plausible: null,
      source: report('一'),
    },
  ],
  countySections: ['monitoring-results', 'senior-high', 'vocational', 'teacher-balance'],
  countyItems,
  quantities: [],
  indicators: [],
  schoolRule: null,
  balanceRule: null,
  specialRules: [],
  scope: { excludedTypes: [], minimumPupils: [], includePrivate: true, ownershipItem: null },
  splitting: { method: 'reported-by-stage', weights: {}, source: report('一', 'no amount is divided') },
  rounding: { indicators: { kind: 'none' }, cvs: { kind: 'none' } },
  display: { indicatorDecimals: 2, cvDecimals: 3, cvBoundaryDecimals: [2, 3] },
  checks: [],
  dimensions,
  requirements,
};
