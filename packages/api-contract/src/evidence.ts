import { z } from 'zod';

/** What a file may be, told from its bytes; the name it came with says nothing. */
export const evidenceMediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
export type EvidenceMediaType = (typeof evidenceMediaTypes)[number];

/** What a file proves: an indicator, a reported item or a special rule of the round's edition, by its id there. */
export const evidenceTargetSchema = z
  .object({ kind: z.enum(['indicator', 'item', 'special-rule']), id: z.string().regex(/^[A-Za-z0-9-]{1,60}$/) })
  .meta({ id: 'EvidenceTarget' });
export type EvidenceTarget = z.infer<typeof evidenceTargetSchema>;

/** One file proves at least one thing; none of them twice. */
export const evidenceTargetsSchema = z.array(evidenceTargetSchema).min(1).max(50);

export const evidenceSchema = z
  .object({
    id: z.uuid(),
    /** As it was called by whoever added it, without folders. */
    name: z.string(),
    /** Bytes. */
    size: z.int(),
    mediaType: z.enum(evidenceMediaTypes),
    /** SHA-256 of the bytes, hex. */
    sha256: z.string(),
    targets: z.array(evidenceTargetSchema),
    addedAt: z.iso.datetime(),
    addedBy: z.string(),
    /** The year of the round it was taken over from, null for an upload. */
    reusedFromYear: z.int().nullable(),
    /** Taken out again: the list keeps saying so, the content is no longer served. */
    removed: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof evidenceSchema>;

export const evidenceLimitsSchema = z
  .object({
    mediaTypes: z.array(z.enum(evidenceMediaTypes)),
    bytesPerFile: z.int(),
    filesPerReport: z.int(),
    bytesPerReport: z.int(),
  })
  .meta({ id: 'EvidenceLimits' });
export type EvidenceLimits = z.infer<typeof evidenceLimitsSchema>;

/** GET /self-reports/:selfReportId/evidence: newest first, those taken out again included. */
export const evidenceListSchema = z
  .object({
    evidence: z.array(evidenceSchema),
    limits: evidenceLimitsSchema,
    /** What the files that are there add up to, in bytes. */
    totalBytes: z.int(),
    /** Whether the person asking may add, attach and remove now. */
    mayChange: z.boolean(),
  })
  .meta({ id: 'EvidenceList' });
export type EvidenceList = z.infer<typeof evidenceListSchema>;

/** POST /self-reports/:selfReportId/evidence-uploads: says how much is coming, before any of it does. */
export const beginUploadRequestSchema = z.object({ size: z.int().min(0) }).meta({ id: 'BeginUploadRequest' });

/**
 * An upload under way. Its bytes follow by the tus protocol (https://tus.io, version 1.0.0): HEAD at
 * `/self-reports/:selfReportId/evidence-uploads/:uploadId` for what has arrived, PATCH for more of it.
 */
export const evidenceUploadSchema = z
  .object({
    id: z.uuid(),
    /** Bytes announced. */
    size: z.int(),
    /** Bytes that have arrived. */
    offset: z.int(),
    /** What is not finished by then is thrown away. */
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'EvidenceUpload' });
export type EvidenceUpload = z.infer<typeof evidenceUploadSchema>;

/**
 * POST /self-reports/:selfReportId/evidence: makes evidence of a complete upload. Sending it again gives the same answer. Bytes
 * that are there already are not kept twice: the file that has them proves the new targets too.
 */
export const addEvidenceRequestSchema = z
  .object({ uploadId: z.uuid(), name: z.string().min(1).max(500), targets: evidenceTargetsSchema })
  .meta({ id: 'AddEvidenceRequest' });

/** PUT /self-reports/:selfReportId/evidence/:evidenceId/targets: all it proves from now on. */
export const evidenceTargetsRequestSchema = z
  .object({ targets: evidenceTargetsSchema })
  .meta({ id: 'EvidenceTargetsRequest' });

/** GET /self-reports/:selfReportId/evidence/earlier: what this school handed in with its report before this one. */
export const earlierEvidenceSchema = z
  .object({
    /** The year of that report, null without one. */
    year: z.int().nullable(),
    evidence: z.array(evidenceSchema.omit({ reusedFromYear: true, removed: true })),
  })
  .meta({ id: 'EarlierEvidence' });
export type EarlierEvidence = z.infer<typeof earlierEvidenceSchema>;

/**
 * POST /self-reports/:selfReportId/evidence/reuse: takes files of the earlier report over. Without `targets` each proves what it
 * proved then, as far as this round's edition still asks for it.
 */
export const reuseEvidenceRequestSchema = z
  .object({ evidenceIds: z.array(z.uuid()).min(1).max(100), targets: evidenceTargetsSchema.optional() })
  .meta({ id: 'ReuseEvidenceRequest' });

/** GET /self-reports/:selfReportId/evidence/:evidenceId/content?as= */
export const evidenceContentQuerySchema = z.object({ as: z.enum(['preview', 'download']).default('preview') });
