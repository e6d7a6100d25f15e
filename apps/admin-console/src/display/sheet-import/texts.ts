/** Said alike wherever many things come from one sheet. */
export const sheetTexts = {
  'zh-CN': {
    sheet: {
      template: '下载空白模板',
      choose: '选择填好的表格（.xlsx 或 .csv）',
      drop: '或把表格拖到这里',
      hint: '一次一个文件',
      reading: '正在读取…',
      oneAtATime: '一次只读一个文件：这次是“{{name}}”，另外 {{count}} 个没有读，请之后逐个选择。',
      problems: '发现的问题',
      at: '位置',
      kind: '程度',
      what: '问题',
      whole: '整张表',
      severity: { error: '错误', warning: '提示' },
      discard: '放弃这次读取',
    },
  },
  en: {
    sheet: {
      template: 'Download an empty sheet',
      choose: 'Choose the filled sheet (.xlsx or .csv)',
      drop: 'or drop the sheet here',
      hint: 'One file at a time',
      reading: 'Reading…',
      oneAtATime: 'One file is read at a time: this time “{{name}}”. Not read, choose them one by one later: {{count}}',
      problems: 'What was found',
      at: 'Where',
      kind: 'Kind',
      what: 'What',
      whole: 'the sheet',
      severity: { error: 'error', warning: 'doubt' },
      discard: 'Drop it',
    },
  },
} as const;
