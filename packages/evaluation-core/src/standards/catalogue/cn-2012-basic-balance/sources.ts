import type { Source } from '../../../items/item-definition.ts';

/** The instrument itself: 《县域义务教育均衡发展督导评估暂行办法》 with annex 2, as read in texts that quote it. */
export function instrument(clause: string, confidence: Source['confidence'] = 'A', note: string | null = null): Source {
  return { document: '教督〔2012〕3号', clause, confidence, note };
}

/** What a county hands in: 全国义务教育发展基本均衡县申报表. */
export function form(table: string, confidence: Source['confidence'] = 'A', note: string | null = null): Source {
  return { document: '全国义务教育发展基本均衡县申报表', clause: table, confidence, note };
}

/** What provinces ask beside it (land, green area, buildings by safety ...); their forms differ. */
export function provincial(what: string): Source {
  return { document: '省级基本均衡填报表（各省不同）', clause: null, confidence: 'C', note: what };
}
