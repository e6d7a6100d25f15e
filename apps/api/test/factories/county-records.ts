import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../src/platform/database/transaction.ts';
import { createLedger } from './ledger-records.ts';
import { createRegisterRow } from './register-rows.ts';

/** Of a file that is in the tables and not on the disk. */
const EVIDENCE_SHA256 = 'd'.repeat(64);

/** One of everything a county may have, to be asked for by those who may and those who may not. */
export interface CountyRecords {
  readonly countyId: string;
  /** The same, as routes name it. */
  readonly regionId: string;
  readonly schoolId: string;
  readonly personId: string;
  readonly grantId: string;
  readonly sessionId: string;
  readonly roundId: string;
  readonly selfReportId: string;
  readonly reasonId: string;
  readonly importId: string;
  readonly evidenceId: string;
  readonly uploadId: string;
  readonly editionId: string;
  readonly editionDraftId: string;
  readonly workbookId: string;
  readonly dataSetId: string;
  readonly evaluationId: string;
  readonly evaluationJobId: string;
  readonly schoolImportId: string;
  readonly peopleImportId: string;
  readonly unitId: string;
  readonly groupingId: string;
  readonly countyReportId: string;
  readonly countyEvidenceId: string;
  readonly partId: string;
  readonly inspectionId: string;
  readonly drawId: string;
  readonly messageId: string;
  readonly photoId: string;
  readonly rectificationId: string;
  readonly measureId: string;
  readonly feedbackLetterId: string;
  readonly annualTargetId: string;
  readonly fileId: string;
  readonly registerRowId: string;
  readonly recognitionStepId: string;
}

/**
 * Bare rows, straight into the tables: whether they make sense does not matter where they must not be seen. `mark` stands in
 * every text of theirs, so that a leak shows.
 */
