import type { CountyItemDefinition } from '../../../items/item-definition.ts';
import type { ScoredPoint } from '../../score-card.ts';
import { countyNumber } from './county-item-builders.ts';
import { instrument } from './sources.ts';

interface Row {
  readonly dimension: string;
  readonly evidence: readonly string[];
}

const access = 'basic-access';
const guarantee = 'basic-guarantee';
const teachers = 'basic-teachers';
const quality = 'basic-quality';

// 对县级人民政府推进义务教育均衡发展工作的评估: 17 indicators in four groups. The wording of the first eleven is confirmed through a
// province's table, that of the others is not.
const rows: readonly Row[] = [
  { dimension: access, evidence: ['migrant-lists', 'enrolment-documents'] },
  { dimension: access, evidence: ['left-behind-records'] },
  { dimension: access, evidence: ['disability-lists'] },
  { dimension: access, evidence: ['quota-lists'] },
  { dimension: guarantee, evidence: ['responsibility-documents'] },
  { dimension: guarantee, evidence: ['budgets-and-accounts'] },
  { dimension: guarantee, evidence: ['weak-school-plan'] },
  { dimension: guarantee, evidence: ['budgets-and-accounts', 'audit-rules'] },
  { dimension: teachers, evidence: ['merit-pay-documents'] },
  { dimension: teachers, evidence: ['post-allocation'] },
  { dimension: teachers, evidence: ['rotation-lists'] },
  { dimension: teachers, evidence: ['training-records', 'training-budgets'] },
  { dimension: quality, evidence: ['timetables'] },
  { dimension: quality, evidence: ['graduation-lists', 'pupil-movements'] },
  { dimension: quality, evidence: ['fitness-records'] },
  { dimension: quality, evidence: ['enrolment-documents'] },
  { dimension: quality, evidence: ['homework-rules'] },
];

const scoreOf = (number: number): string => `government-score-${number}`;
const source = (number: number) =>
  instrument(
    `县级政府推进义务教育均衡发展工作 ${number}`,
    number <= 11 ? 'B' : 'U',
    'how the 100 points are divided is not public: the bureau that publishes its edition sets them',
  );

/** Scores as the assessors give them, until a bureau sets points and how they are lost. */
export const scoreItems: readonly CountyItemDefinition[] = rows.map((_, index) =>
  countyNumber('county-government-scores', scoreOf(index + 1), 2, 'point', source(index + 1), {
    plausible: { maximum: '100' },
  }),
);

export const governmentPoints: readonly ScoredPoint[] = rows.map(({ dimension, evidence }, index) => ({
  id: String(index + 1),
  dimension,
  maximum: null,
  scoring: { kind: 'judged', item: scoreOf(index + 1) },
  evidence,
  responsible: null,
  source: source(index + 1),
}));
