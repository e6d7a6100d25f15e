import type { IndicatorDefinition } from '../../edition.ts';
import { instrument } from './sources.ts';

interface Row {
  readonly id: string;
  readonly quantity: string;
  readonly multiplier: '1' | '100';
  readonly unitFactor?: string;
  readonly unit: string;
  readonly primary: string;
  readonly junior: string;
}

// 教督〔2017〕6号, 资源配置: id, amount, per how many pupils, unit, 小学, 初中
const rows: readonly Row[] = [
  {
    id: 'R1',
    quantity: 'teachers-above-required-degree',
    multiplier: '100',
    unit: 'person-per-100-pupils',
    primary: '4.2',
    junior: '5.3',
  },
  {
    id: 'R2',
    quantity: 'backbone-teachers',
    multiplier: '100',
    unit: 'person-per-100-pupils',
    primary: '1',
    junior: '1',
  },
  {
    id: 'R3',
    quantity: 'pe-and-arts-teachers',
    multiplier: '100',
    unit: 'person-per-100-pupils',
    primary: '0.9',
    junior: '0.9',
  },
  {
    id: 'R4',
    quantity: 'net-teaching-rooms-area',
    multiplier: '1',
    unit: 'square-metre-per-pupil',
    primary: '4.5',
    junior: '5.8',
  },
  {
    id: 'R5',
    quantity: 'sports-area',
    multiplier: '1',
    unit: 'square-metre-per-pupil',
    primary: '7.5',
    junior: '10.2',
  },
  // reported in 万元, judged in 元
  {
    id: 'R6',
    quantity: 'equipment-value',
    multiplier: '1',
    unitFactor: '10000',
    unit: 'yuan-per-pupil',
    primary: '2000',
    junior: '2500',
  },
  {
    id: 'R7',
    quantity: 'multimedia-classrooms',
    multiplier: '100',
    unit: 'room-per-100-pupils',
    primary: '2.3',
    junior: '2.4',
  },
];

export const indicators: readonly IndicatorDefinition[] = rows.map((row, index) => ({
  kind: 'per-pupil',
  id: row.id,
  quantity: row.quantity,
  multiplier: row.multiplier,
  unitFactor: row.unitFactor ?? '1',
  unit: row.unit,
  thresholds: { primary: row.primary, junior: row.junior },
  source: instrument(`资源配置 ${index + 1}`),
}));
