import { z } from 'zod';
import { roundKinds } from './rounds.ts';

/** A notice to schools (通知), a reminder of what is due (催报), or word of a correction of what was approved (更正). */
export const messageKinds = ['announcement', 'reminder', 'correction'] as const;

/** POST /rounds/:roundId/messages: to some or all schools of the round. */
export const sendMessageRequestSchema = z
  .object({
    kind: z.enum(['announcement', 'reminder']),
    text: z.string().trim().min(2).max(1000),
    schoolIds: z.array(z.uuid()).min(1).max(3000),
  })
  .meta({ id: 'SendMessageRequest' });
export type SendMessageRequest = z.infer<typeof sendMessageRequestSchema>;

/** GET /rounds/:roundId/messages: what was sent in a round, newest first. */
export const sentMessagesSchema = z
  .object({
    /** A mail server is configured: people of the schools who have given an address get a mail as well. */
    byMail: z.boolean(),
    messages: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(messageKinds),
        text: z.string(),
        at: z.iso.datetime(),
        by: z.string(),
        schools: z.int(),
        /** Schools of which somebody has read it. */
        readBy: z.int(),
        /** What became of its mails; null where it had none. */
        mail: z
          .object({
            waiting: z.int(),
            sent: z.int(),
            failed: z.int(),
            /** People whose mail failed or is tried again, and what the mail server said. */
            troubles: z.array(
              z.object({
                name: z.string(),
                state: z.enum(['waiting', 'failed']),
                problem: z.enum(['refused', 'unreachable', 'no-address', 'no-role']),
                detail: z.string().nullable(),
              }),
            ),
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'SentMessages' });
export type SentMessages = z.infer<typeof sentMessagesSchema>;

/** GET /messages: what the signed-in person's own schools were told, newest first, no more than fifty. */
export const ownMessagesSchema = z
  .object({
    messages: z.array(
      z.object({
        id: z.uuid(),
        schoolId: z.uuid(),
        schoolName: z.string(),
        kind: z.enum(messageKinds),
        round: z.object({ id: z.uuid(), year: z.int(), kind: z.enum(roundKinds) }).nullable(),
        text: z.string(),
        at: z.iso.datetime(),
        by: z.string(),
        /** When the person asking has read it; null: not yet. */
        readAt: z.iso.datetime().nullable(),
      }),
    ),
  })
  .meta({ id: 'OwnMessages' });
export type OwnMessages = z.infer<typeof ownMessagesSchema>;

/** GET /rounds/:roundId/progress: of the schools in scope, how far each section of the form is, and what happened day by day. */
export const roundProgressSchema = z
  .object({
    sections: z.array(
      z.object({
        section: z.string(),
        /** Schools that are asked anything in it, and those that have filled all of it. */
        schools: z.int(),
        complete: z.int(),
        filled: z.int(),
        required: z.int(),
      }),
    ),
    /** At the end of each day on which anything happened, in the region's zone: reports handed in and reports approved. */
    days: z.array(z.object({ day: z.iso.date(), handedIn: z.int(), approved: z.int() })),
  })
  .meta({ id: 'RoundProgress' });
export type RoundProgress = z.infer<typeof roundProgressSchema>;
