import type { Source } from '../../../items/item-definition.ts';

/** The instrument itself: 《县域义务教育优质均衡发展督导评估办法》. */
export function instrument(clause: string, confidence: Source['confidence'] = 'A', note: string | null = null): Source {
  return { document: '教督〔2017〕6号', clause, confidence, note };
}

/** A city's collection form of school items and its formula sheet; the origin of its relaxations was not found. */
export function cityForm(row: string | null, note: string | null = null): Source {
  return { document: '优质均衡学校填报表（一市用表）', clause: row, confidence: 'B', note };
}

/** Items that the rules need and the city form lacks. */
export function needed(why: string): Source {
  return { document: '教督〔2017〕6号', clause: null, confidence: 'C', note: why };
}

/** The same city's collection form of county items. */
export function countyForm(row: string, note: string | null = null): Source {
  return { document: '优质均衡区县填报表（一市用表）', clause: row, confidence: 'B', note };
}
