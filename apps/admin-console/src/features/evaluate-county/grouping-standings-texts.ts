export const groupingStandingsTexts = {
  'zh-CN': {
    groupingStandings: {
      title: '按片区与集团比较',
      help: '每校每学段按标准判定后，按今天的片区与集团成员汇总；达标比例只算已有结论的，差的在前。国家标准不对片区下结论，这里只供比较。',
      kind: '按哪一种比较',
      name: '片区或集团',
      schools: '学校',
      met: '达标的学校学段',
      open: '{{count}} 个还不能判定',
      share: '达标比例',
      weakest: '不达标最多的指标',
      weakestOf: '{{name}}（{{count}} 个）',
      none: '不在其中的学校',
    },
  },
  en: {
    groupingStandings: {
      title: 'Areas and groups compared',
      help: 'Each school-stage is judged by the standard, then counted with the members of today; the share is of those decided, the weakest first. The standard gives areas no verdict; this only compares.',
      kind: 'Compare by',
      name: 'Area or group',
      schools: 'Schools',
      met: 'School-stages that meet it',
      open: '{{count}} not decided',
      share: 'Share',
      weakest: 'Most often not met',
      weakestOf: '{{name}} ({{count}})',
      none: 'Schools in none of them',
    },
  },
} as const;
