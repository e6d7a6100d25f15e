/** Of words at a cell (批注). */
export const commentTexts = {
  'zh-CN': {
    comment: {
      title: '批注',
      none: '还没有批注。',
      count: '批注 {{count}}',
      countOf: '{{name}}的批注：{{count}} 条',
      by: '{{by}} · {{at}}',
      ofSchool: '学校',
      audience: { school: '学校能看到', reviewers: '只有审核人能看到' },
      write: '写批注',
      send: '发出',
      help: '批注不退回报表，学校也能答复；要学校改数，请用“标记”退回。',
    },
    cellEvidence: { title: '佐证材料', none: '没有针对这个数的佐证材料。' },
  },
  en: {
    comment: {
      title: 'Comments',
      none: 'No comments yet.',
      count: 'comments: {{count}}',
      countOf: 'Comments on {{name}}: {{count}}',
      by: '{{by}} · {{at}}',
      ofSchool: 'school',
      audience: { school: 'the school sees it', reviewers: 'reviewers only' },
      write: 'Write a comment',
      send: 'Send',
      help: 'A comment returns nothing and the school can answer; to have a value changed, mark it and return the report.',
    },
    cellEvidence: { title: 'Evidence', none: 'No evidence for this value.' },
  },
} as const;
