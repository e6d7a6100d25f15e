import { z } from 'zod';
import { signInOutcomes } from './profile.ts';

const person = z.object({ id: z.uuid(), displayName: z.string(), login: z.string() });

/** GET /sign-ins: tries to sign in to the accounts of the people in scope, newest first; those of a quarter of an hour together. */
export const signInsQuerySchema = z.object({
  personId: z.uuid().optional(),
  /** Only those that failed. */
  failed: z.enum(['yes']).optional(),
});
export type SignInsQuery = z.infer<typeof signInsQuerySchema>;
export const signInsSchema = z
  .object({
    signIns: z.array(
      z.object({
        person,
        outcome: z.enum(signInOutcomes),
        lastAt: z.iso.datetime(),
        times: z.int(),
        address: z.string(),
        userAgent: z.string(),
      }),
    ),
    /** There are older ones than are given. */
    more: z.boolean(),
  })
  .meta({ id: 'SignIns' });
export type SignIns = z.infer<typeof signInsSchema>;

/** GET /sessions: who of the people in scope is signed in now, whoever was here last first. */
export const liveSessionsSchema = z
  .object({
    sessions: z.array(
      z.object({
        id: z.uuid(),
        person,
        startedAt: z.iso.datetime(),
        lastSeenAt: z.iso.datetime(),
        address: z.string(),
        userAgent: z.string(),
      }),
    ),
    more: z.boolean(),
  })
  .meta({ id: 'LiveSessions' });
export type LiveSessions = z.infer<typeof liveSessionsSchema>;

/** Days that are kept, at least and at most. Half a year of sign-ins is what the law asks of network logs (《网络安全法》第二十一条). */
export const RETENTION_LIMITS = { endedSessionsDays: [7, 365], signInsDays: [180, 1095] } as const;
const days = ([least, most]: readonly [number, number]) => z.int().min(least).max(most);

/** GET and PUT /retention: of the whole installation. The audit log itself is never shortened. */
export const retentionRequestSchema = z
  .object({
    endedSessionsDays: days(RETENTION_LIMITS.endedSessionsDays),
    signInsDays: days(RETENTION_LIMITS.signInsDays),
  })
  .meta({ id: 'RetentionRequest' });
export type RetentionRequest = z.infer<typeof retentionRequestSchema>;
export const retentionSchema = z
  .object({
    endedSessionsDays: z.int(),
    signInsDays: z.int(),
    /** Whoever answers for all counties of the installation. */
    mayChange: z.boolean(),
    changedAt: z.iso.datetime().nullable(),
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'Retention' });
export type Retention = z.infer<typeof retentionSchema>;
