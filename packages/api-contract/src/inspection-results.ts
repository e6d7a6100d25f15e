import { z } from 'zod';

/** `judged`: met, unmet or unclear. `counted`: a number counted on site. */
export const resultKinds = ['judged', 'scored', 'counted'] as const;
/** `all`: only for who reads every county of the project. */
export const resultUnits = ['all', 'county', 'team'] as const;

/** What signed visits say of one item at the schools of one unit; decimals as text. */
const itemResultSchema = z.object({
  /** As in `items`. */
  at: z.string(),
  /** Schools for which it is decided. */
  answered: z.int(),
  met: z.int(),
  unmet: z.int(),
  unclear: z.int(),
  /** Schools whose inspectors lie apart: not counted before the leader has decided. */
  differs: z.int(),
  /** Points or counts added up over the answered schools; null where it is judged, or nothing is answered. */
  total: z.string().nullable(),
  /** Of the answered schools, rounded half up to hundredths. */
  mean: z.string().nullable(),
});
export type ItemResult = z.infer<typeof itemResultSchema>;

/** GET /inspections/:inspectionId/results: by item, for the whole project, each county and each team. */
export const inspectionResultsSchema = z
  .object({
    inspectionId: z.uuid(),
    inspectionName: z.string(),
    editionTexts: z.record(z.string(), z.tuple([z.string(), z.string()])),
    items: z.array(
      z.object({
        /** `score:<point>` or `verified:<cell>` as in a visit, without a person. */
        at: z.string(),
        kind: z.enum(resultKinds),
        /** Message key of its name. */
        nameKey: z.string(),
        maximum: z.string().nullable(),
      }),
    ),
    units: z.array(
      z.object({
        kind: z.enum(resultUnits),
        /** Empty for the whole project. */
        name: z.string(),
        schools: z.int(),
        signed: z.int(),
        leftOut: z.int(),
        items: z.array(itemResultSchema),
        /** Points of all scored items over the signed schools, and what these could have had. */
        points: z.object({ total: z.string(), maximum: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'InspectionResults' });
export type InspectionResults = z.infer<typeof inspectionResultsSchema>;

/**
 * GET /inspections/:inspectionId/findings: what signed visits found, and its row of the ledger. Of an evaluation the opinion takes them
 * up; of a special supervision they may also be handed over at once.
 */
export const inspectionFindingsSchema = z
  .object({
    findings: z.array(
      z.object({
        /** `score:<point>` of an item that does not hold, `finding:<uuid>` of one an inspector wrote. */
        at: z.string(),
        school: z.object({ id: z.uuid(), name: z.string() }),
        county: z.object({ id: z.uuid(), name: z.string() }),
        team: z.string().nullable(),
        text: z.string(),
        advice: z.string().nullable(),
        /** Indicator or requirement of the edition that it is about; null where it is about none. */
        referenceId: z.string().nullable(),
        /** Under the visit, with its fingerprint. */
        signed: z.object({ by: z.string(), at: z.iso.datetime(), hash: z.string() }),
        row: z.object({ id: z.uuid(), number: z.int() }).nullable(),
        /** An opinion took it up and withdrew it after an objection: it makes no row any more. */
        withdrawn: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
        /**
         * Without a row: the caller leads the project and reaches the county, or keeps the county's ledger and takes it over; null
         * where neither.
         */
        handOverAs: z.enum(['leader', 'county']).nullable(),
      }),
    ),
  })
  .meta({ id: 'InspectionFindings' });
export type InspectionFindings = z.infer<typeof inspectionFindingsSchema>;

/**
 * POST /inspections/:inspectionId/findings, by its leader, and /findings/takeover, by who keeps a county's ledger: those without a
 * row get one, each once.
 */
export const handOverFindingsRequestSchema = z
  .object({ deadline: z.iso.date().nullable() })
  .meta({ id: 'HandOverFindingsRequest' });
export type HandOverFindingsRequest = z.infer<typeof handOverFindingsRequestSchema>;
