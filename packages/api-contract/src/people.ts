import { z } from 'zod';
import { grantSchema } from './session.ts';

export const personSchema = z
  .object({
    id: z.uuid(),
    login: z.string(),
    displayName: z.string(),
    grants: z.array(grantSchema),
    locked: z.boolean(),
    lastSignInAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof personSchema>;

/** GET /people?regionId=&schoolId= */
export const peopleQuerySchema = z.object({ regionId: z.uuid().optional(), schoolId: z.uuid().optional() });
export const peopleSchema = z.object({ people: z.array(personSchema) }).meta({ id: 'People' });

/** POST /people/:personId/password-reset-links: shown once to the person who asked for it. */
export const passwordResetLinkSchema = z
  .object({ url: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'PasswordResetLink' });

/** PUT /people/:personId/lock */
export const lockPersonRequestSchema = z
  .object({ locked: z.boolean(), reason: z.string().min(1).max(500) })
  .meta({ id: 'LockPersonRequest' });
