/** Who is asked about 社会认可度: 学生, 家长, 教师, 校长, 人大代表, 政协委员, 其他群众. */
export const respondentGroups: readonly string[] = [
  'pupils',
  'parents',
  'teachers',
  'principals',
  'deputies',
  'cppcc-members',
  'public',
];
