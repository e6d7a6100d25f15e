import { change, constant, count, difference, percent, quotient, raw, row, sum } from './build.ts';
import type { GoldenClaim } from './build.ts';

/** Money for each of so many people. */
function each(golden: string, money: string, people: string, unit: string, decimals: number) {
  return row(golden, {
    kind: 'derived',
    raws: { 金额: money, 数量: people },
    formula: quotient(raw('金额'), raw('数量')),
    stated: null,
    unit,
    decimals,
  });
}

/** What there was before a growth. */
function before(golden: string, amount: string, growth: string) {
  return row(golden, {
    kind: 'derived',
    raws: { 当年: amount, 增长: growth },
    formula: quotient(raw('当年'), { kind: 'sum', terms: [constant('1'), raw('增长')] }),
    stated: null,
    unit: '亿元',
    decimals: 3,
  });
}

const sections = [
  '一、以加强教学管理为根本',
  '二、以优化教育资源配置为重点',
  '三、以抓好队伍建设为着力点',
  '四、以强化应用为核心',
  '五、以举全市之力支持高青教育加快发展为契机',
  '六、以加强和改进未成年人思想道德建设为主线',
  '七、以实现内涵发展为总抓手',
  '八、以加强组织建设',
].join('\n');

const integration = [
  '1、强化政府职责',
  '2、科学合理布局',
  '3、激励约束并重',
  '4、加大扶持力度',
  '5、完善管理机制',
  '6、加大教育投入',
].join('\n');

const problems = [
  '(一)中心学校党组织领导的校长负责工作推进滞后',
  '(二)优质学前教育供给不足',
  '(三)义务教育优质均衡发展差距较大',
  '(四)九年义务教育巩固率偏低且呈下降趋势',
  '(五)基础教育教学质量不高',
  '(六)职业教育投入不足',
  '(七)教师队伍建设仍需加强',
  '(八)教育经费投入不足',
].join('\n');

const measures = [
  '一是构建党建工作年初统筹部署',
  '二是加快推进',
  '三是改善义务教育学校办学条件',
  '四是实施',
  '五是实施义务教育质量提升工程',
  '六是抢抓发展机遇',
  '七是切实加强教师队伍建设',
  '八是加大教育经费投入保障力度',
].join('\n');

