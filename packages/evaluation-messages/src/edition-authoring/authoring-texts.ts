import type { Texts } from '../language.ts';

/** What a bureau reads when it copies, changes and publishes an edition: differences in words, faults before publishing, changes refused. */
const differences: Texts = {
  threshold: [
    '{indicator:indicator}（{stage:stage}）的标准值由 {before} 改为 {after}',
    '{indicator:indicator} ({stage:stage}): threshold changed from {before} to {after}',
  ],
  'cv-limit': [
    '{stage:stage}差异系数上限由 {before} 改为 {after}',
    'Limit of the difference coefficient, {stage:stage}: changed from {before} to {after}',
  ],
  'floor-share': [
    '未达标指标的底线比例由 {before} 改为 {after}',
    'Floor of indicators that are not met: share changed from {before} to {after}',
  ],
  'minimum-met': [
    '每校至少达标的指标项数由 {before} 改为 {after}',
    'Indicators a school must meet: changed from {before} to {after}',
  ],
  'special-rule-on': ['启用特殊规定：{special-rule:rule}', 'Special rule turned on: {special-rule:rule}'],
  'special-rule-off': ['停用特殊规定：{special-rule:rule}', 'Special rule turned off: {special-rule:rule}'],
  'special-rule-from': [
    '特殊规定“{special-rule:rule}”的起始日期由 {before} 改为 {after}',
    'Special rule “{special-rule:rule}”: first day changed from {before} to {after}',
  ],
  'special-rule-until': [
    '特殊规定“{special-rule:rule}”的截止日期由 {before} 改为 {after}',
    'Special rule “{special-rule:rule}”: last day changed from {before} to {after}',
  ],
  'requirement-limit': [
    '“{requirement:requirement}”的界限由 {before} 改为 {after}',
    '“{requirement:requirement}”: limit changed from {before} to {after}',
  ],
  'requirement-limit-of-stage': [
    '“{requirement:requirement}”（{stage:stage}）的界限由 {before} 改为 {after}',
    '“{requirement:requirement}”, {stage:stage}: limit changed from {before} to {after}',
  ],
  'part-limit': [
    '“{requirement:part}”的界限由 {before} 改为 {after}',
    '“{requirement:part}”: limit changed from {before} to {after}',
  ],
  'part-limit-of-stage': [
    '“{requirement:part}”（{stage:stage}）的界限由 {before} 改为 {after}',
    '“{requirement:part}”, {stage:stage}: limit changed from {before} to {after}',
  ],
  'point-limit': [
    '评分要点“{point:point}”的标准由 {before} 改为 {after}',
    'Scored point “{point:point}”: standard changed from {before} to {after}',
  ],
  setting: [
    '设定值“{setting:setting}”由 {before} 改为 {after}',
    'Setting “{setting:setting}”: changed from {before} to {after}',
  ],
  'private-in': ['民办学校改为纳入评估', 'Private schools are evaluated too'],
  'private-out': ['民办学校改为不纳入评估', 'Private schools are not evaluated any more'],
  'splitting-weighted': [
    '多学段学校共用资源改为按学段权重折算学生数分摊',
    'What several stages of a school share is divided by weighted pupils',
  ],
  'splitting-reported': [
    '多学段学校共用资源改为由学校按学段分别填报',
    'What several stages of a school share is reported by stage',
  ],
  text: ['名称 {key} 由 {before} 改为 {after}', 'Name {key}: changed from {before} to {after}'],
  points: [
    '评分要点“{point:point}”的分值由 {before} 改为 {after}',
    'Scored point “{point:point}”: points changed from {before} to {after}',
  ],
  'pass-mark': [
    '“{requirement:requirement}”的合格分由 {before} 改为 {after}',
    '“{requirement:requirement}”: pass mark changed from {before} to {after}',
  ],
  'total-points': [
    '“{requirement:requirement}”的总分由 {before} 改为 {after}',
    '“{requirement:requirement}”: total points changed from {before} to {after}',
  ],
  responsible: [
    '“{requirement:requirement}”的责任科室由 {before} 改为 {after}',
    '“{requirement:requirement}”: responsible section changed from {before} to {after}',
  ],
  'point-responsible': [
    '评分要点“{point:point}”的责任科室由 {before} 改为 {after}',
    'Scored point “{point:point}”: responsible section changed from {before} to {after}',
  ],
  evidence: [
    '“{requirement:requirement}”的佐证材料由 {before} 改为 {after}',
    '“{requirement:requirement}”: evidence changed from {before} to {after}',
  ],
  'point-evidence': [
    '评分要点“{point:point}”的佐证材料由 {before} 改为 {after}',
    'Scored point “{point:point}”: evidence changed from {before} to {after}',
  ],
  source: [
    '{of} 的依据（{member}）由 {before} 改为 {after}',
    'Source of {of} ({member}): changed from {before} to {after}',
  ],
  'requirement-added': ['新增要求：{requirement:requirement}', 'Requirement added: {requirement:requirement}'],
  'requirement-removed': ['移除要求：{requirement:requirement}', 'Requirement left out: {requirement:requirement}'],
  'item-added': ['学校增加填报：{item:item}', 'Schools are asked for: {item:item}'],
  'item-removed': ['学校不再填报：{item:item}', 'Schools are not asked any more for: {item:item}'],
  'county-item-added': ['县级增加填报：{item:item}', 'The county is asked for: {item:item}'],
  'county-item-removed': ['县级不再填报：{item:item}', 'The county is not asked any more for: {item:item}'],
  'special-rule-added': ['新增特殊规定：{special-rule:rule}', 'Special rule added: {special-rule:rule}'],
  'special-rule-removed': [
    '随要求移除特殊规定：{special-rule:rule}',
    'Special rule left out with its requirement: {special-rule:rule}',
  ],
  sections: ['填报表的板块随数据项调整', 'The parts of the form follow its items'],
  added: ['新增 {list}：{id}（所属：{within}）', 'Added to {list}: {id} (within: {within})'],
  removed: ['删除 {list}：{id}（所属：{within}）', 'Removed from {list}: {id} (within: {within})'],
  reordered: ['{list} 的顺序有变化', 'The order of {list} changed'],
  other: ['{path} 由 {before} 改为 {after}', '{path}: changed from {before} to {after}'],
};

