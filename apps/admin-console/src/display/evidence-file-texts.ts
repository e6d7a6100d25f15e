export const evidenceFileTexts = {
  'zh-CN': {
    evidenceFile: {
      by: '{{by}} {{at}} 添加',
      preview: '预览 {{name}}',
      download: '下载 {{name}}',
      open: '打开',
      save: '下载',
    },
  },
  en: {
    evidenceFile: {
      by: 'added by {{by}}, {{at}}',
      preview: 'Preview {{name}}',
      download: 'Download {{name}}',
      open: 'Open',
      save: 'Download',
    },
  },
} as const;
