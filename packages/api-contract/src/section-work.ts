import { z } from 'zod';
import { roles } from './permissions.ts';

/** A section of the edition's form, e.g. `teachers`. */
export const sectionIdSchema = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** Who does a section of a report inside the school (校内分工), and how far it is by what the server has. */
export const sectionWorkSchema = z.object({
  section: sectionIdSchema,
  /** `here` false: the person no longer holds a role at this school; the section counts as unassigned. */
  assignee: z.object({ personId: z.uuid(), displayName: z.string(), here: z.boolean() }).nullable(),
  /** The school's own date, before the deadline. */
  internalDate: z.iso.date().nullable(),
  /** When the person said they were done. */
  finishedAt: z.iso.datetime().nullable(),
  /** Something of the section was changed after that. */
  changedSince: z.boolean(),
  filled: z.int(),
  required: z.int(),
  /** Contradictions, unusual values without a reason and open return reasons at its cells. */
  faults: z.int(),
});
export type SectionWork = z.infer<typeof sectionWorkSchema>;

/** GET /self-reports/:id/sections: for the school's own people only. */
export const sectionWorkListSchema = z
  .object({
    sections: z.array(sectionWorkSchema),
    /** Only the assigned person and the principal may change an assigned section. */
    held: z.boolean(),
    mayAssign: z.boolean(),
    people: z.array(z.object({ personId: z.uuid(), displayName: z.string(), roles: z.array(z.enum(roles)) })),
    /** As it was in the round before, for people who are still here; null once anything is assigned, or nothing was. */
    proposal: z
      .array(
        z.object({
          section: sectionIdSchema,
          personId: z.uuid(),
          displayName: z.string(),
          internalDate: z.iso.date().nullable(),
        }),
      )
      .nullable(),
    deadline: z.iso.date(),
  })
  .meta({ id: 'SectionWorkList' });
export type SectionWorkList = z.infer<typeof sectionWorkListSchema>;

/** PUT /self-reports/:id/sections: what is not named stays. `personId` null takes a section from whoever has it. */
export const assignSectionsRequestSchema = z
  .object({
    assignments: z
      .array(
        z.object({
          section: sectionIdSchema,
          personId: z.uuid().nullable(),
          internalDate: z.iso.date().nullable(),
        }),
      )
      .max(60),
    held: z.boolean().optional(),
  })
  .meta({ id: 'AssignSectionsRequest' });
export type AssignSectionsRequest = z.infer<typeof assignSectionsRequestSchema>;

/** PUT /self-reports/:id/sections/:section/finished */
export const finishSectionRequestSchema = z.object({ finished: z.boolean() }).meta({ id: 'FinishSectionRequest' });
export type FinishSectionRequest = z.infer<typeof finishSectionRequestSchema>;
