import { z } from 'zod';

/** `verified`: an approved one with what an inspection found on site in place of what was reported. */
export const dataSetKinds = ['approved', 'verified'] as const;

/** The approved reports of a round, frozen. Never changed; a correction makes the next version. */
export const dataSetSchema = z
  .object({
    id: z.uuid(),
    roundId: z.uuid(),
    regionId: z.uuid(),
    kind: z.enum(dataSetKinds),
    /** Counted by kind. */
    version: z.int(),
    hash: z.string(),
    schoolCount: z.int(),
    /** Approved cells of the county report. */
    countyCells: z.int(),
    /** Schools of the round whose report was not approved when it was frozen. */
    missingSchools: z.array(z.object({ schoolId: z.uuid(), name: z.string() })),
    /** Of a correction (更正), or the inspection whose values are in it; null where it was frozen for an evaluation. */
    reason: z.string().nullable(),
    frozenAt: z.iso.datetime(),
    frozenBy: z.string(),
  })
  .meta({ id: 'DataSet' });
export type DataSetView = z.infer<typeof dataSetSchema>;
/** GET /rounds/:roundId/data-sets */
export const dataSetsSchema = z.object({ dataSets: z.array(dataSetSchema) }).meta({ id: 'DataSets' });
