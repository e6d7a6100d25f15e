/**
 * What the report of seed 004 tells of the letter that it answers: eight problems, due on 25 April 2024, and eight measures, one for
 * each (golden G074, G075). The day of the letter, who sent it and its number are invented: the report has them blotted out.
 */
export const LETTER_OF_SEED_004 = {
  document: '示办通〔2024〕10号',
  issuer: '示例州委办公室、示例州人民政府办公室',
  addressee: '甲县县委、甲县人民政府',
  datedOn: '2024-03-20',
  dueOn: '2024-04-25',
} as const;

/** The coefficient, its limit and by how much the funds fell are missing in the report (G078, G079): nobody makes them up. */
export const PROBLEMS_OF_SEED_004: readonly {
  readonly text: string;
  readonly measure: string;
  readonly money?: string;
}[] = [
  {
    text: '党组织领导的校长负责制推进滞后，党建引领成效不明显',
    measure: '健全中小学校党组织领导的校长负责制配套制度，整治师德师风',
  },
  {
    text: '优质学前教育供给不足，乡村幼儿园分散、规模小',
    measure: '建设第二中心幼儿园等项目，组建 1 个学前教育集团',
  },
  {
    text: '义务教育优质均衡发展差距较大：差异系数小学 7 项有 3 项、初中 7 项有 1 项未达标',
    measure: '改善办学条件，优化城乡资源配置，使 7 项指标的差异系数达标',
  },
  {
    text: '九年义务教育巩固率偏低且呈下降趋势，学区制和集团化办学成效不明显',
    measure: '组建 1 个中学教育集团、1 个小学教育集团和 2 个学区制管理示范区',
  },
  {
    text: '基础教育教学质量不高，国家监测 6 个学科均低于全州平均水平',
    measure: '实施义务教育质量提升工程，落实普通高中提质增效行动',
  },
  {
    text: '职业教育投入不足，中等职业学校办学条件各项指标均不达标',
    measure: '推动职业学校办学条件达标，建设产业实训中心',
    money: '180',
  },
  {
    text: '教师队伍建设仍需加强，学科结构不合理、老龄化突出',
    measure: '推进县管校聘和校长职级制改革，补充招聘教师',
  },
  {
    text: '教育经费投入不足：第一个只增不减不达标，4 个学段第二个只增不减不达标',
    measure: '确保投入总额只增不减，初中、高中两个学段在 2023 年基础上有所增加',
  },
];