export async function createCountyRecords(
  tx: Transaction,
  county: { readonly countyId: string; readonly schoolId: string; readonly personId: string },
  mark: string,
): Promise<CountyRecords> {
  const { countyId, schoolId, personId } = county;
  const one = async (sql: string, parameters: readonly unknown[]): Promise<string> => {
    const [row] = await tx.query<{ id: string }>(sql, parameters);
    if (row === undefined) throw new Error('the row was not inserted');
    return row.id;
  };
  const [edition] = await tx.query<{ id: string; hash: string }>(
    `SELECT id, hash FROM editions WHERE id = 'cn-2017-quality-balance'`,
  );
  if (edition === undefined) throw new Error('no edition is published');
  const roundId = await one(
    `INSERT INTO rounds (region_id, kind, year, edition_id, edition_hash, opens_on, deadline, created_at)
     VALUES ($1, 'special', 2026, $2, $3, '2026-09-01', '2026-10-15', $4) RETURNING id`,
    [countyId, edition.id, edition.hash, tx.at],
  );
  await tx.execute('INSERT INTO round_schools (round_id, school_id) VALUES ($1, $2)', [roundId, schoolId]);
  const selfReportId = await one(
    `INSERT INTO self_reports (round_id, school_id, county_id, status, cells, updated_at)
     VALUES ($1, $2, $3, 'filling', jsonb_build_object('pupils.primary', '4711'), $4) RETURNING id`,
    [roundId, schoolId, countyId, tx.at],
  );
  const decisionId = await one(
    `INSERT INTO review_decisions (self_report_id, level, decision, revision, cells, at, by_name)
     VALUES ($1, 'county', 'returned', 0, '{}', $2, $3) RETURNING id`,
    [selfReportId, tx.at, mark],
  );
  const reasonId = await one(
    `INSERT INTO return_reasons (self_report_id, decision_id, cell, reason, at, by_name)
     VALUES ($1, $2, 'pupils.primary', $3, $4, $3) RETURNING id`,
    [selfReportId, decisionId, mark, tx.at],
  );
  await tx.execute('INSERT INTO files (sha256, size, stored_at) VALUES ($1, 4, $2) ON CONFLICT DO NOTHING', [
    EVIDENCE_SHA256,
    tx.at,
  ]);
  const messageId = await one(
    `INSERT INTO messages (county_id, round_id, kind, text, at, by_name) VALUES ($1, $2, 'reminder', $3, $4, $3) RETURNING id`,
    [countyId, roundId, mark, tx.at],
  );
  await tx.execute('INSERT INTO message_schools (message_id, school_id) VALUES ($1, $2)', [messageId, schoolId]);
  const evidenceId = await one(
    `INSERT INTO evidence (self_report_id, sha256, name, media_type, added_at, added_by_name)
     VALUES ($1, $2, $3, 'application/pdf', $4, $3) RETURNING id`,
    [selfReportId, EVIDENCE_SHA256, mark, tx.at],
  );
  await tx.execute(`INSERT INTO evidence_targets (evidence_id, kind, target_id) VALUES ($1, 'indicator', 'R1')`, [
    evidenceId,
  ]);
  const uploadId = await one(
    'INSERT INTO evidence_uploads (self_report_id, size, begun_at) VALUES ($1, 10, $2) RETURNING id',
    [selfReportId, tx.at],
  );
  const workbookId = await one(
    `INSERT INTO report_workbooks (self_report_id, sha256, name, base_revision, content, uploaded_at, uploaded_by_name)
     VALUES ($1, $2, $3, 0, '{"entries": [], "faults": [], "sheets": []}', $4, $3) RETURNING id`,
    [selfReportId, EVIDENCE_SHA256, mark, tx.at],
  );
  const importId = await one(
    `INSERT INTO imports (round_id, county_id, preview, uploaded_at, uploaded_by)
     VALUES ($1, $2, jsonb_build_object('columns', '[]'::jsonb, 'problems', '[]'::jsonb, 'schools', '[]'::jsonb), $3, $4)
     RETURNING id`,
    [roundId, countyId, tx.at, personId],
  );
  const dataSetId = await one(
    `INSERT INTO data_sets (county_id, round_id, version, hash, content, frozen_at, frozen_by_name)
     VALUES ($1, $2, 1, $3, jsonb_build_object('countyName', $4::text), $5, $4) RETURNING id`,
    [countyId, roundId, 'f'.repeat(64), mark, tx.at],
  );
  const evaluationId = await one(
    `INSERT INTO evaluation_runs (county_id, round_id, data_set_id, edition_id, edition_hash, options, rules_version, result,
       result_hash, ran_at, ran_by_name)
     VALUES ($1, $2, $3, $4, $5, '{}', '1', jsonb_build_object('countyName', $6::text), $7, $8, $6) RETURNING id`,
    [countyId, roundId, dataSetId, edition.id, edition.hash, mark, 'e'.repeat(64), tx.at],
  );
  const evaluationJobId = await one(
    `INSERT INTO evaluation_jobs (region_id, kind, year, data, state, actor, asked_at, asked_by_name, ended_at)
     VALUES ($1, 'special', 2026, 'frozen', 'done', '{}', $2, $3, $2) RETURNING id`,
    [countyId, tx.at, mark],
  );
  const releaseId = await one(
    `INSERT INTO result_releases (county_id, round_id, evaluation_id, county_verdict, released_at, released_by_name)
     VALUES ($1, $2, $3, true, $4, $5) RETURNING id`,
    [countyId, roundId, evaluationId, tx.at, mark],
  );
  await tx.execute(
    `INSERT INTO released_results (release_id, school_id, member_ids, content)
     VALUES ($1, $2::uuid, ARRAY[$2::uuid], jsonb_build_object('schoolName', $3::text, 'schoolStages', '[]'::jsonb,
       'outOfScope', '[]'::jsonb, 'specialRules', '[]'::jsonb, 'campuses', '[]'::jsonb, 'places', '[]'::jsonb))`,
    [releaseId, schoolId, mark],
  );
  const recognitionStepId = await one(
    `INSERT INTO recognition_steps (county_id, edition_id, number, step, happened_on, document, recorded_as, recorded_at,
                                    recorded_by_name)
     VALUES ($1, $2, 1, 'recognised', '2015-12-01', $3, 'county', $4, $3) RETURNING id`,
    [countyId, edition.id, mark, tx.at],
  );
  const editionDraftId = await one(
    `INSERT INTO edition_drafts (region_id, base_id, base_hash, name, name_en, instrument, changed_at, changed_by_name)
     VALUES ($1, $2, $3, $4, $4, $4, $5, $4) RETURNING id`,
    [countyId, edition.id, edition.hash, mark, tx.at],
  );
  const editionId = `b-${countyId.slice(0, 8)}`;
  await tx.execute(
    `INSERT INTO editions (id, hash, issued_as, content, published_at, region_id)
     VALUES ($1, $2, $3, jsonb_build_object('items', '[]'::jsonb), $4, $5)`,
    [editionId, 'b'.repeat(64), mark, tx.at, countyId],
  );
  const grantId = await one('SELECT id FROM grants WHERE person_id = $1 LIMIT 1', [personId]);
  const sessionId = await one(
    `INSERT INTO sessions (token_hash, csrf_token, person_id, started_at, last_seen_at, ends_at, address, user_agent)
     VALUES ($1, 'x', $2, $3, $3, $4, '127.0.0.1', $5) RETURNING id`,
    [randomUUID(), personId, tx.at, new Date(tx.at.getTime() + 3_600_000), mark],
  );
  const schoolImportId = await one(
    `INSERT INTO school_imports (county_id, file_name, sha256, row_count, fresh_count, known_count, error_count, warning_count,
       problems, schools, uploaded_at, uploaded_by)
     VALUES ($1, $2, $3, 0, 0, 0, 0, 0, '[]', '[]', $4, $5) RETURNING id`,
    [countyId, mark, EVIDENCE_SHA256, tx.at, personId],
  );
  const peopleImportId = await one(
    `INSERT INTO people_imports (county_id, file_name, sha256, row_count, fresh_count, known_count, error_count, warning_count,
       problems, roles, uploaded_at, uploaded_by)
     VALUES ($1, $2, $3, 0, 0, 0, 0, 0, '[]', '[]', $4, $5) RETURNING id`,
    [countyId, mark, EVIDENCE_SHA256, tx.at, personId],
  );
  const unitId = await one(
    `INSERT INTO units (region_id, kind, name, opened_on) VALUES ($1, 'section', $2, '2001-01-01') RETURNING id`,
    [countyId, mark],
  );
  const countyReportId = await one(
    `INSERT INTO county_reports (round_id, county_id, entries) VALUES ($1, $2, jsonb_build_object('requirement:G1#steps', $3::text))
     RETURNING id`,
    [roundId, countyId, mark],
  );
  const partId = await one('INSERT INTO county_report_parts (county_report_id, unit_id) VALUES ($1, $2) RETURNING id', [
    countyReportId,
    unitId,
  ]);
  const countyEvidenceId = await one(
    `INSERT INTO county_report_files (county_report_id, topic, sha256, name, media_type, added_in, added_at, added_by_name)
     VALUES ($1, 'requirement:G1', $2, $3, 'application/pdf', 1, $4, $3) RETURNING id`,
    [countyReportId, EVIDENCE_SHA256, mark, tx.at],
  );
  const groupingId = await one(
    `INSERT INTO school_groups (region_id, kind, name, starts_on) VALUES ($1, 'education-group', $2, '2020-01-01') RETURNING id`,
    [countyId, mark],
  );
  await tx.execute(
    `INSERT INTO school_group_schools (school_group_id, school_id, starts_on) VALUES ($1, $2, '2020-01-01')`,
    [groupingId, schoolId],
  );
  const { inspectionId, drawId } = await createInspection(tx, { countyId, personId, edition, mark });
  const photoId = await createVisit(tx, { inspectionId, schoolId, mark });
  const ledger = await createLedger(tx, { countyId, schoolId, sha256: EVIDENCE_SHA256, mark });
  return {
    countyId,
    regionId: countyId,
    schoolId,
    personId,
    grantId,
    sessionId,
    roundId,
    selfReportId,
    reasonId,
    importId,
    evidenceId,
    uploadId,
    editionId,
    editionDraftId,
    workbookId,
    dataSetId,
    evaluationId,
    evaluationJobId,
    schoolImportId,
    peopleImportId,
    unitId,
    groupingId,
    countyReportId,
    countyEvidenceId,
    partId,
    inspectionId,
    drawId,
    messageId,
    photoId,
    ...ledger,
    registerRowId: await createRegisterRow(tx, county, mark),
    recognitionStepId,
  };
}

