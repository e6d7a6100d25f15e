/** A body that passes the schema of each route of one's own account. */
export const ownAccountBodies: Readonly<Record<string, () => unknown>> = {
  'PUT /profile/language': () => ({ language: 'en' }),
  'PUT /profile/email': () => ({ email: 'somebody@example.cn' }),
  'POST /profile/second-factor': () => ({ password: 'x' }),
  'POST /profile/second-factor/confirmation': () => ({ code: '123456' }),
  'POST /profile/second-factor/recovery-codes': () => ({ password: 'x', code: '123456' }),
  'POST /profile/second-factor/removal': () => ({ password: 'x', code: '123456' }),
};
