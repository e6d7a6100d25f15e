import type { IndicatorDefinition } from '@junheng/evaluation-core';
import type { Language, Texts } from './language.ts';
import { text } from './text.ts';

/** The overview of the county report, in the form counties use (责任科室表): for its page, its print and its workbook. */
export const countyOverviewTexts: Texts = {
  'county-overview.title': ['{year}年县级填报总表', 'County report {year}: overview'],
  'county-overview.column.number': ['编号', 'No.'],
  'county-overview.column.group': ['一级指标', 'Dimension'],
  'county-overview.column.requirement': ['评估内容与标准', 'Requirement'],
  'county-overview.column.unit': ['责任科室', 'Responsible section'],
  'county-overview.column.value': ['现状', 'Where it stands'],
  'county-overview.column.expected': ['预计达成情况', 'Expected attainment'],
  'county-overview.column.evidence': ['佐证材料', 'Evidence'],
  'county-overview.column.steps': ['后续工作举措', 'Next steps'],
  'county-overview.column.remark': ['备注', 'Remark'],
  'county-overview.column.status': ['填报状态', 'State'],
  'county-overview.bureau': ['教育局（未分工）', 'Bureau (not assigned)'],
  'county-overview.indicators': ['资源配置', 'Resources of the schools'],
  'county-overview.limit': ['标准 {limit}', 'standard {limit}'],
  'county-overview.schools': [
    '应评 {asked}，达标 {met}，未达标 {unmet}，待定 {undetermined}',
    '{asked} asked: {met} met, {unmet} unmet, {undetermined} open',
  ],
  'county-overview.missing': ['还缺 {count} 项数据', '{count} figures missing'],
  'county-overview.files': ['{count} 份', 'files: {count}'],
  'county-expected.reached': ['已达成', 'Reached'],
  'county-expected.expected': ['预计如期达成', 'Expected in time'],
  'county-expected.at-risk': ['有困难', 'At risk'],
  'county-expected.not-expected': ['预计不能达成', 'Not expected'],
  'county-part.filling': ['填报中', 'Being filled in'],
  'county-part.submitted': ['已提交', 'Submitted'],
  'county-part.returned': ['已退回', 'Returned'],
  'county-part.approved': ['已通过', 'Approved'],
};

/** What an indicator of the schools asks: its name and its standard by stage. */
export function indicatorRequirement(language: Language, indicator: IndicatorDefinition): string {
  const name = text(language, `indicator.${indicator.id}`);
  if (!('thresholds' in indicator)) return name;
  const least = !('comparator' in indicator) || indicator.comparator === 'at-least';
  const standards = Object.entries(indicator.thresholds).flatMap(([stage, limit]) =>
    limit === null ? [] : [`${text(language, `stage.${stage}`)} ${least ? '≥' : '≤'} ${limit}`],
  );
  if (standards.length === 0) return name;
  return language === 'zh-CN' ? `${name}：${standards.join('，')}` : `${name}: ${standards.join(', ')}`;
}
