import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { ApiClient } from '@junheng/api-client';
import { addEvidence, forIndicator, photo } from '../../../test/factories/evidence.ts';
import { downloadWorkbook, EditedWorkbook, uploadWorkbook } from '../../../test/factories/report-workbooks.ts';
import { openRound, reportOf, submitReport } from '../../../test/factories/reports.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import { REPORT_WORKBOOK_LIMITS, UNAPPLIED_UPLOADS_KEPT } from '../self-reports/workbook/report-workbook-limits.ts';
import { ReportWorkbooksForgetting } from '../self-reports/workbook/report-workbooks-forgetting.service.ts';
import { DISCARDED_FILES_KEPT_DAYS, FilesForgetting, REMOVED_FILES_KEPT_DAYS } from './files-forgetting.service.ts';

const DAY = 24 * 60 * 60_000;
let api: TestApi;
let client: ApiClient;
let reporter: TestBrowser;
let roundId: string;
let reportId: string;
let year = 2040;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  api.clock.set(`${year}-01-10T01:00:00.000Z`);
  roundId = (await openRound(api, { year, opensOn: `${year}-01-01`, deadline: `${year}-12-30` })).id;
  year += 1;
  reportId = (await reportOf(api, roundId, api.world.school)).id;
  await again();
});

/** Signed in anew: sessions do not live as long as files. */
async function again(): Promise<void> {
  [client, reporter] = [await api.clientOf('reporter'), await api.as('reporter')];
}
const add = (mark: string, id = reportId) =>
  addEvidence(client, reporter, id, {
    name: `${mark}.jpg`,
    bytes: photo(`${year}${mark}`),
    targets: [forIndicator('R4')],
  });
const remove = (evidenceId: string) => reporter.delete(`/self-reports/${reportId}/evidence/${evidenceId}`);
const isStored = (sha256: string) => api.app.get(FileStore).has(sha256);
const forget = () => api.app.get(FilesForgetting).forget();

/** Past the time in which it can be asked for again, marked, and past the day of the mark. */
async function timePasses(): Promise<Readonly<Record<string, number>>> {
  api.clock.advance((REMOVED_FILES_KEPT_DAYS + 1) * DAY);
  await forget();
  api.clock.advance((DISCARDED_FILES_KEPT_DAYS + 1) * DAY);
  const done = await forget();
  await again();
  return done;
}

test('bytes of evidence taken out before it was handed in go after a month; that it was there stays', async () => {
  const { id, sha256 } = await add('a');
  const kept = await add('b');
  expect((await remove(id)).status).toBe(204);
  api.clock.advance((REMOVED_FILES_KEPT_DAYS - 1) * DAY);
  expect(await forget()).toEqual({ files_discarded: 0, files_deleted: 0 });
  api.clock.advance(2 * DAY);
  expect(await forget()).toEqual({ files_discarded: 1, files_deleted: 0 });
  expect(await isStored(sha256)).toBe(true);
  api.clock.advance((DISCARDED_FILES_KEPT_DAYS + 1) * DAY);
  expect(await forget()).toEqual({ files_discarded: 0, files_deleted: 1 });
  expect([await isStored(sha256), await isStored(kept.sha256)]).toEqual([false, true]);
  expect(await forget()).toEqual({ files_discarded: 0, files_deleted: 0 });

  await again();
  const { body } = await reporter.get(`/self-reports/${reportId}/evidence`);
  expect(body).toMatchObject({ evidence: expect.arrayContaining([expect.objectContaining({ id, sha256 })]) });
  const log = await api.database.query<{ action: string }>(
    'SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id',
    [id],
  );
  expect(log.map(({ action }) => action)).toEqual(['evidence.added', 'evidence.removed', 'evidence.bytes-deleted']);
  // The same photo once more: stored anew.
  const once = await addEvidence(client, reporter, reportId, {
    name: 'a.jpg',
    bytes: photo(`${year}a`),
    targets: [forIndicator('R4')],
  });
  expect([once.sha256, await isStored(sha256)]).toEqual([sha256, true]);
  await timePasses();
  expect(await isStored(sha256)).toBe(true);
});

test('one photo in two reports stays while either has it', async () => {
  const mine = await add('shared');
  const theirs = (await reportOf(api, roundId, api.world.otherSchool)).id;
  const [otherClient, otherReporter] = [await api.clientOf('otherReporter'), await api.as('otherReporter')];
  const other = await addEvidence(otherClient, otherReporter, theirs, {
    name: 'x.jpg',
    bytes: photo(`${year}shared`),
    targets: [forIndicator('R4')],
  });
  expect(other.sha256).toBe(mine.sha256);
  await remove(mine.id);
  await timePasses();
  expect(await isStored(mine.sha256)).toBe(true);
  await (await api.as('otherReporter')).delete(`/self-reports/${theirs}/evidence/${other.id}`);
  await timePasses();
  expect(await isStored(mine.sha256)).toBe(false);
});