export const seeds002To004: readonly GoldenClaim[] = [
  row('G052', {
    kind: 'given',
    raws: {
      a线以上人数: 'a线以上人数达到人',
      投资: '全县投资余万元',
      撤并: '撤并中小学处',
      合格率: '合格率达.',
      生机比: '生机比∶',
      班班通: '占现有班数的.',
      支持资金: '每年提供万元左右',
    },
  }),
  row('G053', { kind: 'derived', raws: { 标题: sections }, formula: count('标题'), stated: '八' }),

  each('G054', '631.1万元', '6311名', '元/人', 0),
  row(
    'G055',
    {
      kind: 'derived',
      raws: { 资助: '6311名', 完成率: '121.67%' },
      formula: quotient(raw('资助'), raw('完成率')),
      stated: null,
      unit: '人',
      decimals: 2,
    },
    [
      {
        body: {
          kind: 'share-of-whole',
          raws: { 资助: '6311名' },
          known: 'part',
          amount: raw('资助'),
          stated: '121.67%',
        },
        finding: 'whole-number-found',
      },
    ],
  ),
  row('G056', {
    kind: 'derived',
    raws: { 资助: '6311名' },
    formula: percent(raw('资助'), constant('5187人')),
    stated: '121.67%',
  }),
  each('G057', '156.88万元', '1961人', '元/人', 0),
  row('G058', {
    kind: 'derived',
    raws: { 资助: '1961人' },
    formula: percent(raw('资助'), constant('1702人')),
    stated: '115.22%',
  }),
  each('G059', '239万元', '478位', '元/人', 0),
  row('G060', {
    kind: 'comparison',
    raws: { 单位: '94个', 学校: '94所' },
    left: raw('单位'),
    relation: 'equal',
    right: raw('学校'),
    claimed: true,
    basis: 'wording',
  }),
  row('G061', {
    kind: 'comparison',
    raws: { 学生: '509名', 干部: '498位' },
    left: raw('学生'),
    relation: 'equal',
    right: raw('干部'),
    claimed: true,
    basis: 'wording',
  }),
  row('G062', {
    kind: 'restated',
    raws: { 前文: '近1200万元', 后文: '1200多万元' },
    statements: [
      { at: '453', about: '农村中小学远程教育建设工程', asOf: null, values: [raw('前文')] },
      { at: '523', about: '农村中小学远程教育建设工程', asOf: null, values: [raw('后文')] },
    ],
  }),
  row('G063', {
    kind: 'derived',
    raws: { 学校: '暨阳学校、明志小学、弘德小学、四小' },
    formula: count('学校'),
    stated: '4所',
  }),
  row('G064', { kind: 'derived', raws: { 一体化: integration }, formula: count('一体化'), stated: '6' }),
  row('G065', {
    kind: 'derived',
    raws: { 统一: '统一制作公示牌,统一时间、统一收费、统一收据' },
    formula: count('统一'),
    stated: '四',
  }),
  row('G066', {
    kind: 'derived',
    raws: { 扩招: '1000名', 扩大比例: '约30%' },
    formula: quotient(raw('扩招'), raw('扩大比例')),
    stated: null,
    unit: '人',
    decimals: 0,
  }),
  row('G067', {
    kind: 'comparison',
    raws: { 指标分配: '30%' },
    left: raw('指标分配'),
    relation: 'at-least',
    right: constant('50%'),
    claimed: true,
    basis: 'standard',
  }),
  before('G068', '7.1亿元', '36.17%'),
  before('G069', '4.6亿元', '81.22%'),
  row('G070', {
    kind: 'derived',
    raws: { 预算内: '4.6亿元', 总经费: '7.1亿元' },
    formula: percent(raw('预算内'), raw('总经费')),
    stated: null,
    decimals: 1,
  }),
  each('G071', '1200万元', '8475平方米', '元/㎡', 0),
  row('G072', {
    kind: 'derived',
    raws: { 老师: '14位老师', 班: '9个班' },
    formula: quotient(raw('老师'), raw('班')),
    stated: null,
    unit: '人/班',
    decimals: 2,
  }),
  each('G073', '971.4万多元', '7.5万多套', '元/套', 1),

  row('G074', { kind: 'derived', raws: { 问题: problems }, formula: count('问题'), stated: '8个方面' }),
  row('G075', {
    kind: 'coverage',
    raws: { 问题: problems, 措施: measures },
    required: '问题',
    covered: '措施',
    byCount: true,
  }),
  row(
    'G076',
    {
      kind: 'derived',
      raws: { 监测指标: '7项', 未达标: '3项' },
      formula: difference('监测指标', '未达标'),
      stated: null,
      decimals: 0,
    },
    [
      {
        body: {
          kind: 'comparison',
          raws: { 监测指标: '7项', 未达标: '3项' },
          left: difference('监测指标', '未达标'),
          relation: 'at-least',
          right: raw('监测指标'),
          claimed: true,
          basis: 'standard',
        },
        finding: 'standard-not-met',
      },
    ],
  ),
  row('G077', {
    kind: 'derived',
    raws: { 监测指标: '7项', 未达标: '1项' },
    formula: difference('监测指标', '未达标'),
    stated: null,
    decimals: 0,
  }),
  row('G078', { kind: 'given', raws: { 小学差异系数: '小学差异系数', 国家标准: '小于或等于' } }),
  row('G079', { kind: 'given', raws: { 下降: '同比下降%' } }),
  row('G080', { kind: 'given', raws: { 得分: '得分分', 扣分: '各扣分', 计扣分: '计扣分' } }),
  row(
    'G081',
    {
      kind: 'restated',
      raws: { 达标: '3项指标达标' },
      statements: [
        // 各项指标均不达标
        { at: '12', about: '中等职业学校办学条件达标项数', asOf: null, values: [constant('0项')] },
        { at: '19', about: '中等职业学校办学条件达标项数', asOf: '截止11月底', values: [raw('达标')] },
      ],
    },
    [
      {
        body: {
          kind: 'derived',
          raws: { 达标: '3项', 未达标: '2项' },
          formula: sum('达标', '未达标'),
          stated: null,
          decimals: 0,
        },
        finding: 'not-stated',
      },
    ],
  ),
  row('G082', {
    kind: 'coverage',
    raws: { 不达标: '4个学段', 有措施: '初中教育及高中教育(含职高)两个学段' },
    required: '不达标',
    covered: '有措施',
  }),
  row('G083', {
    kind: 'comparison',
    raws: { 投入: '同比下降%' },
    left: change('投入'),
    relation: 'at-least',
    right: constant('0'),
    claimed: false,
    basis: 'standard',
  }),
];
