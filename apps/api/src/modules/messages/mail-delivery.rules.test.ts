import { describe, expect, it } from '@jest/globals';
import { settlementOf, wordsOf } from './mail-delivery.rules.ts';
import type { DueMail } from './messages.types.ts';

const now = new Date('2026-09-10T01:00:00.000Z');
const mail: DueMail = {
  id: 'm',
  attempts: 1,
  email: 'a@example.cn',
  language: null,
  kind: 'reminder',
  text: '请于周五前提交。',
  by: '管理员甲',
  at: now,
  countyName: '示例县',
  timeZone: 'Asia/Shanghai',
  roundYear: 2026,
  roundKind: 'self-evaluation',
  schools: ['第一小学', '第二小学'],
};

describe('what becomes of a mail', () => {
  it('is tried again later and later where the server was not reached, and given up in the end', () => {
    const outcome = { kind: 'unreachable', detail: 'ECONNREFUSED' } as const;
    const pauses = [1, 2, 3, 4, 5].map((attempts) => {
      const { nextAt } = settlementOf(outcome, attempts, now);
      return ((nextAt?.getTime() ?? 0) - now.getTime()) / 60_000;
    });
    expect(pauses).toEqual([1, 5, 30, 120, 480]);
    expect(settlementOf(outcome, 6, now)).toEqual({
      state: 'failed',
      problem: 'unreachable',
      detail: 'ECONNREFUSED',
      nextAt: null,
    });
  });

  it('is final where the server refuses it', () => {
    expect(settlementOf({ kind: 'refused', detail: '550 no such user' }, 1, now)).toMatchObject({ state: 'failed' });
    expect(settlementOf({ kind: 'sent' }, 3, now)).toMatchObject({ state: 'sent', problem: null });
  });
});

describe('what a mail says', () => {
  it('names round, schools, sender and where to sign in, in the language of its reader', () => {
    expect(wordsOf(mail, 'https://junheng.example.cn')).toEqual({
      subject: '【均衡】催报 2026 年自评',
      text: [
        '第一小学、第二小学',
        '',
        '请于周五前提交。',
        '',
        '示例县 管理员甲，2026年9月10日 09:00 发出',
        '登录填报：https://junheng.example.cn',
        '',
        '这是系统自动发出的邮件，请勿回复。不想再收到，可在“我的账号”里删去邮箱。',
      ].join('\n'),
    });
    const english = wordsOf({ ...mail, language: 'en', roundYear: null, roundKind: null }, null);
    expect(english.subject).toBe('[Junheng] Reminder');
    expect(english.text).not.toContain('Sign in');
  });
});
