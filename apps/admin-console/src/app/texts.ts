export const frameTexts = {
  'zh-CN': {
    frame: {
      product: '均衡 Junheng',
      round: '填报进度',
      import: '导入数据',
      evaluation: '评估',
      schools: '学校',
      people: '人员',
      account: '我的账号',
      signOut: '退出登录',
      home: '首页',
      notFound: { title: '没有这个页面', text: '地址可能写错了，或者内容已经移走。', go: '回到首页' },
      broken: { title: '这个页面出了错', text: '您的数据没有受影响。请刷新；仍然出现请告诉管理员。', reload: '刷新' },
      denied: { title: '您没有这个页面的权限', text: '需要时请联系上一级管理员。' },
    },
  },
  en: {
    frame: {
      product: '均衡 Junheng',
      round: 'Progress',
      import: 'Import data',
      evaluation: 'Evaluation',
      schools: 'Schools',
      people: 'People',
      account: 'My account',
      signOut: 'Sign out',
      home: 'Home',
      notFound: {
        title: 'There is no such page',
        text: 'The address may be wrong, or its content has moved.',
        go: 'Go home',
      },
      broken: {
        title: 'This page broke',
        text: 'Your data are not affected. Reload; if it happens again, tell the administrator.',
        reload: 'Reload',
      },
      denied: { title: 'This page is not open to you', text: 'Ask the administrator above you if you need it.' },
    },
  },
} as const;
