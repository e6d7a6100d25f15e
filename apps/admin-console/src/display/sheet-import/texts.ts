/** Said alike wherever many things come from one sheet. */
export const sheetTexts = {
  'zh-CN': {
    sheet: {
      template: '下载空白模板',
      choose: '选择填好的表格（.xlsx 或 .csv）',
      drop: '或把表格拖到这里',
      hint: '一次一个文件',
      reading: '正在读取…',
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
