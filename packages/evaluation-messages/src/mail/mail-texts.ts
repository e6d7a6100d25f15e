import type { Texts } from '../language.ts';

/** Mails of the bureau's messages to people of schools. */
export const mailTexts: Texts = {
  'mail.subject': ['【均衡】{kind}', '[Junheng] {kind}'],
  'mail.subject-of-round': ['【均衡】{kind} {year} 年{round}', '[Junheng] {kind}: {round} {year}'],
  'mail.kind.announcement': ['通知', 'Notice'],
  'mail.kind.reminder': ['催报', 'Reminder'],
  'mail.kind.correction': ['更正', 'Correction'],
  'mail.round-kind.self-evaluation': ['自评', 'self-evaluation'],
  'mail.round-kind.city-review': ['市级复核', 'city review'],
  'mail.round-kind.province-evaluation': ['省级评估', 'province evaluation'],
  'mail.round-kind.annual-monitoring': ['年度监测', 'annual monitoring'],
  'mail.round-kind.re-check': ['复检', 're-check'],
  'mail.round-kind.special': ['专项', 'special round'],
  'mail.by': ['{county} {by}，{at} 发出', '{by}, {county}, {at}'],
  'mail.portal': ['登录填报：{url}', 'Sign in: {url}'],
  'mail.foot': [
    '这是系统自动发出的邮件，请勿回复。不想再收到，可在“我的账号”里删去邮箱。',
    'This mail was sent automatically; please do not answer. To receive no more, remove your address under “My account”.',
  ],
};
