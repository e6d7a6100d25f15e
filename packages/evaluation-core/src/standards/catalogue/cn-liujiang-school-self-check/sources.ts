import type { Source } from '../../../items/item-definition.ts';

/** The form itself was not found: its codes and the text of each C item stand in a school's brief (鹿宜小学义务教育均衡发展工作简报). */
export function brief(clause: string, confidence: Source['confidence'] = 'B', note: string | null = null): Source {
  return { document: '鹿宜小学义务教育均衡发展工作简报', clause, confidence, note };
}

/** What the brief does not say and the form must: points, evidence. A bureau checks it before it publishes. */
export function unconfirmed(clause: string, note: string): Source {
  return { document: '鹿宜小学义务教育均衡发展工作简报', clause, confidence: 'U', note };
}
