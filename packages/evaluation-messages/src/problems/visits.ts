import type { Texts } from '../language.ts';

/** Why something of a site visit is refused (现场核查), and what stands in the way of signing it. */
export const visitProblems: Texts = {
  'visit.not-found': ['这所学校不在本项目要去的学校之列。', 'This school is not among those that the project visits.'],
  'visit.not-on-team': ['只有本项目督导组成员可以记录。', 'Only members of the project’s team may record.'],
  'visit.signed': [
    '{by} 已签字完成这次核查；要修改请先说明理由重新打开。您填写的内容仍保留在本机。',
    '{by} has signed this visit; reopen it with a reason to change it. What you entered is kept on this device.',
  ],
  'visit.not-signed': ['这次核查还没有签字。', 'This visit is not signed.'],
  'visit.entry-unknown': [
    '有的内容不在核查清单里：数据项不存在，或不属于本项目。',
    'Something is not on the checklist: the item does not exist, or is not part of this project.',
  ],
  'visit.entry-invalid': [
    '有的内容不能保存，请在标出的地方更正。',
    'Something cannot be saved; correct it where it is marked.',
  ],
  'visit.entry-not-yours': [
    '评分由每位督学各自填写，不能代填。',
    'Each inspector enters their own scores, nobody else’s.',
  ],
  'visit.conflict': [
    '另一位督学同时改了同一处，请选择保留哪一个。',
    'Another inspector changed the same place; choose which to keep.',
  ],
  'visit.idempotency-key-reused': [
    '同一编号的保存内容不同，请刷新页面。',
    'A save with the same key had other content. Reload the page.',
  ],
  'visit.stale': [
    '您查看之后又有新的记录，请看过后再签字。',
    'Something was recorded since you looked; look at it before signing.',
  ],
  'visit.incomplete': [
    '还有 {problems} 处没有完成，不能签字。',
    '{problems} places are not done; the visit cannot be signed yet.',
  ],
  'visit.photo-not-found': ['没有找到这张照片。', 'This photo was not found.'],
  'visit.photo-refused': [
    '这个文件不是照片（识别为 {found}）：只能上传 JPEG、PNG 或 WebP 图片。',
    'This file is no photo (it is {found}): only JPEG, PNG or WebP pictures can be added.',
  ],
  'visit.photo-id-used': [
    '这个编号已用于另一张照片，请重新选择。',
    'This number belongs to another photo; choose the photo again.',
  ],
  'visit.photos-too-many': ['一所学校最多 {limit} 张照片。', 'A school may have at most {limit} photos.'],
};
