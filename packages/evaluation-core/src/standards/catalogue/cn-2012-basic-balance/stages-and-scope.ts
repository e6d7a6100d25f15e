import type { ScopeRules, SplittingRules, StageDefinition } from '../../edition.ts';
import { form } from './sources.ts';

/** Preschool only for the county's funds by stage; senior pupils because a multi-stage school's facilities are shared with them. */
export const stages: readonly StageDefinition[] = [
  { id: 'preschool', evaluated: false },
  { id: 'primary', evaluated: true },
  { id: 'junior', evaluated: true },
  { id: 'senior', evaluated: false },
];

/**
 * Table Ⅱ leaves out 民办学校 and 教学点, and schools run by a province, city, university or enterprise, which the county does not register for
 * the round. Whether 教学点 enter the CVs of table Ⅲ is not said; here they do not.
 */
export const scope: ScopeRules = {
  excludedTypes: [
    { type: 'special-education', reason: 'special-education', source: form('表Ⅱ', 'B') },
    { type: 'vocational', reason: 'vocational', source: form('表Ⅱ', 'B') },
    { type: 'teaching-point', reason: 'teaching-point', source: form('表Ⅱ', 'A', 'for the CVs of table Ⅲ: C') },
  ],
  minimumPupils: [],
  includePrivate: false,
  ownershipItem: 'ownership',
};

/** Five items by weighted pupils: teaching rooms, sports area, equipment, computers, books. Teachers are reported by stage. */
export const splitting: SplittingRules = {
  method: 'weighted',
  weights: { primary: '1', junior: '1.1', senior: '1.32' },
  source: {
    document: '县域义务教育校际均衡指标计算方法（转载）',
    clause: '九年一贯制1:1.1；完全中学1:1.2；十二年一贯制1:1.1:1.32',
    confidence: 'B',
    note: null,
  },
};
