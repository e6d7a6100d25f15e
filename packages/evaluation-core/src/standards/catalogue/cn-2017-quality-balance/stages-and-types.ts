import type { SchoolType, StageDefinition } from '../../edition.ts';

/** Senior pupils are reported only because a multi-stage school's facilities are shared with them. */
export const stages: readonly StageDefinition[] = [
  { id: 'primary', evaluated: true },
  { id: 'junior', evaluated: true },
  { id: 'senior', evaluated: false },
];

const expected = (stage: string) => ({ stage, presence: 'expected' }) as const;
const ifReported = (stage: string) => ({ stage, presence: 'if-reported' }) as const;

export const schoolTypes: readonly SchoolType[] = [
  { id: 'primary', stages: [expected('primary')] },
  { id: 'junior', stages: [expected('junior')] },
  /** 九年一贯制 */
  { id: 'nine-year', stages: [expected('primary'), expected('junior')] },
  /** 十二年一贯制 */
  { id: 'twelve-year', stages: [expected('primary'), expected('junior'), expected('senior')] },
  /** 完全中学 */
  { id: 'full-middle', stages: [expected('junior'), expected('senior')] },
  /** 教学点: as a rule primary only; one with junior pupils reports them. */
  { id: 'teaching-point', stages: [expected('primary'), ifReported('junior')] },
  { id: 'special-education', stages: [ifReported('primary'), ifReported('junior')] },
  { id: 'vocational', stages: [] },
];