/** With a draw that is committed, and the person on its team. */
async function createInspection(
  tx: Transaction,
  of: {
    readonly countyId: string;
    readonly personId: string;
    readonly edition: { readonly id: string; readonly hash: string };
    readonly mark: string;
  },
): Promise<{ readonly inspectionId: string; readonly drawId: string }> {
  const [inspection] = await tx.query<{ id: string }>(
    `INSERT INTO inspections (name, kind, edition_id, edition_hash, starts_on, ends_on, selection, school_types,
       verified_items, judged_requirements, created_at, created_by_name)
     VALUES ($1, 'special', $2, $3, '2026-10-12', '2026-10-16', 'random', '{primary}', '{}', '{}', $4, $1) RETURNING id`,
    [of.mark, of.edition.id, of.edition.hash, tx.at],
  );
  const inspectionId = inspection?.id ?? '';
  await tx.execute('INSERT INTO inspection_counties (inspection_id, county_id, sample_size) VALUES ($1, $2, 10)', [
    inspectionId,
    of.countyId,
  ]);
  await tx.execute(`INSERT INTO inspection_team (inspection_id, person_id, part) VALUES ($1, $2, 'lead')`, [
    inspectionId,
    of.personId,
  ]);
  await tx.execute(
    `INSERT INTO opinions (inspection_id, county_id, status, revision, content)
     VALUES ($1, $2, 'drafting', 1, jsonb_build_object('number', '', 'basis', $3::text, 'sections', '[]'::jsonb, 'findings', '[]'::jsonb))`,
    [inspectionId, of.countyId, of.mark],
  );
  const [draw] = await tx.query<{ id: string }>(
    `INSERT INTO inspection_draws (inspection_id, number, commitment, sealed_value, committed_at, committed_by_name)
     VALUES ($1, 1, $2, 'sealed', $3, $4) RETURNING id`,
    [inspectionId, 'c'.repeat(64), tx.at, of.mark],
  );
  return { inspectionId, drawId: draw?.id ?? '' };
}

/** A visit to the school with a remark and a photo; the draw that would have it visited is only committed. */
async function createVisit(
  tx: Transaction,
  of: { readonly inspectionId: string; readonly schoolId: string; readonly mark: string },
): Promise<string> {
  const [visit] = await tx.query<{ id: string }>(
    'INSERT INTO visits (inspection_id, school_id, revision, begun_at, saved_at) VALUES ($1, $2, 1, $3, $3) RETURNING id',
    [of.inspectionId, of.schoolId, tx.at],
  );
  await tx.execute(
    `INSERT INTO visit_entries (visit_id, entry, value, revision, typed_at, clock_ahead_seconds, at, by_name)
     VALUES ($1, 'remark:visit', $2, 1, $3, 0, $3, $2)`,
    [visit?.id, of.mark, tx.at],
  );
  const [photo] = await tx.query<{ id: string }>(
    `INSERT INTO visit_photos (id, visit_id, sha256, name, media_type, taken_at, clock_ahead_seconds, added_at, added_by_name)
     VALUES (gen_random_uuid(), $1, $2, $3, 'image/jpeg', $4, 0, $4, $3) RETURNING id`,
    [visit?.id, EVIDENCE_SHA256, of.mark, tx.at],
  );
  return photo?.id ?? '';
}