test('what went to the bureau once is kept for good, also when it is taken out after the report came back', async () => {
  const { id, sha256 } = await add('seen');
  const { revision } = await submitReport(api, roundId, api.world.school, 'primary');
  const bureau = await api.as('countyAdministrator');
  await bureau.post(`/self-reports/${reportId}/return`, {
    revision,
    reasons: [{ cell: null, reason: '请换一张清楚的' }],
  });
  api.clock.advance(60_000);
  const after = await add('after');
  expect([(await remove(id)).status, (await remove(after.id)).status]).toEqual([204, 204]);
  await timePasses();
  await timePasses();
  expect([await isStored(sha256), await isStored(after.sha256)]).toEqual([true, false]);
});

test('a mark is taken back by whoever stores the same bytes again, and by a reference that came between', async () => {
  const first = await add('again');
  const second = await add('between');
  for (const { id } of [first, second]) await remove(id);
  api.clock.advance((REMOVED_FILES_KEPT_DAYS + 1) * DAY);
  expect(await forget()).toMatchObject({ files_discarded: 2 });
  await again();
  expect((await add('again')).sha256).toBe(first.sha256);
  // As if it had been added while the mark was being made, before it could be seen.
  await api.database.dataSource.query('UPDATE evidence SET removed_at = NULL, removed_by_name = NULL WHERE id = $1', [
    second.id,
  ]);
  api.clock.advance((DISCARDED_FILES_KEPT_DAYS + 1) * DAY);
  expect(await forget()).toEqual({ files_discarded: 0, files_deleted: 0 });
  expect([await isStored(first.sha256), await isStored(second.sha256)]).toEqual([true, true]);
  const marked = await api.database.query('SELECT 1 FROM files WHERE discarded_at IS NOT NULL AND deleted_at IS NULL');
  expect(marked).toEqual([]);
});

test('bytes that went while somebody waited to name them are asked for once more', async () => {
  const store = api.app.get(FileStore);
  const { id, sha256 } = await add('gone');
  await remove(id);
  await store.remove(sha256);
  const reused = await reporter.post(`/self-reports/${reportId}/evidence/reuse`, { evidenceIds: [id] });
  expect(reused.status).toBe(404);
  expect((await add('gone')).sha256).toBe(sha256);
  expect(await store.has(sha256)).toBe(true);
});

test('bytes of which nothing came are found in the folder and go', async () => {
  const stray = await api.app.get(FileStore).put(Buffer.from(`stray ${year}`));
  for (let part = 0; part < 256; part += 1) await forget();
  expect(await isStored(stray.sha256)).toBe(true);
  api.clock.advance((DISCARDED_FILES_KEPT_DAYS + 1) * DAY);
  await forget();
  expect(await isStored(stray.sha256)).toBe(false);
  expect(await api.database.query('SELECT 1 FROM files WHERE sha256 = $1', [stray.sha256])).toEqual([]);
});

test('uploaded workbooks that nobody confirms are let go of: the oldest beyond a few, all after a month, and their bytes', async () => {
  expect(REPORT_WORKBOOK_LIMITS.fileBytes).toBe(5 * 1024 * 1024);
  const sheet = await EditedWorkbook.of(await downloadWorkbook(reporter, reportId));
  const ids: string[] = [];
  for (let count = 0; count <= UNAPPLIED_UPLOADS_KEPT; count += 1) {
    sheet.fill({ 'pupils.primary': 100 + count });
    ids.push((await uploadWorkbook(reporter, reportId, sheet.bytes())).id);
    api.clock.advance(60_000);
  }
  const found = async (id: string | undefined) =>
    (await reporter.get(`/self-reports/${reportId}/workbooks/${id ?? ''}`)).status;
  expect([await found(ids[0]), await found(ids[1]), await found(ids.at(-1))]).toEqual([404, 200, 200]);
  const hashes = async () =>
    (await api.database.query<{ sha256: string }>('SELECT sha256 FROM report_workbooks')).map(({ sha256 }) => sha256);
  const [some = ''] = await hashes();
  api.clock.advance((REMOVED_FILES_KEPT_DAYS + 1) * DAY);
  expect(await api.app.get(ReportWorkbooksForgetting).forget()).toEqual({ report_workbooks: UNAPPLIED_UPLOADS_KEPT });
  expect(await hashes()).toEqual([]);
  await timePasses();
  expect(await isStored(some)).toBe(false);
});

test('whoever else comes to refer to files must be asked before their bytes go', async () => {
  const referring = await api.database.query<{ table: string }>(
    `SELECT conrelid::regclass::text AS "table" FROM pg_constraint
      WHERE contype = 'f' AND confrelid = 'files'::regclass ORDER BY 1`,
  );
  // Each of these is asked in files-forgetting.repository.ts.
  expect(referring.map(({ table }) => table)).toEqual([
    'county_report_files',
    'evidence',
    'import_files',
    'rectification_files',
    'report_workbooks',
    'visit_photos',
  ]);
});
