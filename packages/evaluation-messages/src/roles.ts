import type { Texts } from './language.ts';

/** What a role is called in a sentence. */
export const roles: Texts = {
  'school-reporter': ['填报员', 'reporter'],
  'school-principal': ['校长', 'principal'],
  'section-officer': ['科室人员', 'section officer'],
  'county-administrator': ['县级管理员', 'county administrator'],
  'city-reviewer': ['市级审核员', 'city reviewer'],
  'province-reviewer': ['省级审核员', 'province reviewer'],
  inspector: ['督学', 'inspector'],
};

export const roleTexts: Texts = Object.fromEntries(Object.entries(roles).map(([role, both]) => [`role.${role}`, both]));
