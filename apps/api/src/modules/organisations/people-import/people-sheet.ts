import { roles, type Role } from '@junheng/api-contract';
import type { Language } from '@junheng/evaluation-messages';
import { z } from 'zod';
import { plainText } from '../school-import/school-sheet.ts';

/** The columns of the people sheet, in the order of the template. */
export const COLUMNS = {
  name: { header: ['姓名', 'Name'], also: ['人员姓名', '人员'], required: true },
  login: { header: ['账号', 'Account'], also: ['登录名', '用户名', '登录账号'], required: true },
  role: { header: ['角色', 'Role'], also: ['职责', '身份'], required: true },
  place: { header: ['单位', 'Place'], also: ['学校', '学校名称', '单位名称', '科室', '所在单位'], required: true },
  code: { header: ['单位代码', 'Code of the place'], also: ['学校标识码', '标识码', '代码'], required: false },
  email: { header: ['邮箱', 'E-mail'], also: ['电子邮箱', '电子邮件', '邮件地址'], required: false },
  from: { header: ['开始日期', 'First day'], also: ['起始日期', '自'], required: false },
  to: { header: ['最后一天', 'Last day'], also: ['结束日期', '截止日期', '至'], required: false },
} as const;
export type PeopleColumn = keyof typeof COLUMNS;
export const columnNames = Object.keys(COLUMNS) as readonly PeopleColumn[];

export function headerOf(column: PeopleColumn, language: Language): string {
  return COLUMNS[column].header[language === 'zh-CN' ? 0 : 1];
}

const headers = new Map<string, PeopleColumn>(
  columnNames.flatMap((column) =>
    [...COLUMNS[column].header, ...COLUMNS[column].also].map((each) => [plainText(each), column] as const),
  ),
);

export function columnOfHeader(header: string): PeopleColumn | null {
  return headers.get(plainText(header)) ?? null;
}

/** What each role is called in a sheet, the name the sheet itself writes first. */
const ROLE_NAMES: Readonly<Record<Role, readonly [zh: string, en: string, ...also: string[]]>> = {
  'school-reporter': ['填报员', 'Reporter', '学校填报员', '数据员', '统计员'],
  'school-principal': ['校长', 'Principal', '学校负责人', '校长（负责人）'],
  'section-officer': ['科室人员', 'Section officer', '科员', '科室填报员'],
  'county-administrator': [
    '县级管理员',
    'County administrator',
    '管理员',
    '县管理员',
    '区级管理员',
    '市级管理员（县级市）',
  ],
  'city-reviewer': ['市级审核', 'City reviewer', '市级审核员'],
  'province-reviewer': ['省级审核', 'Province reviewer', '省级审核员'],
  inspector: ['督学', 'Inspector', '责任督学'],
};
const roleOf = new Map<string, Role>(
  roles.flatMap((role) => [role, ...ROLE_NAMES[role]].map((name) => [plainText(name), role] as const)),
);

export function roleOfText(value: string): Role | null {
  return roleOf.get(plainText(value)) ?? null;
}

export function roleText(role: Role, language: Language): string {
  return ROLE_NAMES[role][language === 'zh-CN' ? 0 : 1];
}

/** A day as tables write it, as YYYY-MM-DD; null for what is none. */
export function dayOfText(value: string): string | null {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T00:00:00)?$/.exec(value.normalize('NFKC').trim());
  if (found === null) return null;
  const [, year = '', month = '', day = ''] = found;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(iso).success ? iso : null;
}
