import type { ItemTexts } from './item-texts.ts';

/** 基本信息: filled in beforehand from the bureau's register of schools; they decide which items and special rules apply. */
export const profileItems: ItemTexts = {
  'school-type': {
    name: ['办学类型', 'School type'],
    help: [
      '按批准的办学类型选择。它决定要填哪些学段：九年一贯制、十二年一贯制、完全中学须按学段分别填写。与登记不一致时请先联系教育局。',
      'The type the school is approved as. It decides the stages to fill in: nine-year, twelve-year and full middle schools report each stage on its own. If it differs from the register, ask the bureau first.',
    ],
  },
  ownership: {
    name: ['办学性质', 'Public or private'],
    help: [
      '公办：地方政府或其部门举办；民办：社会力量举办并持有民办学校办学许可证。',
      'Public: run by a local government or one of its departments. Private: run by others with a private-school licence.',
    ],
  },
  locale: {
    name: ['所在地城乡类型', 'Urban, town or rural'],
    help: [
      '按国家统计局城乡划分代码填写：城区、镇区或乡村，与教育事业统计年报一致。',
      'By the national urban-rural classification: urban, town or rural, the same as in the annual education statistics.',
    ],
  },
  boarding: {
    name: ['是否寄宿制学校', 'Boarding school'],
    help: [
      '学校有学生住宿并统一管理的填“是”。就近划片入学比例不含寄宿制学校。',
      'Yes if pupils live at the school under its care. Boarding schools are left out of the share of pupils enrolled in their zone.',
    ],
  },
  'founded-year': {
    name: ['建校时间', 'Year founded'],
    help: ['建校年份，四位数字，例如 1998。', 'The year the school was founded, four digits, for example 1998.'],
  },
  'built-2010-or-before': {
    name: ['是否2010年及之前规划并建成', 'Planned and built in 2010 or before'],
    help: [
      '现校址校舍在2010年12月31日前已规划并建成的填“是”。学校规模的特殊规定要用到它；请备好规划、竣工材料。',
      'Yes if the present buildings were planned and finished by 31 December 2010. A special rule on school size depends on it; keep planning and completion papers ready.',
    ],
  },
  'built-2016-or-before': {
    name: ['是否2016年及之前规划并建成', 'Planned and built in 2016 or before'],
    help: [
      '现校址校舍在2016年12月31日前已规划并建成的填“是”。音乐、美术专用教室面积的特殊规定要用到它；请备好规划、竣工材料。',
      'Yes if the present buildings were planned and finished by 31 December 2016. A special rule on the size of music and art rooms depends on it; keep planning and completion papers ready.',
    ],
  },
  'dense-city-centre': {
    name: ['是否人口密度过高的大城市中心城区学校', 'In the over-crowded centre of a large city'],
    help: [
      '只有经教育局认定的大城市中心城区学校填“是”。填“是”后可另报租用的校外场馆和校内其他运动场地。',
      'Yes only where the bureau has recognised the school as such. If yes, rented venues and other sports space in the school may be reported as well.',
    ],
  },
  'rural-50-to-99-pupils': {
    name: [
      '是否50人及以上、不足100人的乡村小规模学校或教学点',
      'Rural small school or teaching point of 50 to 99 pupils',
    ],
    help: [
      '在乡村，且义务教育阶段在校生50至99人的填“是”。填“是”后，交流轮岗、兼职、走教的体育、艺术教师可计入。',
      'Yes for a rural school with 50 to 99 pupils in compulsory education. If yes, PE and art teachers who come on rotation, part-time or as visiting teachers may be counted.',
    ],
  },
  'rural-largest-class-under-30': {
    name: ['是否最大班额低于30人的农村小规模学校', 'Rural small school whose largest class is under 30'],
    help: [
      '农村小规模学校中，所有班级都不足30人的填“是”。音乐、美术专用教室面积的特殊规定要用到它。',
      'Yes for a rural small school in which every class has fewer than 30 pupils. A special rule on the size of music and art rooms depends on it.',
    ],
  },
};
