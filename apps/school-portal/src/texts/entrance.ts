import type { LanguageResources } from '@junheng/ui/plain';

/** Texts of the pages before signing in, namespace `entrance`. Loaded with the first paint, so kept short. */
export const entranceTexts = {
  'zh-CN': {
    entrance: {
      product: '均衡',
      line: '义务教育均衡发展 · 学校填报',
      notes: {
        saved: '每填一格，自动保存。',
        offline: '网络断了也能接着填，联网后自动发送。',
        why: '退回会写明原因，就标在那一格上。',
      },
      signedOut: '您已退出登录。',
      endedOffline: '现在连不上服务器，您的登录也已过期。没发出的内容还在这台设备上，联网登录后自动发送。',
      notSchool: '这个账号不是学校账号。请到管理端登录。',
      toConsole: '去管理端',
      leave: '退出登录',
      greeting: '{{name}}，您好',
      linkChecking: '正在核对链接…',
      linkInvalidTitle: '这个链接不能用了',
      linkInvalid: '它可能已经用过、过期或不完整。请向给您链接的管理员再要一个。',
      toSignIn: '去登录',
      administratorLink: '这个链接用来建立管理员账号，请在管理端打开。',
      cannotStart: '连不上服务器',
    },
  },
  en: {
    entrance: {
      product: 'Junheng',
      line: 'Balanced compulsory education · school reports',
      notes: {
        saved: 'Every cell is saved as you type.',
        offline: 'Go on without a network; everything is sent when it returns.',
        why: 'A returned report says why, at the very cell.',
      },
      signedOut: 'You have signed out.',
      endedOffline:
        'The server cannot be reached and your session has ended. What was not sent is still on this device; it goes out once you sign in with a network.',
      notSchool: 'This is not a school’s account. Sign in at the administration console.',
      toConsole: 'Go to the console',
      leave: 'Sign out',
      greeting: 'Hello, {{name}}',
      linkChecking: 'Checking the link…',
      linkInvalidTitle: 'This link no longer works',
      linkInvalid:
        'It may have been used, have expired or be incomplete. Ask the administrator who gave it to you for another.',
      toSignIn: 'Go to sign in',
      administratorLink: 'This link creates an administrator. Open it in the administration console.',
      cannotStart: 'The server cannot be reached',
    },
  },
} as const satisfies LanguageResources;
