import { z } from 'zod';

/** The procedure of recognising a county (认定): each step is told by whoever took it, or by those above. */
export const recognitionSteps = [
  'self-evaluated',
  'city-reviewed',
  'province-assessed',
  'recognised',
  'not-recognised',
  'rechecked',
  'revoked',
] as const;
export type RecognitionStepKind = (typeof recognitionSteps)[number];

/** Steps that come with a document of their own. */
export const documentedSteps: readonly RecognitionStepKind[] = ['recognised', 'not-recognised', 'revoked'];

export const recognitionStepSchema = z
  .object({
    id: z.uuid(),
    step: z.enum(recognitionSteps),
    on: z.iso.date(),
    /** Number of the document (文号) and who issued it. */
    document: z.string().nullable(),
    issuer: z.string().nullable(),
    /** The evaluation run it rests on. */
    evaluation: z.object({ id: z.uuid(), roundId: z.uuid(), year: z.int() }).nullable(),
    note: z.string().nullable(),
    recordedAt: z.iso.datetime(),
    recordedBy: z.string(),
    /** Entered by mistake: it stays to be seen and counts for nothing. */
    withdrawn: z.object({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'RecognitionStep' });
export type RecognitionStep = z.infer<typeof recognitionStepSchema>;

/** Where one county stands with one standard. */
export const recognitionSchema = z
  .object({
    countyId: z.uuid(),
    countyName: z.string(),
    editionId: z.string(),
    /** Of a bureau's edition: its name in Chinese and English. Null: it is shipped. */
    editionName: z.object({ zhCN: z.string(), en: z.string() }).nullable(),
    /** The last step that counts; null where every step was withdrawn. */
    state: z.enum(recognitionSteps).nullable(),
    /** How many steps count: what a new one must have seen. */
    seen: z.int(),
    /** Newest first, withdrawn ones among them. */
    steps: z.array(recognitionStepSchema),
    /** What the caller may record next. */
    next: z.array(z.enum(recognitionSteps)),
    /** The caller may take the last step back. */
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'Recognition' });
export type Recognition = z.infer<typeof recognitionSchema>;

/** GET /regions/:regionId/recognitions: of every county under the region, by county and standard. */
export const recognitionsSchema = z
  .object({
    recognitions: z.array(recognitionSchema),
    /** Counties where the caller may begin a record, with the steps it may begin with. */
    counties: z.array(z.object({ id: z.uuid(), name: z.string(), first: z.array(z.enum(recognitionSteps)) })),
  })
  .meta({ id: 'Recognitions' });
export type Recognitions = z.infer<typeof recognitionsSchema>;

const words = (most: number) => z.string().trim().min(2).max(most).nullable();

/** POST /counties/:countyId/recognition-steps */
export const recordRecognitionRequestSchema = z
  .object({
    editionId: z.string().min(1).max(80),
    step: z.enum(recognitionSteps),
    on: z.iso.date(),
    document: words(100),
    issuer: words(100),
    evaluationId: z.uuid().nullable(),
    note: words(500),
    /** `Recognition.seen` as it was shown; 0 where there is no record yet. */
    seen: z.int().min(0),
  })
  .meta({ id: 'RecordRecognitionRequest' });
export type RecordRecognitionRequest = z.infer<typeof recordRecognitionRequestSchema>;

/** POST /recognition-steps/:recognitionStepId/withdrawal: only the last that counts. */
export const withdrawRecognitionRequestSchema = z
  .object({ reason: z.string().trim().min(2).max(500) })
  .meta({ id: 'WithdrawRecognitionRequest' });
