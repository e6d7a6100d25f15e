import type { Texts } from '../language.ts';

/** Refusals about signing in, accounts and roles. */
export const peopleProblems: Texts = {
  'session.required': ['请先登录。', 'Sign in first.'],
  'session.expired': [
    '登录已过期，请重新登录。已经填的内容不会丢。',
    'You have been signed out. Sign in again; what you typed is kept.',
  ],
  'session.wrong-credentials': [
    '账号或密码不对。请核对大小写后重试；忘记密码请找上一级管理员重置。',
    'Account or password is wrong. Check upper and lower case and try again. If you forgot the password, ask the level above you to reset it.',
  ],
  'session.slowed-down': [
    '连续多次登录失败，请等一会儿再试。',
    'Several sign-ins have failed. Wait a while and try again.',
  ],
  'session.account-locked': [
    '这个账号已锁定。请联系上一级管理员（学校找县教育局）解锁或重置密码。',
    'This account is locked. Ask the level above you (for schools: the county bureau) to unlock it or reset the password.',
  ],
  'session.password-change-required': [
    '请先修改初始密码，再继续操作。',
    'Change the password you were given before you go on.',
  ],
  'session.second-factor-required': [
    '这个账号开启了动态验证码，请输入手机上的6位验证码。',
    'This account has a second factor. Enter the six digits your phone shows.',
  ],
  'session.second-factor-set-up-required': [
    '教育局要求这个角色使用动态验证码。请先设置好，再继续操作。',
    'The bureau asks a second factor of your role. Set it up before you go on.',
  ],
  'second-factor.compulsory': [
    '教育局要求这个角色使用动态验证码，不能关闭。换手机请重新生成恢复码，或请管理员取消后重新设置。',
    'The bureau asks a second factor of your role, so it cannot be turned off. For a new phone, ask the administrator to remove it and set it up again.',
  ],
  'second-factor.wrong-code': [
    '验证码不对。请看手机上当前的6位数字，并确认手机时间准确；手机不在身边可以用恢复码。',
    'The code is wrong. Enter the six digits shown now and check that the phone’s clock is right; without the phone, use a recovery code.',
  ],
  'second-factor.code-used': [
    '这个验证码已经用过。请等手机显示下一个，再试一次。',
    'This code has been used. Wait for the next one and try again.',
  ],
  'second-factor.not-begun': [
    '动态验证码没有开启，或者设置已经中断。请刷新页面，重新开始。',
    'There is no second factor, or setting it up was cut off. Reload the page and begin again.',
  ],
  'second-factor.active': ['动态验证码已经开启。请刷新页面。', 'The second factor is on already. Reload the page.'],
  'second-factor.unreadable': [
    '服务器现在核对不了动态验证码（密钥文件缺失）。请用恢复码登录，或请管理员取消这个账号的动态验证码。',
    'The server cannot check codes right now (its key file is missing). Sign in with a recovery code, or ask the administrator to remove your second factor.',
  ],
  'password.wrong-current': [
    '当前密码不对，密码没有修改。请重新输入。',
    'The current password is wrong; nothing was changed. Enter it again.',
  ],
  'password.too-weak': [
    '新密码太简单。请至少用10个字符，不要用账号名或常见密码。',
    'The new password is too weak. Use at least ten characters, neither your account name nor a common password.',
  ],
  'one-time-link.invalid': [
    '这个链接不存在、已经用过或已过期。请联系发给您链接的管理员重新生成。',
    'This link does not exist, was used already or has expired. Ask the person who gave it to you for a new one.',
  ],
  'permission.denied': [
    '您的账号没有做这件事的权限。如确实需要，请联系管理员调整授权。',
    'Your account may not do this. If you need to, ask the administrator for the right.',
  ],
  'permission.role-ended': [
    '您在{place}的{role:role}角色已于 {endedOn} 结束，不能再做这件事，这次操作没有保存。如仍需要，请联系管理员重新授予。',
    'Your role as {role:role} at {place} ended on {endedOn}; this can no longer be done and was not saved. If you still need it, ask the administrator to give it again.',
  ],
  'person.not-found': [
    '没有找到这个人员，或不在您的管理范围内。',
    'This person was not found, or is outside your scope.',
  ],
  'person.login-taken': ['这个账号名已被使用，请换一个。', 'This account name is taken. Choose another.'],
  'grant.above-own-rights': [
    '不能授予超出您自己权限或管理范围的角色。',
    'You cannot grant a role beyond your own rights or scope.',
  ],
  'grant.last-administrator': [
    '这是最后一位没有结束日期的管理员，不能停用、取消授权或设定结束日期。请先指定另一位长期有效的管理员。',
    'This is the last administrator without an end date: the role cannot be ended, given an end date or locked. Name another one, without an end date, first.',
  ],
  'grant.already-held': [
    '这个人在这段时间已经有同一单位的同一角色。需要时请修改原来那一条的结束日期。',
    'This person already holds this role at this place in that time. Change the end date of that one instead.',
  ],
  'grant.ends-too-early': [
    '结束日期不能早于今天，也不能早于开始日期。要立即结束，请选“现在结束”。',
    'The last day cannot be before today or before the first day. To end it at once, choose “end now”.',
  ],
  'audit.chain-not-found': [
    '没有这条审计链，或者不在您的管辖范围内。',
    'There is no such audit chain, or it is outside your region.',
  ],
  'audit.no-receipt': [
    '这份填报表现在没有回执：尚未提交，或者已经撤回、退回。',
    'This report has no receipt now: it is not submitted, or came back.',
  ],
  'retention.not-responsible': [
    '保留期限对整个系统生效，只有负责其中全部县（市、区）的管理员可以修改。请联系上一级管理员。',
    'This holds for the whole installation; only an administrator responsible for all its counties may change it. Ask the administrator above you.',
  ],
};
