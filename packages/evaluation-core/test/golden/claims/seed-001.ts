import { change, count, constant, difference, percent, quotient, raw, row } from './build.ts';
import type { GoldenClaim } from './build.ts';
import type { Formula } from '../../../src/index.ts';

const pupils = { 学生: '74名' };

/** An area, books or pupils for each pupil of the little school. */
function perPupil(golden: string, name: string, amount: string, stated: string | null, unit: string, decimals = 2) {
  return row(golden, {
    kind: 'derived',
    raws: { [name]: amount, ...pupils },
    formula: quotient(raw(name), raw('学生')),
    stated,
    unit,
    decimals,
  });
}

const groups = {
  政策规划: 'C1;C2;C3',
  经济投入: 'C4;C5;C6;C7',
  经济管理: 'C8;C9',
  布局调整: 'C10',
  校安工程: 'C11',
  教师配置: 'C12;C13',
  教师管理: 'C14;C15',
};

const eight =
  '生均教学及辅助用房面积、生均体育运动场馆面积、生均数学仪器设备值、每百名学生拥有计算机合数、生均图书册数、师生比、生均高于规定学历教师数、生均中级及以上专业技术职务教师数';
const eightOfShandong =
  '生均教学及辅助用房面积、生均体育运动场馆面积、生均教学仪器设备值、每百名学生拥有计算机台数、生均图书册数、师生比、生均高于规定学历教师数、生均中级及以上专业技术职务教师数';
const tenOfShandong =
  '生均占地面积、生均绿地面积、生均校舍建筑面积、生均体育场地面积、小学科学初中理科教学仪器配备、音体美器材配备、百名学生计算机台数、生均图书数、学生与教职工之比、高于规定学历的专任教师比例';
const vetoes =
  '(1)三个增长近三年中有一年存在不达标情况; (2)教育系统出现重大安全责任事故和严重违纪违规事件的县不得申报; (3)残疾儿童少年义务教育入学率不达标; (4)未完成义务教育薄弱学校改造任务。';

/** The two printings of the seven standards, primary and junior. */
const first = [
  '4.2 人以上',
  '5.3 人以上',
  '1 人以上',
  '0.9人以 上',
  '4.5 平方米以上',
  '5.8 平方米以上',
  '7.5 平方米以上',
  '10.2 平方米以上',
  '2000 元以上',
  '2500 元以上',
  '2.3间以上',
  '2.4间以上',
];
const second = [
  '4.2人以上',
  '5.3人以上',
  '1人以上',
  '0.9人以上',
  '4.5平方米以上',
  '5.8平方米以上',
  '7.5平方米以上',
  '10.2平方米以上',
  '2000元以上',
  '2500元以上',
  '2.3间以上',
  '2.4间以上',
];
const named = (prefix: string, texts: readonly string[]) =>
  Object.fromEntries(texts.map((text, index) => [`${prefix}${index + 1}`, text]));
const all = (prefix: string, texts: readonly string[]) => texts.map((_, index) => raw(`${prefix}${index + 1}`));

const risingShare = (golden: string, before: string, after: string, stated: string) =>
  row(golden, {
    kind: 'derived',
    raws: { 上年: before, 当年: after },
    formula: difference('当年', '上年'),
    stated,
  });

const fiveYears: Formula = { kind: 'product', factors: [raw('年数'), raw('每年')] };
const fiveYearRaws = { 年数: '近五年', 每年: '4000万元以上' };

