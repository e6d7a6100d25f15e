import type { Texts } from '../language.ts';

/** Refusals about the recognition (认定) of counties. */
export const recognitionProblems: Texts = {
  'recognition.not-next': [
    '按认定程序，现在还不能登记这一步。请刷新后按顺序登记。',
    'By the procedure this step does not come next. Reload and record the steps in their order.',
  ],
  'recognition.not-your-level': [
    '这一步由上级登记，您的角色不能登记。',
    'This step is recorded by those above; your role may not.',
  ],
  'recognition.stale': [
    '别人刚刚登记了新的一步，您的没有保存。请刷新后再看。',
    'Somebody else has just recorded a step; yours was not saved. Reload and look again.',
  ],
  'recognition.in-future': ['日期不能晚于今天（{today}）。', 'The date cannot be after today ({today}).'],
  'recognition.before-last': [
    '日期不能早于上一步的日期（{day}）。',
    'The date cannot be before that of the last step ({day}).',
  ],
  'recognition.document-missing': [
    '认定、不予认定和撤销认定要填文号。',
    'Recognition, its refusal and its revocation need the number of their document.',
  ],
  'recognition.run-elsewhere': [
    '所依据的评估不是这个县按这一标准对已审核数据的评估。',
    'The evaluation is not one of this county by this standard on approved data.',
  ],
  'recognition.step-not-found': ['没有找到这条认定记录。', 'This step was not found.'],
  'recognition.step-not-last': ['只能撤回最后一步；请先刷新。', 'Only the last step can be taken back; reload first.'],
};
