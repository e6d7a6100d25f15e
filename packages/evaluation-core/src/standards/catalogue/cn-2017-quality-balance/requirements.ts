import type { Requirement } from '../../edition.ts';
import { instrument } from './sources.ts';

function numbered(prefix: string, from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${from + index}`);
}

/** What the whole verdict asks: no weighting, no total score; all must hold and no veto may. */
export const requirements: readonly Requirement[] = [
  // P1 基本均衡 recognised for at least three years; P2 monitoring since then stays high
  ...numbered('P', 1, 2).map((id): Requirement => ({
    id,
    group: 'precondition',
    kind: 'recognition-record',
    source: instrument('前提条件'),
  })),
  { id: 'R', group: 'resource-allocation', kind: 'resource-allocation', source: instrument('资源配置') },
  ...numbered('G', 1, 15).map((id): Requirement => ({
    id,
    group: 'government',
    kind: 'county-report',
    source: instrument(`政府保障程度 ${id.slice(1)}`),
  })),
  ...numbered('E', 1, 9).map((id): Requirement => ({
    id,
    group: 'quality',
    kind: 'county-report',
    source: instrument(`教育质量 ${id.slice(1)}`),
  })),
  { id: 'S1', group: 'recognition', kind: 'survey', source: instrument('社会认可度') },
  ...numbered('V', 1, 6).map((id): Requirement => ({
    id,
    group: 'veto',
    kind: 'veto',
    source: instrument(`一票否决 ${id.slice(1)}`),
  })),
];
