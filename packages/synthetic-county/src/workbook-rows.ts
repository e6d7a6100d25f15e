import { editionById } from '@junheng/evaluation-core';
import type { SyntheticCounty, SyntheticSchool } from './county.ts';
import { decimal } from './decimals.ts';
import { weightHundredths, weightedHundredths } from './indicators.ts';
import type { EvaluatedStage, Pupils } from './indicators.ts';
import type { Year } from './school-plan.ts';

export type Row = readonly (string | number)[];

/** Rows of a workbook that holds every cell: one school a row, headed by `headerOf(cell key)` (the key itself by default). */
export function toWorkbookRows(
  county: SyntheticCounty,
  year: Year,
  headerOf: (cellKey: string) => string = (key) => key,
): readonly Row[] {
  const used = new Set(county.schools.flatMap((school) => Object.keys(school.cells[year])));
  const edition = editionById('cn-2017-quality-balance');
  const keys = (edition?.items ?? [])
    .flatMap((item) => [item.id, ...(item.stages ?? item.alsoByStage).map((stage) => `${item.id}.${stage}`)])
    .filter((key) => used.has(key));
  return [
    ['code', 'name', ...keys].map(headerOf),
    ...county.schools.map((school) => [school.code, school.name, ...keys.map((key) => school.cells[year][key] ?? '')]),
  ];
}

const columns = [
  '学校标识码',
  '学校名称',
  '办学类型',
  '在校生数',
  '高于规定学历教师数',
  '县级以上骨干教师数',
  '体育、艺术专任教师数',
  '教学及辅助用房面积',
  '体育运动场馆面积',
  '教学仪器设备值',
  '网络多媒体教室数',
  '班级数',
  '最大班额',
];

const typeNames: Readonly<Record<SyntheticSchool['type'], string>> = {
  primary: '小学',
  junior: '初级中学',
  'nine-year': '九年一贯制学校',
  'twelve-year': '十二年一贯制学校',
  'full-middle': '完全中学',
  'teaching-point': '教学点',
  'special-education': '特殊教育学校',
  vocational: '中等职业学校',
};

/**
 * The thirteen columns in which bureaus usually collect one stage, equipment in yuan: one row for each school with pupils in
 * the stage. What belongs to several stages is divided by weighted pupils and rounded (areas to 0.01 m2), so that such rows are
 * for reading programs to digest, not for exact verdicts.
 */
export function toIndicatorRows(county: SyntheticCounty, year: Year, stage: EvaluatedStage): readonly Row[] {
  return [columns, ...county.schools.flatMap((school) => indicatorRow(school, year, stage))];
}

function indicatorRow(school: SyntheticSchool, year: Year, stage: EvaluatedStage): readonly Row[] {
  const cells = school.cells[year];
  const number = (key: string): number => Number(cells[key] ?? 0);
  const ofStage = (...items: readonly string[]): number =>
    items.reduce((sum, item) => sum + number(`${item}.${stage}`), 0);
  const pupils: Pupils = {
    primary: number('pupils.primary'),
    junior: number('pupils.junior'),
    senior: number('pupils.senior'),
  };
  if (pupils[stage] === 0 || school.type === 'special-education') return [];
  const share = (weightHundredths[stage] * pupils[stage]) / weightedHundredths(pupils);
  const divided = (amount: number, scale: number): number =>
    Number(decimal(Math.round(amount * share * 10 ** scale), scale));
  const several = Object.values(pupils).filter((each) => each > 0).length > 1;
  return [
    [
      school.code,
      several ? `${school.name}（${stage === 'primary' ? '小学部' : '初中部'}）` : school.name,
      typeNames[school.type],
      pupils[stage],
      ofStage('teachers-associate', 'teachers-bachelor', 'teachers-master', 'teachers-doctor'),
      ofStage('backbone-teachers'),
      ofStage('pe-teachers', 'music-teachers', 'fine-art-teachers', 'arts-teachers'),
      divided(number('teaching-rooms-area') - number('indoor-sports-rooms-area'), 2),
      divided(number('gymnasium-area') + number('sports-field-area'), 2),
      divided(number('equipment-value') * 10_000, 2),
      divided(number('multimedia-classrooms'), 0),
      ofStage('classes'),
      ofStage('largest-class'),
    ],
  ];
}