/** Bulletins and summaries of several places. */
export const seed001: readonly GoldenClaim[] = [
  perPupil('G022', '占地面积', '7673平方米', '103平方米', '㎡/生'),
  perPupil('G023', '校舍建筑面积', '583平方米', '8平方米', '㎡/生'),
  perPupil('G024', '绿化面积', '800平方米', '8平方米', '㎡/生'),
  perPupil('G025', '活动场地', '1368平方米', '18平方米', '㎡/生'),
  perPupil('G026', '图书', '2206册', '29册', '册/生'),
  row('G027', {
    kind: 'derived',
    raws: { ...pupils, 电脑: '10台' },
    formula: quotient(raw('学生'), raw('电脑')),
    stated: null,
    unit: ':1',
    decimals: 1,
  }),
  perPupil('G028', '电脑', '10台', null, '台/百生'),
  row('G029', {
    kind: 'derived',
    raws: { ...pupils, 专任教师: '任教师9' },
    formula: quotient(raw('学生'), raw('专任教师')),
    stated: null,
    unit: ':1',
    decimals: 2,
  }),
  perPupil('G030', '大专及以上学历', '6人', null, '人/百生'),
  row('G031', {
    kind: 'derived',
    raws: { 大专及以上学历: '6人', 专任教师: '任教师9' },
    formula: percent(raw('大专及以上学历'), raw('专任教师')),
    stated: null,
    decimals: 1,
  }),
  row('G032', {
    kind: 'derived',
    raws: { ...pupils, 教学班: '6个' },
    formula: quotient(raw('学生'), raw('教学班')),
    stated: null,
    unit: '人/班',
    decimals: 1,
  }),
  row('G033', {
    kind: 'restated',
    raws: { 教师: '任教师9', 大专: '大专及以上学历6人', C12教师: '专任教师9', C12大专: '大专及以上学历6' },
    statements: [
      { at: '44', about: '鹿宜小学', asOf: null, values: [raw('教师'), raw('大专')] },
      { at: '48', about: '鹿宜小学', asOf: null, values: [raw('C12教师'), raw('C12大专')] },
    ],
  }),
  row(
    'G034',
    {
      kind: 'derived',
      raws: groups,
      formula: { kind: 'sum', terms: Object.keys(groups).map(count) },
      stated: 'C15',
    },
    [
      {
        body: { kind: 'numbering', raws: { C: Object.values(groups).join(';') }, labels: 'C' },
        finding: 'numbered-without-gap',
      },
    ],
  ),
  row('G035', {
    kind: 'given',
    raws: { 多媒体教室: '学校已配备多媒体教室', 计算机室: '1计算机室', 专任教师: '任教师9' },
  }),
  row('G036', {
    kind: 'derived',
    raws: { 总分: '总分100分' },
    formula: raw('总分'),
    stated: '总分为1000分',
  }),
  row('G037', { kind: 'derived', raws: { 指标: eight }, formula: count('指标'), stated: '8项指标' }),
  row('G038', { kind: 'derived', raws: { 指标: tenOfShandong }, formula: count('指标'), stated: '10项指标' }),
  row('G039', {
    kind: 'derived',
    raws: { A级指标: '入学机会、保障机制、教师队伍、质量与管理' },
    formula: count('A级指标'),
    stated: '4项A级指标',
  }),
  row('G040', { kind: 'derived', raws: { 一票否决: vetoes }, formula: count('一票否决'), stated: '四个“一票否决”' }),
  row('G041', { kind: 'derived', raws: { 指标: eightOfShandong }, formula: count('指标'), stated: '8项指标' }),
  row('G042', {
    kind: 'restated',
    raws: { ...named('a', first), ...named('b', second) },
    statements: [
      { at: '18-24', about: '资源配置7项指标', asOf: null, values: all('a', first) },
      { at: '40', about: '资源配置7项指标', asOf: null, values: all('b', second) },
    ],
  }),
  risingShare('G043', '0.88%', '1.31%', '增长0.43个百分点'),
  risingShare('G044', '1.31%', '1.46%', '增长0.15个百分点'),
  risingShare('G045', '1.46%', '1.71%', '增长0.25个百分点'),
  row(
    'G046',
    {
      kind: 'derived',
      raws: { 调减: '357所', 减幅: '减幅23.8%' },
      formula: quotient(raw('调减'), raw('减幅')),
      stated: null,
      unit: '所',
      decimals: 0,
    },
    [
      {
        body: { kind: 'share-of-whole', raws: { 调减: '357所' }, known: 'part', amount: raw('调减'), stated: '23.8%' },
        finding: 'whole-number-found',
      },
    ],
  ),
  row('G047', {
    kind: 'attainment',
    raws: { 减幅: '减幅23.8%', 目标: '10%' },
    actual: raw('减幅'),
    target: raw('目标'),
    stated: '基本完成',
  }),
  row('G048', {
    kind: 'comparison',
    raws: { 第1年: '高出21.54个百分点', 第2年: '高出22.92个百分点', 第3年: '高出16.90个百分点' },
    left: { kind: 'smallest', of: ['第1年', '第2年', '第3年'].map(change) },
    relation: 'above',
    right: constant('0'),
    claimed: true,
    basis: 'wording',
  }),
  row('G049', { kind: 'derived', raws: fiveYearRaws, formula: fiveYears, stated: null, unit: '万元', decimals: 0 }, [
    {
      body: { kind: 'derived', raws: fiveYearRaws, formula: fiveYears, stated: '2.8亿元' },
      finding: 'within-approximation',
    },
  ]),
  row('G050', {
    kind: 'given',
    raws: { 化债: '拿出了( )元', 投资: '( )元', 改造危房: '( )平米', 撤并: '( )所' },
  }),
  row('G051', {
    kind: 'given',
    raws: {
      小学: 'sssssssssssssss 所',
      教学班: 'ssssssssssssssssssss 个',
      小学生: 'ssssssssssssssssssssssssssssss 人',
      招生名额: '不低于ssssssssss%',
    },
  }),
];
