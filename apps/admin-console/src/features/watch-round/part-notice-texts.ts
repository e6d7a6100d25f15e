export const partNoticeTexts = {
  'zh-CN': {
    roundPart: {
      title: '这一轮没有列入 {{count}} 所学校',
      special: '这是一轮专项填报',
      why: '只覆盖一部分学校：评估时未列入的学校按“缺数据”对待；这一轮的结论不作为全县结论，不更新整改台账，也不用来考核年度目标。',
      whySpecial: '这一轮的结论不作为全县结论，不更新整改台账，也不用来考核年度目标。',
      which: '未列入的学校（{{count}} 所）',
      noTown: '县直',
      join: '要让某所学校参加，到“学校”里打开它，把它加入这一轮。',
    },
  },
  en: {
    roundPart: {
      title: 'Schools this round leaves out: {{count}}',
      special: 'This is a special round',
      why: 'It covers only a part of the schools: an evaluation treats the others as missing; its verdict is not the county’s, does not move the rectification ledger, and no annual target is judged by it.',
      whySpecial:
        'Its verdict is not the county’s, does not move the rectification ledger, and no annual target is judged by it.',
      which: 'Schools left out ({{count}})',
      noTown: 'of the county',
      join: 'To have a school take part, open it under “Schools” and let it join the round.',
    },
  },
} as const;
