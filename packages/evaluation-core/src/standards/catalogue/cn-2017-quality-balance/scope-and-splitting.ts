import type { ScopeRules, SplittingRules } from '../../edition.ts';
import type { Source } from '../../../items/item-definition.ts';

const hebei: Source = {
  document: '河北省评估范围说明',
  clause: null,
  confidence: 'B',
  note: 'other provinces may differ',
};

export const scope: ScopeRules = {
  excludedTypes: [
    { type: 'special-education', reason: 'special-education', source: hebei },
    { type: 'vocational', reason: 'vocational', source: hebei },
  ],
  minimumPupils: [
    { types: ['teaching-point'], fewerThan: '50', reason: 'teaching-point-below-minimum', source: hebei },
  ],
  includePrivate: true,
  ownershipItem: 'ownership',
};

/** Facilities (R4 to R7) by weighted pupils; teachers (R1 to R3) are reported by stage. 1.32 / 1.1 = 1.2, the weight of 完全中学. */
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