const faults: Texts = {
  'unknown-item': ['{where}：没有数据项 {what}', '{where}: there is no item {what}'],
  'unknown-stage': ['{where}：没有学段 {what}', '{where}: there is no stage {what}'],
  'unknown-quantity': ['{where}：没有计算量 {what}', '{where}: there is no quantity {what}'],
  'unknown-type': ['{where}：没有办学类型 {what}', '{where}: there is no school type {what}'],
  'unknown-section': ['{where}：没有填报板块 {what}', '{where}: the form has no section {what}'],
  'unknown-indicator': ['{where}：没有指标 {what}', '{where}: there is no indicator {what}'],
  'unknown-requirement': ['{where}：没有要求 {what}', '{where}: there is no requirement {what}'],
  'unknown-part': ['{where}：没有名为 {what} 的部分', '{where}: it has no part called {what}'],
  'unknown-dimension': [
    '{where}：没有维度 {what}，或维度互为上级',
    '{where}: there is no dimension {what}, or dimensions contain each other',
  ],
  'unknown-option': ['{where}：没有选项 {what}', '{where}: there is no such answer: {what}'],
  'wrong-level': [
    '{where}：{what} 用错了层级（学校、学段、县，或数量、文字）',
    '{where}: {what} belongs to another level (school, stage, county; number or text)',
  ],
  duplicate: ['{where}：{what} 重复', '{where}: {what} appears twice'],
  'bad-id': [
    '{where}：编号 {what} 只能用字母、数字和短横',
    '{where}: the id {what} may only hold letters, digits and hyphens',
  ],
  'not-a-decimal': ['{where}：“{what}”不是数字', '{where}: “{what}” is not a number'],
  'not-a-date': ['{where}：“{what}”不是日期（年-月-日）', '{where}: “{what}” is not a date (year-month-day)'],
  'year-not-asked': [
    '{where}：{what} 需要更早年份的数据，而填报表没有要求',
    '{where}: {what} needs an earlier year than the form asks for',
  ],
  'missing-limit': ['{where}：缺少 {what} 的上限', '{where}: the limit for {what} is missing'],
  unreachable: ['{where}：{what} 永远无法达到', '{where}: {what} can never be met'],
  'always-met': ['{where}：{what} 始终成立，没有实际要求', '{where}: {what} always holds, so it asks nothing'],
  'pass-mark-above-total': ['{where}：合格分 {what} 高于总分', '{where}: the pass mark {what} is above the total'],
  'points-differ-from-total': [
    '{where}：各评分点分值之和 {what} 与总分不符',
    '{where}: the points add up to {what}, which is not the total',
  ],
  'steps-not-descending': [
    '{where}：分档应由高到低排列，{what} 处有误',
    '{where}: steps must descend from the highest; see {what}',
  ],
  'period-never-open': ['{where}：有效期 {what} 的截止早于起始', '{where}: the period {what} ends before it begins'],
  'overlapping-special-rules': [
    '{where}：与另一项特殊规定同时改变同一标准（{what}）',
    '{where}: another special rule changes the same number for the same school ({what})',
  ],
  'no-source': ['{where}：没有写明依据', '{where}: no source is given'],
  'missing-translation': ['{where}：{what} 缺少名称', '{where}: {what} has no name in words'],
};

const refusals: Texts = {
  'unknown-indicator': ['没有指标 {what}', 'There is no indicator {what}'],
  'unknown-stage': ['没有参评学段 {what}', 'There is no evaluated stage {what}'],
  'unknown-special-rule': ['没有特殊规定 {what}', 'There is no special rule {what}'],
  'unknown-requirement': ['没有要求 {what}', 'There is no requirement {what}'],
  'unknown-part': ['要求中没有名为 {what} 的部分', 'The requirement has no part called {what}'],
  'unknown-setting': ['没有设定值 {what}', 'There is no setting {what}'],
  'unknown-point': ['没有评分点 {what}', 'There is no scored point {what}'],
  'duplicate-requirement': ['要求 {what} 已经存在', 'The requirement {what} exists already'],
  'not-removable': [
    '{what} 不能移除：它是对全部学校的基本要求，或标准中只剩这一项要求',
    '{what} cannot be left out: it is what all schools are asked, or the only requirement there is',
  ],
  'not-such-a-rule': ['{what} 不是可以这样修改的规则', '{what} is not a rule that can be changed in this way'],
};

const prefixed = (prefix: string, texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([id, both]) => [`${prefix}.${id}`, both]));

export const editionAuthoringTexts: Texts = {
  ...prefixed('edition-difference', differences),
  ...prefixed('edition-fault', faults),
  ...prefixed('amendment-fault', refusals),
};
