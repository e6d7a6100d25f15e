import type { FastifyReply } from 'fastify';
import type { AppConfig } from '../../platform/config/config.ts';

export const SESSION_COOKIE = 'junheng_session';

/** Unreadable for scripts, not sent by other sites' writes, only over TLS in production; gone with the browser. */
export function setSessionCookie(reply: FastifyReply, config: AppConfig, token: string): void {
  void reply.setCookie(SESSION_COOKIE, token, cookieOptions(config));
}

export function clearSessionCookie(reply: FastifyReply, config: AppConfig): void {
  void reply.clearCookie(SESSION_COOKIE, cookieOptions(config));
}

function cookieOptions(config: AppConfig) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: config.mode === 'production' } as const;
}
