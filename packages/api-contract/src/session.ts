import { z } from 'zod';
import { permissions, roles } from './permissions.ts';

/** Six digits of the authenticator, or a recovery code; spaces and hyphens do not matter. */
export const secondFactorCodeSchema = z.string().trim().min(6).max(40);

/**
 * POST /session. Whoever has a second factor (动态验证码) is first refused with `session.second-factor-required`, and sends
 * the same again with `code`.
 */
export const signInRequestSchema = z
  .object({
    login: z.string().min(1).max(100),
    password: z.string().min(1).max(200),
    code: secondFactorCodeSchema.optional(),
  })
  .meta({ id: 'SignInRequest' });
export type SignInRequest = z.infer<typeof signInRequestSchema>;

export const grantSchema = z
  .object({
    id: z.uuid(),
    role: z.enum(roles),
    place: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('region'), regionId: z.uuid(), name: z.string() }),
      z.object({ kind: z.literal('unit'), unitId: z.uuid(), regionId: z.uuid(), name: z.string() }),
      z.object({ kind: z.literal('area'), areaId: z.uuid(), name: z.string() }),
      z.object({ kind: z.literal('school'), schoolId: z.uuid(), name: z.string() }),
    ]),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
  })
  .meta({ id: 'Grant' });
export type Grant = z.infer<typeof grantSchema>;

export const languages = ['zh-CN', 'en'] as const;

/** What a session was begun with beside the password. */
export const signInMeans = ['password', 'code', 'recovery-code'] as const;

/** Who is signed in. `csrfToken` goes back in the header `x-csrf-token` of everything that is not a GET. */
export const sessionSchema = z
  .object({
    personId: z.uuid(),
    login: z.string(),
    displayName: z.string(),
    grants: z.array(grantSchema),
    permissions: z.array(z.enum(permissions)),
    mustChangePassword: z.boolean(),
    /** The bureau asks a second factor of this person's role and there is none yet: nothing else is open before. */
    mustSetUpSecondFactor: z.boolean(),
    /** What the person chose, on whatever device; null: nothing yet. */
    language: z.enum(languages).nullable(),
    signedInBy: z.enum(signInMeans),
    csrfToken: z.string(),
    /** The session ends then unless used; and in any case at `endsAt`. */
    idleUntil: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    serverTime: z.iso.datetime(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;

/** At least ten characters; the server also refuses the login name and the most used passwords. */
export const newPasswordSchema = z.string().min(10).max(200);

export const changePasswordRequestSchema = z
  .object({ currentPassword: z.string().min(1).max(200), newPassword: newPasswordSchema })
  .meta({ id: 'ChangePasswordRequest' });
export type ChangePasswordRequest = z.infer<typeof changePasswordRequestSchema>;

/** POST /session/password and DELETE /session/active: how many other sessions of the person ended. */
export const endedSessionsSchema = z.object({ endedSessions: z.int() }).meta({ id: 'EndedSessions' });
export type EndedSessions = z.infer<typeof endedSessionsSchema>;

/** GET /one-time-links/:token says what the link is for, before it is used up. */
export const oneTimeLinkSchema = z
  .object({
    purpose: z.enum(['password-reset', 'first-administrator']),
    login: z.string().nullable(),
    displayName: z.string().nullable(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'OneTimeLink' });
export type OneTimeLink = z.infer<typeof oneTimeLinkSchema>;

/** POST /one-time-links/:token. `administrator` only for the first administrator of an empty installation. */
export const redeemOneTimeLinkRequestSchema = z
  .object({
    newPassword: newPasswordSchema,
    administrator: z
      .object({
        login: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,49}$/),
        displayName: z.string().min(1).max(100),
        countyCode: z.string().regex(/^\d{6}$/),
        countyName: z.string().min(1).max(100),
      })
      .optional(),
  })
  .meta({ id: 'RedeemOneTimeLinkRequest' });
export type RedeemOneTimeLinkRequest = z.infer<typeof redeemOneTimeLinkRequestSchema>;

export const activeSessionSchema = z
  .object({
    id: z.uuid(),
    current: z.boolean(),
    startedAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime(),
    address: z.string(),
    userAgent: z.string(),
  })
  .meta({ id: 'ActiveSession' });
/**
 * GET /session/active: the person's own sessions, the last used first. DELETE /session/active/:sessionId ends one,
 * DELETE /session/active all but the one that asks.
 */
export const activeSessionsSchema = z.object({ sessions: z.array(activeSessionSchema) }).meta({ id: 'ActiveSessions' });
export type ActiveSessions = z.infer<typeof activeSessionsSchema>;
