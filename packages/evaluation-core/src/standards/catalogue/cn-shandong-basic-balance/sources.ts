import type { Source } from '../../../items/item-definition.ts';

/** 山东省: as a county's teaching material on the evaluation tells it. */
export function shandong(clause: string, confidence: Source['confidence'] = 'A', note: string | null = null): Source {
  return { document: '山东省义务教育均衡发展督导评估（县级基本知识资料）', clause, confidence, note };
}

/** 《山东省普通小学/普通初级中学基本办学条件标准（试行）》: named as the place of the numbers, which were not found. */
export function conditionsStandard(item: string): Source {
  return {
    document: '山东省普通中小学基本办学条件标准（试行）',
    clause: item,
    confidence: 'U',
    note: 'the numbers are not public: the bureau that publishes its edition sets them',
  };
}
