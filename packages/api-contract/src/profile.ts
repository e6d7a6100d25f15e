import { z } from 'zod';
import { emailSchema } from './people.ts';
import { roles } from './permissions.ts';
import { languages, secondFactorCodeSchema } from './session.ts';

/** GET /profile: what the signed-in person may change of their own account. */
export const profileSchema = z
  .object({
    login: z.string(),
    displayName: z.string(),
    language: z.enum(languages).nullable(),
    email: emailSchema.nullable(),
    /** A mail server is configured: reminders and notices are sent to the address. */
    byMail: z.boolean(),
    /** The bureau asks it of this person's role: it cannot be turned off. */
    secondFactorCompulsory: z.boolean(),
    /** null: signing in asks for the password alone. */
    secondFactor: z.object({ since: z.iso.datetime(), recoveryCodesLeft: z.int() }).nullable(),
  })
  .meta({ id: 'Profile' });
export type Profile = z.infer<typeof profileSchema>;

/** PUT /profile/language */
export const chooseLanguageRequestSchema = z
  .object({ language: z.enum(languages) })
  .meta({ id: 'ChooseLanguageRequest' });
export type ChooseLanguageRequest = z.infer<typeof chooseLanguageRequestSchema>;

/** PUT /profile/email: null takes it away. */
export const changeEmailRequestSchema = z.object({ email: emailSchema.nullable() }).meta({ id: 'ChangeEmailRequest' });
export type ChangeEmailRequest = z.infer<typeof changeEmailRequestSchema>;

/** POST /profile/second-factor: with the password, so that a page left open cannot lock its owner out. */
export const beginSecondFactorRequestSchema = z
  .object({ password: z.string().min(1).max(200) })
  .meta({ id: 'BeginSecondFactorRequest' });
export type BeginSecondFactorRequest = z.infer<typeof beginSecondFactorRequestSchema>;

/** Shown while enrolling and never again: the secret in Base32, and the address an authenticator reads from the QR code. */
export const begunSecondFactorSchema = z
  .object({ secret: z.string(), uri: z.string() })
  .meta({ id: 'BegunSecondFactor' });
export type BegunSecondFactor = z.infer<typeof begunSecondFactorSchema>;

/** POST /profile/second-factor/confirmation: the first code turns it on. */
export const confirmSecondFactorRequestSchema = z
  .object({ code: secondFactorCodeSchema })
  .meta({ id: 'ConfirmSecondFactorRequest' });
export type ConfirmSecondFactorRequest = z.infer<typeof confirmSecondFactorRequestSchema>;

/** Shown once: each stands in for a code of the authenticator, one time. */
export const recoveryCodesSchema = z
  .object({ recoveryCodes: z.array(z.string()), endedSessions: z.int() })
  .meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;

/** POST /profile/second-factor/{recovery-codes,removal}: password and code together. */
export const proveSecondFactorRequestSchema = z
  .object({ password: z.string().min(1).max(200), code: secondFactorCodeSchema })
  .meta({ id: 'ProveSecondFactorRequest' });
export type ProveSecondFactorRequest = z.infer<typeof proveSecondFactorRequestSchema>;

export const signInOutcomes = ['signed-in', 'wrong-password', 'wrong-code', 'account-locked'] as const;

/** GET /profile/sign-ins: the last ones and the last failures, newest first; those of a quarter of an hour together. */
export const signInHistorySchema = z
  .object({
    signIns: z.array(
      z.object({
        outcome: z.enum(signInOutcomes),
        lastAt: z.iso.datetime(),
        times: z.int(),
        address: z.string(),
        userAgent: z.string(),
      }),
    ),
    /** Older ones are forgotten. */
    keptDays: z.int(),
  })
  .meta({ id: 'SignInHistory' });
export type SignInHistory = z.infer<typeof signInHistorySchema>;

/** GET /profile/colleagues: who else has an account at the caller's own schools. */
export const colleaguesSchema = z
  .object({
    schools: z.array(
      z.object({
        schoolId: z.uuid(),
        name: z.string(),
        people: z.array(
          z.object({
            personId: z.uuid(),
            displayName: z.string(),
            roles: z.array(z.enum(roles)),
            locked: z.boolean(),
            lastSeenAt: z.iso.datetime().nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Colleagues' });
export type Colleagues = z.infer<typeof colleaguesSchema>;
