import { answerOf, type ApiClient, type components } from '@junheng/api-client';
import { queryOptions } from '@tanstack/react-query';

type Schemas = components['schemas'];
export type Profile = Schemas['Profile'];
export type BegunSecondFactor = Schemas['BegunSecondFactor'];
export type RecoveryCodes = Schemas['RecoveryCodes'];
export type ActiveSession = Schemas['ActiveSessions']['sessions'][number];
export type SignIn = Schemas['SignInHistory']['signIns'][number];
export type Colleague = Schemas['Colleagues']['schools'][number]['people'][number];

/** Password and code together: what turning off and renewing ask for. */
export interface Proof {
  readonly password: string;
  readonly code: string;
}

export const profileQuery = (client: ApiClient) =>
  queryOptions({
    queryKey: ['account', 'profile'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/v1/profile', { signal })),
  });

export const sessionsQuery = (client: ApiClient) =>
  queryOptions({
    queryKey: ['account', 'sessions'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/v1/session/active', { signal })),
  });

export const signInsQuery = (client: ApiClient) =>
  queryOptions({
    queryKey: ['account', 'sign-ins'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/v1/profile/sign-ins', { signal })),
  });

export const colleaguesQuery = (client: ApiClient) =>
  queryOptions({
    queryKey: ['account', 'colleagues'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/v1/profile/colleagues', { signal })),
  });

/** Null takes it away. */
export async function changeEmail(client: ApiClient, email: string | null): Promise<void> {
  await client.PUT('/api/v1/profile/email', { body: { email } });
}

export async function changePassword(client: ApiClient, currentPassword: string, newPassword: string): Promise<number> {
  const body = { currentPassword, newPassword };
  return (await answerOf(client.POST('/api/v1/session/password', { body }))).endedSessions;
}

export function beginSecondFactor(client: ApiClient, password: string): Promise<BegunSecondFactor> {
  return answerOf(client.POST('/api/v1/profile/second-factor', { body: { password } }));
}

export function confirmSecondFactor(client: ApiClient, code: string): Promise<RecoveryCodes> {
  return answerOf(client.POST('/api/v1/profile/second-factor/confirmation', { body: { code } }));
}

export function renewRecoveryCodes(client: ApiClient, body: Proof): Promise<RecoveryCodes> {
  return answerOf(client.POST('/api/v1/profile/second-factor/recovery-codes', { body }));
}

export async function disableSecondFactor(client: ApiClient, body: Proof): Promise<void> {
  await client.POST('/api/v1/profile/second-factor/removal', { body });
}

export async function endSession(client: ApiClient, sessionId: string): Promise<void> {
  await client.DELETE('/api/v1/session/active/{sessionId}', { params: { path: { sessionId } } });
}

export async function endOtherSessions(client: ApiClient): Promise<number> {
  return (await answerOf(client.DELETE('/api/v1/session/active'))).endedSessions;
}
