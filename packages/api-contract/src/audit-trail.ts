import { z } from 'zod';

/**
 * GET /audit/entries: the audit log (审计日志) of the counties in scope, newest first, page by page (`older` of one answer is
 * `before` of the next). All filters hold together.
 */
export const auditQuerySchema = z.object({
  countyId: z.uuid().optional(),
  /** Who did it; for sign-ins, whose account it was. */
  personId: z.uuid().optional(),
  schoolId: z.uuid().optional(),
  /** A cell (`pupils.primary`), or an item in all its stages and years (`pupils`). */
  cell: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)?(@\d{1,2})?$/)
    .max(120)
    .optional(),
  /** `<noun>.<past participle>`, e.g. `self-report.submitted`. */
  action: z
    .string()
    .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/)
    .max(80)
    .optional(),
  /** Days in the county's zone, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  before: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~\d{1,15}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const auditEntrySchema = z
  .object({
    id: z.int(),
    at: z.iso.datetime(),
    /** Where it stands in its chain, and the hash that links it. */
    chainId: z.uuid(),
    sequence: z.int(),
    hash: z.string(),
    /** Null: of the installation itself. */
    countyName: z.string().nullable(),
    actor: z.object({
      kind: z.enum(['person', 'anonymous', 'system']),
      personId: z.string().nullable(),
      /** Of a person as it was then; of the system the process. */
      name: z.string().nullable(),
      address: z.string().nullable(),
    }),
    action: z.string(),
    subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
    school: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    /** Cells before and after; null = empty. */
    changes: z.array(z.object({ cell: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    /** Everything else the entry says, as it was written. */
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntryView = z.infer<typeof auditEntrySchema>;

export const auditEntriesSchema = z
  .object({ entries: z.array(auditEntrySchema), older: z.string().nullable() })
  .meta({ id: 'AuditEntries' });
export type AuditEntries = z.infer<typeof auditEntriesSchema>;

/** GET /audit/entries/workbook: the filtered list as .xlsx, at most this many of the newest. */
export const AUDIT_WORKBOOK_ROWS = 10_000;
export const auditWorkbookQuerySchema = auditQuerySchema
  .omit({ before: true, limit: true })
  .extend({ language: z.enum(['zh-CN', 'en']) });
export type AuditWorkbookQuery = z.infer<typeof auditWorkbookQuerySchema>;

/** GET /audit/chains: the chains in scope with their signed heads, and what signatures are checked with. */
export const auditChainsSchema = z
  .object({
    chains: z.array(
      z.object({
        chainId: z.uuid(),
        /** Null: the chain of the installation. Only whoever is responsible for all its counties sees it. */
        countyName: z.string().nullable(),
        entries: z.int(),
        hash: z.string(),
        signedAt: z.iso.datetime().nullable(),
        signature: z.string().nullable(),
      }),
    ),
    publicKey: z.object({ pem: z.string(), fingerprint: z.string() }),
  })
  .meta({ id: 'AuditChains' });
export type AuditChains = z.infer<typeof auditChainsSchema>;

/** POST /audit/chains/:countyId/verification: what the stand-alone verifier found, run beside the server. */
export const auditVerificationSchema = z
  .object({
    verifiedAt: z.iso.datetime(),
    intact: z.boolean(),
    entries: z.int(),
    anchors: z.int(),
    anchoredUpTo: z.int(),
    notYetAnchored: z.int(),
    notYetSealed: z.int(),
    faults: z.array(z.object({ kind: z.string(), sequence: z.int(), unprovenFrom: z.int(), description: z.string() })),
  })
  .meta({ id: 'AuditVerification' });
export type AuditVerification = z.infer<typeof auditVerificationSchema>;

/**
 * GET /self-reports/:selfReportId/receipt-proof: the entry of the submission in the audit chain, and the signed head that
 * vouches for it and lies outside the database. Kept by the school, it proves what the log held.
 */
export const receiptProofSchema = z
  .object({
    chainId: z.uuid(),
    entry: z.object({ sequence: z.int(), hash: z.string(), at: z.iso.datetime() }),
    head: z.object({
      sequence: z.int(),
      hash: z.string(),
      signedAt: z.iso.datetime(),
      signature: z.string(),
    }),
    keyFingerprint: z.string(),
  })
  .meta({ id: 'ReceiptProof' });
export type ReceiptProof = z.infer<typeof receiptProofSchema>;
