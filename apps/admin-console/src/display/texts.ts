export const displayTexts = {
  'zh-CN': {
    display: {
      status: {
        'not-started': '未开始',
        filling: '填报中',
        'handed-over': '待校长提交',
        submitted: '待审核',
        returned: '已退回',
        approved: '已通过',
      },
      copy: '复制',
      copied: '已复制',
      copyFailed: '没有复制成功，请手动选取',
      closePanel: '关闭侧栏（Esc）',
    },
  },
  en: {
    display: {
      status: {
        'not-started': 'Not started',
        filling: 'Being filled in',
        'handed-over': 'With the principal',
        submitted: 'To be reviewed',
        returned: 'Returned',
        approved: 'Approved',
      },
      copy: 'Copy',
      copied: 'Copied',
      copyFailed: 'Not copied; select it by hand',
      closePanel: 'Close the panel (Esc)',
    },
  },
} as const;
