import { constant, difference, growth, percent, quotient, raw, row, sum } from './build.ts';
import type { GoldenClaim } from './build.ts';

const teachers = { 小学专任教师: '545人', 中学专任教师: '300人' };

/** A county's report of 2014. */
export const seed000: readonly GoldenClaim[] = [
  row('G001', {
    kind: 'derived',
    raws: { 城区小学: '2所', 农村小学: '25所', 城区初中: '2所', 农村初中: '3所' },
    formula: sum('城区小学', '农村小学', '城区初中', '农村初中'),
    stated: '32所',
  }),
  row('G002', {
    kind: 'derived',
    raws: { 原有学校: '45所', 撤并小学: '11所', 撤并中学: '2所' },
    formula: difference('原有学校', '撤并小学', '撤并中学'),
    stated: '32所',
  }),
  row('G003', {
    kind: 'derived',
    raws: { 小学生: '6291人', 中学生: '3430人' },
    formula: sum('小学生', '中学生'),
    stated: '9721人',
  }),
  row('G004', {
    kind: 'derived',
    raws: { 小学生: '6291人', 小学专任教师: '545人' },
    formula: quotient(raw('小学生'), raw('小学专任教师')),
    stated: '11.5:\n\n1',
    unit: ':1',
  }),
  row('G005', {
    kind: 'derived',
    raws: { 中学生: '3430人', 中学专任教师: '300人' },
    formula: quotient(raw('中学生'), raw('中学专任教师')),
    stated: '11.4:\n\n1',
    unit: ':1',
  }),
  row('G006', {
    kind: 'derived',
    raws: { 小学专任教师: '545人', 小学生: '6291人' },
    formula: quotient(raw('小学专任教师'), raw('小学生')),
    stated: null,
    decimals: 3,
  }),
  row('G007', {
    kind: 'derived',
    raws: { 交流教师: '89人', ...teachers },
    formula: percent(raw('交流教师'), sum('小学专任教师', '中学专任教师')),
    stated: '10.5%',
  }),
  row('G008', {
    kind: 'derived',
    raws: { 三残儿童: '24人', 入学: '21人' },
    formula: percent(raw('入学'), raw('三残儿童')),
    stated: '87.5%',
  }),
  row('G009', {
    kind: 'comparison',
    raws: { 三残儿童入学率: '87.5%' },
    left: raw('三残儿童入学率'),
    relation: 'at-least',
    right: constant('80%'),
    claimed: true,
    basis: 'standard',
  }),
  row('G010', {
    kind: 'comparison',
    raws: { 残疾儿童少年入学率: '87.5%' },
    left: raw('残疾儿童少年入学率'),
    relation: 'at-least',
    right: constant('95%'),
    claimed: true,
    basis: 'standard',
  }),
  row('G011', {
    kind: 'comparison',
    raws: { 公众满意度: '90.94%' },
    left: raw('公众满意度'),
    relation: 'at-least',
    right: constant('85%'),
    claimed: true,
    basis: 'standard',
  }),
  row(
    'G012',
    {
      kind: 'derived',
      raws: { 小学2013年: '670.7元', 小学2014年: '700元' },
      formula: growth('小学2013年', '小学2014年'),
      stated: null,
      decimals: 2,
    },
    [
      {
        body: {
          kind: 'trend',
          raws: { 小学2013年: '670.7元', 小学2014年: '700元' },
          values: [raw('小学2013年'), raw('小学2014年')],
          stated: '提高',
        },
        finding: 'trend-holds',
      },
    ],
  ),
  row(
    'G013',
    {
      kind: 'derived',
      raws: { 中学2013年: '799.7元', 中学2014年: '942元' },
      formula: growth('中学2013年', '中学2014年'),
      stated: null,
      decimals: 2,
    },
    [
      {
        body: {
          kind: 'trend',
          raws: { 中学2013年: '799.7元', 中学2014年: '942元' },
          values: [raw('中学2013年'), raw('中学2014年')],
          stated: '提高',
        },
        finding: 'trend-holds',
      },
    ],
  ),
  row('G014', { kind: 'derived', raws: { 总人口: '12.98万' }, formula: raw('总人口'), stated: '13万' }),
  row(
    'G015',
    {
      kind: 'derived',
      raws: { 生机比: '8.4:\n\n1' },
      formula: quotient(constant('1'), raw('生机比')),
      stated: null,
      unit: '台/百生',
      decimals: 2,
    },
    [
      {
        // The computers themselves are not given, so the ratio cannot be verified.
        body: {
          kind: 'derived',
          raws: { 中小学生: '9721人', 计算机: '' },
          formula: quotient(raw('中小学生'), raw('计算机')),
          stated: '8.4:\n\n1',
          unit: ':1',
        },
        finding: 'figure-missing',
      },
    ],
  ),
  row('G016', {
    kind: 'derived',
    raws: { 寄宿生生活补助: '约130万元', 受惠: '1700余人次' },
    formula: quotient(raw('寄宿生生活补助'), raw('受惠')),
    stated: null,
    unit: '元/人次',
    decimals: 1,
  }),
  row('G017', {
    kind: 'derived',
    raws: { ...teachers, 教职工: '1172人' },
    formula: percent(sum('小学专任教师', '中学专任教师'), raw('教职工')),
    stated: null,
    decimals: 1,
  }),
  row('G018', {
    kind: 'comparison',
    raws: { 具有教师资格: '100%', 学历合格率: '学历合格率达到80%' },
    // Nobody is qualified without the degree that the qualification requires.
    left: raw('具有教师资格'),
    relation: 'at-most',
    right: raw('学历合格率'),
    claimed: true,
    basis: 'definition',
  }),
  row('G019', {
    kind: 'derived',
    raws: { 城区小学: '2所', 城区初中: '2所', 普通高中: '1所', 职业高中: '1所' },
    formula: sum('城区小学', '城区初中'),
    stated: '6所',
    alternatives: [{ name: '含普通高中、职业高中', formula: sum('城区小学', '城区初中', '普通高中', '职业高中') }],
  }),
  row('G020', {
    kind: 'restated',
    raws: { 差距: '零', 用地不达标: '3所', 学校: '32所' },
    statements: [
      { at: '125', about: '校舍', asOf: null, values: [raw('差距')] },
      { at: '307', about: '生均用地', asOf: null, values: [percent(raw('用地不达标'), raw('学校'))] },
    ],
  }),
  row('G021', { kind: 'given', raws: { 生机比: '8.4:\n\n1', 小学生师比: '11.5:\n\n1', 中学生师比: '11.4:\n\n1' } }),
];
