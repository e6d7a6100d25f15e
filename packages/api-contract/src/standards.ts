import { z } from 'zod';

/** GET /editions: the published editions. The rules themselves ship with evaluation-core and are named by id and hash. */
export const editionSummarySchema = z
  .object({ id: z.string(), hash: z.string(), issuedAs: z.string(), publishedAt: z.iso.datetime() })
  .meta({ id: 'EditionSummary' });
export const editionsSchema = z.object({ editions: z.array(editionSummarySchema) }).meta({ id: 'Editions' });
