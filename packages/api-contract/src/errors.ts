import { z } from 'zod';

/**
 * What went wrong, in the caller's terms. One filter of the API maps a kind to an HTTP status; nothing else knows both.
 */
export const errorKinds = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  locked: 423,
  'too-large': 413,
  'unsupported-media': 415,
  'too-many': 429,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorKind = keyof typeof errorKinds;

/**
 * The registry of refusals. A code is never reused for something else; a code that is withdrawn stays here as a comment.
 * The value is the kind; the texts in both languages stand in the apps' `problems` resources under the same key.
 */
export const errorCodes = {
  'request.malformed': 'invalid',
  'request.too-large': 'too-large',
  'request.unsupported-media': 'unsupported-media',
  'request.not-found': 'not-found',
  'request.csrf': 'forbidden',
  'request.rate-limited': 'too-many',
  'server.internal': 'internal',
  'server.unavailable': 'unavailable',
  'server.storage-full': 'unavailable',

  'session.required': 'unauthenticated',
  'session.expired': 'unauthenticated',
  'session.wrong-credentials': 'unauthenticated',
  'session.slowed-down': 'too-many',
  'session.account-locked': 'locked',
  'session.password-change-required': 'forbidden',
  'session.second-factor-required': 'unauthenticated',
  'second-factor.wrong-code': 'invalid',
  'second-factor.code-used': 'invalid',
  'second-factor.not-begun': 'conflict',
  'second-factor.active': 'conflict',
  'second-factor.unreadable': 'unavailable',
  'password.wrong-current': 'invalid',
  'password.too-weak': 'invalid',
  'one-time-link.invalid': 'not-found',
  'permission.denied': 'forbidden',
  'person.not-found': 'not-found',
  'person.login-taken': 'conflict',
  'grant.above-own-rights': 'forbidden',
  'grant.last-administrator': 'conflict',

  'region.not-found': 'not-found',
  'school.not-found': 'not-found',
  'school.code-taken': 'conflict',
  'school.closed': 'locked',
  'organisation.date-before-change': 'invalid',
  'organisation.date-in-future': 'invalid',
  'record.referred-to': 'conflict',
  'unit.not-found': 'not-found',
  'unit.name-taken': 'conflict',
  'unit.closed': 'locked',
  'grouping.not-found': 'not-found',
  'grouping.ended': 'locked',
  'grouping.school-elsewhere': 'conflict',

  'edition.not-found': 'not-found',
  'edition.published': 'locked',
  'edition.draft-not-found': 'not-found',
  'edition.draft-stale': 'conflict',
  'edition.invalid': 'invalid',
  'edition.unchanged': 'invalid',
  'edition.of-another-region': 'invalid',

  'round.not-found': 'not-found',
  'round.closed': 'locked',
  'round.not-open-yet': 'locked',
  'round.exists': 'conflict',
  'round.dates-wrong': 'invalid',
  'round.needs-county': 'invalid',
  'round.edition-asks-no-school': 'invalid',
  'round.extension-not-later': 'invalid',
  'round.school-enrolled': 'conflict',
  'round.type-not-asked': 'invalid',

  'self-report.not-found': 'not-found',
  'self-report.locked': 'locked',
  'self-report.cell-not-applicable': 'invalid',
  'self-report.cell-invalid': 'invalid',
  'self-report.cell-held': 'invalid',
  'self-report.section-unknown': 'invalid',
  'self-report.section-of-another': 'forbidden',
  'self-report.assignee-unknown': 'invalid',
  'self-report.internal-date-late': 'invalid',
  'self-report.conflict': 'conflict',
  'self-report.stale': 'conflict',
  'self-report.blocked': 'invalid',
  'self-report.wrong-status': 'conflict',
  'self-report.needs-second-person': 'forbidden',
  'self-report.idempotency-key-reused': 'conflict',
  'self-report.check-unknown': 'invalid',
  'self-report.return-reason-not-found': 'not-found',
  'self-report.review-begun': 'conflict',

  'evidence.not-found': 'not-found',
  'evidence.upload-not-found': 'not-found',
  'evidence.upload-incomplete': 'conflict',
  'evidence.empty': 'invalid',
  'evidence.too-large': 'too-large',
  'evidence.too-many': 'conflict',
  'evidence.total-exceeded': 'conflict',
  'evidence.type-refused': 'unsupported-media',
  'evidence.target-unknown': 'invalid',

  'county-report.not-found': 'not-found',
  'county-report.part-not-found': 'not-found',
  'county-report.part-locked': 'locked',
  'county-report.entry-not-yours': 'forbidden',
  'county-report.entry-unknown': 'invalid',
  'county-report.entry-invalid': 'invalid',
  'county-report.conflict': 'conflict',
  'county-report.idempotency-key-reused': 'conflict',
  'county-report.stale': 'conflict',
  'county-report.blocked': 'invalid',
  'county-report.wrong-status': 'conflict',
  'county-report.needs-second-person': 'forbidden',
  'county-report.topic-unknown': 'invalid',
  'county-report.unit-unknown': 'not-found',

  'review.reason-required': 'invalid',
  'review.cell-unknown': 'invalid',
  'review.warnings-unconfirmed': 'conflict',
  'review.other-level': 'forbidden',
  'review.returns-open': 'conflict',
  'review.second-person-needed': 'forbidden',
  'review.decided-by-another': 'conflict',
  'review.reviewer-unknown': 'invalid',

  'workbook.file-refused': 'invalid',
  'workbook.macros': 'invalid',
  'workbook.not-from-here': 'invalid',
  'workbook.other-format': 'invalid',
  'workbook.other-school': 'invalid',
  'workbook.other-round': 'invalid',
  'workbook.other-edition': 'invalid',
  'workbook.unknown-revision': 'invalid',
  'workbook.not-found': 'not-found',
  'workbook.has-faults': 'conflict',
  'workbook.undecided': 'conflict',

  'import.file-refused': 'invalid',
  'import.not-found': 'not-found',
  'import.has-errors': 'conflict',
  'import.already-confirmed': 'conflict',
  'import.warnings-unconfirmed': 'conflict',
  'import.unmapped': 'invalid',
  'import.mapping-wrong': 'invalid',
  'import.replaces-unconfirmed': 'conflict',

  'data-set.not-found': 'not-found',
  'data-set.nothing-approved': 'conflict',
  'evaluation.not-found': 'not-found',
  'evaluation.node-not-found': 'not-found',
  'evaluation.rules-changed': 'conflict',
  'evaluation.not-released': 'conflict',
  'school-result.not-found': 'not-found',

  'audit.chain-not-found': 'not-found',
  'audit.no-receipt': 'not-found',

  'inspection.not-found': 'not-found',
  'inspection.dates-wrong': 'invalid',
  'inspection.size-needs-reason': 'invalid',
  'inspection.team-needs-lead': 'invalid',
  'inspection.not-an-inspector': 'invalid',
  'inspection.school-not-of-counties': 'invalid',
  'inspection.no-school': 'conflict',
  'inspection.item-unknown': 'invalid',
  'inspection.settled': 'locked',
  'inspection.no-sample': 'conflict',
  'inspection.draw-not-found': 'not-found',
  'inspection.redraw-needs-reason': 'invalid',
  'inspection.draw-wrong-status': 'conflict',
  'inspection.heads-time-wrong': 'invalid',
  'inspection.too-early': 'conflict',
  'inspection.heads-not-ready': 'unavailable',
  'inspection.value-unreadable': 'unavailable',
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof errorCodes;

/** RFC 9457 problem. `code` is stable, `facts` fill the text of the reader's language, `cells` say where. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
    problems: z
      .array(
        z.object({
          /** JSON pointer into the request, or a cell key of the self-report. */
          at: z.string(),
          code: z.string(),
          facts: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
