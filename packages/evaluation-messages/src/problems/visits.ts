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
  'consolidation.project-not-settled': [
    '本项目的学校名单还没有确定，还不能汇总核定。',
    'The schools of this project are not settled; nothing can be consolidated yet.',
  ],
  'consolidation.lead-only': [
    '只有本项目督导组组长可以裁定差异、完成汇总核定。',
    'Only the leader of the project’s team decides differences and completes the consolidation.',
  ],
  'consolidation.school-unknown': [
    '这所学校不在本项目要去的学校之列。',
    'This school is not among those that the project visits.',
  ],
  'consolidation.entry-unknown': ['这所学校的核查清单里没有这一项。', 'The checklist of this school has no such item.'],
  'consolidation.value-invalid': [
    '裁定的值不能采用：数据格式不对，或分数超过满分。',
    'The value cannot be taken: it cannot be read, or the score is above its maximum.',
  ],
  'consolidation.nothing-to-resolve': [
    '这一项现在没有需要裁定的差异：评分在限值之内，或核查已重新打开。',
    'Nothing is to be decided here now: the scores are within the limit, or the visit was reopened.',
  ],
  'consolidation.stale': [
    '在您查看之后，有人签字、重新打开了核查或作了裁定。页面已更新，请再核对一遍。',
    'Since you looked, somebody signed or reopened a visit or decided something. The page is up to date now; please look again.',
  ],
  'consolidation.open': [
    '还有 {count} 处未签字或未裁定，不能完成汇总核定。',
    '{count} places are unsigned or undecided; the consolidation cannot be completed.',
  ],
  'consolidation.done': [
    '{by} 已完成汇总核定，之后没有任何变化，无需再做一次。',
    '{by} has completed the consolidation, and nothing has changed since.',
  ],
  'consolidation.not-completed': ['请先完成汇总核定。', 'Complete the consolidation first.'],
  'consolidation.outdated': [
    '汇总核定之后有核查重新打开、作了新的裁定，或审核数据有了新版本，请先重新完成汇总核定。',
    'Visits were reopened, differences decided anew, or approved data frozen in a newer version since; complete the consolidation again first.',
  ],
  'consolidation.evaluated': ['这个县的对照评估已经运行过。', 'The evaluations of this county were run already.'],
  'visit.photos-too-many': ['一所学校最多 {limit} 张照片。', 'A school may have at most {limit} photos.'],
};
