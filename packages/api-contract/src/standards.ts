import { z } from 'zod';

/** GET /editions: the published editions, those that ship in their order first. The rules themselves ship with evaluation-core and are named by id and hash. */
export const editionSummarySchema = z
  .object({
    id: z.string(),
    hash: z.string(),
    issuedAs: z.string(),
    publishedAt: z.iso.datetime(),
    /** Schools fill a form for it: a round can be opened. One that asks only the county cannot be reported by schools. */
    asksSchools: z.boolean(),
  })
  .meta({ id: 'EditionSummary' });
export const editionsSchema = z.object({ editions: z.array(editionSummarySchema) }).meta({ id: 'Editions' });
