import type { Texts } from '../language.ts';

/** Why a row of a register is refused (登记册). */
export const registerProblems: Texts = {
  'register-row.not-found': [
    '没有找到这条登记，或不在您的数据范围内。',
    'This row was not found, or is outside your scope.',
  ],
  'register-row.stale': [
    '这条登记刚刚被{by}改过。请看过新的内容再改，您填的内容还在。',
    '{by} has changed this row in the meantime. See the new content first; what you entered is still here.',
  ],
  'register-row.withdrawn': [
    '这条登记已经撤销，不能再改。',
    'This row has been withdrawn and can no longer be changed.',
  ],
  'register-row.kind-stays': [
    '登记的类别不能改。请撤销这条，再到另一本登记册里新登。',
    'A row stays in its register. Withdraw it and enter it anew in the other one.',
  ],
  'register-row.school-elsewhere': [
    '所选的学校不是本县的学校。请从列表里选。',
    'A chosen school does not belong to this county. Choose it from the list.',
  ],
  'register-row.same-school': [
    '派出学校和接收学校不能是同一所。',
    'The school they come from and the one they go to cannot be the same.',
  ],
  'register-row.dates-wrong': [
    '结束（或整改）的日期不能早于开始的日期。',
    'The last day, or the day it was put right, may not lie before the first.',
  ],
  'register-row.in-future': [
    '还没有发生的事不能登记：日期不能晚于今天（{today}）。',
    'What has not happened cannot be registered: the day may not lie after today ({today}).',
  ],
  'register-row.backbone-above-people': [
    '骨干教师 {backbone} 人，比总人数 {people} 人还多。',
    '{backbone} backbone teachers are more than all {people} people.',
  ],
  'register-row.source-twice': [
    '同一个资金来源填了两次，请合并成一行。',
    'A source of funds is entered twice; put the two amounts together.',
  ],
};
