import type { Requirement } from '../../requirement.ts';
import { instrument } from './sources.ts';

function numbered(prefix: string, from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${from + index}`);
}

function judged(id: string, group: string, clause: string, holds: 'yes' | 'no' = 'yes'): Requirement {
  return {
    id,
    group,
    per: 'county',
    appliesTo: null,
    schools: 'evaluated',
    rule: { kind: 'answer', item: `holds-${id}`, holds: [holds] },
    responsible: null,
    evidence: [],
    source: instrument(clause),
  };
}

/** What the whole verdict asks: no weighting, no total score; all must hold and no veto may. */
export const requirements: readonly Requirement[] = [
  // P1 基本均衡 recognised for at least three years; P2 monitoring since then stays high
  ...numbered('P', 1, 2).map((id) => judged(id, 'precondition', '前提条件')),
  { ...judged('R', 'resource-allocation', '资源配置'), rule: { kind: 'resource-allocation' } },
  ...numbered('G', 1, 15).map((id) => judged(id, 'government', `政府保障程度 ${id.slice(1)}`)),
  ...numbered('E', 1, 9).map((id) => judged(id, 'quality', `教育质量 ${id.slice(1)}`)),
  judged('S1', 'recognition', '社会认可度'),
  ...numbered('V', 1, 6).map((id) => judged(id, 'veto', `一票否决 ${id.slice(1)}`, 'no')),
];
