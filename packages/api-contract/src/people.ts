import { z } from 'zod';
import { roles } from './permissions.ts';
import { grantSchema } from './session.ts';

/** An address for notices, or none. Nothing that lets anybody in is ever sent to it. */
export const emailSchema = z.email().max(254);

export const personSchema = z
  .object({
    id: z.uuid(),
    login: z.string(),
    displayName: z.string(),
    /** Of the name's pinyin: 示例乙 is `sly`. */
    initials: z.string(),
    email: emailSchema.nullable(),
    grants: z.array(grantSchema),
    /** Of somebody without any grant now: the one they held last. Giving one again brings them back. */
    formerGrant: grantSchema.nullable(),
    locked: z.boolean(),
    /** Signing in asks for a code. DELETE /people/:personId/second-factor takes it away, for whoever lost their device. */
    secondFactor: z.boolean(),
    lastSignInAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof personSchema>;

/** GET /people?regionId=&schoolId= */
export const peopleQuerySchema = z.object({ regionId: z.uuid().optional(), schoolId: z.uuid().optional() });
export type PeopleQuery = z.infer<typeof peopleQuerySchema>;
export const peopleSchema = z
  .object({
    /** A mail server is configured: an address is of use. */
    byMail: z.boolean(),
    people: z.array(personSchema),
  })
  .meta({ id: 'People' });
export type People = z.infer<typeof peopleSchema>;

/** POST /people/:personId/password-reset-links: shown once to the person who asked for it. */
export const passwordResetLinkSchema = z
  .object({ url: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'PasswordResetLink' });
export type PasswordResetLink = z.infer<typeof passwordResetLinkSchema>;

/** POST /people/:personId/grants. Nobody gives a role beyond their own rights. */
export const giveGrantRequestSchema = z
  .object({
    role: z.enum(roles),
    place: z.object({ kind: z.enum(['region', 'unit', 'area', 'school']), id: z.uuid() }),
    /** Today by default. */
    validFrom: z.iso.date().optional(),
    validTo: z.iso.date().nullable().optional(),
  })
  .refine((grant) => grant.validFrom === undefined || !grant.validTo || grant.validTo >= grant.validFrom, {
    path: ['validTo'],
  })
  .meta({ id: 'GiveGrantRequest' });
export type GiveGrantRequest = z.infer<typeof giveGrantRequestSchema>;

/** POST /people: a person with a first role, and the link by which they choose their password (shown once). */
export const createPersonRequestSchema = z
  .object({
    login: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,49}$/),
    displayName: z.string().trim().min(1).max(100),
    email: emailSchema.nullable().optional(),
    grant: giveGrantRequestSchema,
  })
  .meta({ id: 'CreatePersonRequest' });
export type CreatePersonRequest = z.infer<typeof createPersonRequestSchema>;
export const createdPersonSchema = z
  .object({ person: personSchema, link: passwordResetLinkSchema })
  .meta({ id: 'CreatedPerson' });
export type CreatedPerson = z.infer<typeof createdPersonSchema>;

/** PUT /people/:personId: the name, and the address where it is given (null takes it away). An account name never changes: it stands in the audit log. */
export const changePersonRequestSchema = z
  .object({ displayName: z.string().trim().min(1).max(100), email: emailSchema.nullable().optional() })
  .meta({ id: 'ChangePersonRequest' });
export type ChangePersonRequest = z.infer<typeof changePersonRequestSchema>;

/** PUT /people/:personId/grants/:grantId: its last day, today or later; null: until somebody ends it. */
export const changeGrantRequestSchema = z
  .object({ validTo: z.iso.date().nullable() })
  .meta({ id: 'ChangeGrantRequest' });
export type ChangeGrantRequest = z.infer<typeof changeGrantRequestSchema>;

/** GET /people/:personId: with every role that was ever held within the caller's scope, and what was done with the account. */
export const personDetailSchema = personSchema
  .extend({
    /** A mail server is configured: an address is of use. */
    byMail: z.boolean(),
    lockReason: z.string().nullable(),
    /** Whether the caller may act on this person: it takes the right to give every role they hold. */
    manageable: z.boolean(),
    /** Newest first. */
    roles: z.array(
      grantSchema.extend({
        state: z.enum(['in-force', 'to-come', 'ended']),
        givenAt: z.iso.datetime(),
        givenBy: z.string().nullable(),
        /** Taken back before its last day. */
        revokedAt: z.iso.datetime().nullable(),
        revokedBy: z.string().nullable(),
      }),
    ),
    /** Entries of the audit log about this person, newest first; empty for whoever may not read it. */
    history: z.array(
      z.object({
        id: z.int(),
        at: z.iso.datetime(),
        action: z.string(),
        /** Null: a command or somebody without a session. */
        by: z.string().nullable(),
        details: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .meta({ id: 'PersonDetail' });
export type PersonDetail = z.infer<typeof personDetailSchema>;

/** PUT /people/:personId/lock */
export const lockPersonRequestSchema = z
  .object({ locked: z.boolean(), reason: z.string().min(1).max(500) })
  .meta({ id: 'LockPersonRequest' });
export type LockPersonRequest = z.infer<typeof lockPersonRequestSchema>;
