import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiProblemError, type ApiClient } from '@junheng/api-client';
import { evidenceMediaTypes, type EvidenceTarget } from '@junheng/api-contract';
import {
  addEvidence,
  forIndicator,
  photo,
  sampleFiles,
  sendPart,
  uploaded,
  zipOf,
} from '../../../test/factories/evidence.ts';
import { approveReport, openRound, reportOf, submitReport } from '../../../test/factories/reports.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';

const rooms: readonly EvidenceTarget[] = [forIndicator('R4')];
let api: TestApi;
let client: ApiClient;
let reporter: TestBrowser;
let roundId: string;
let reportId: string;
let year = 2026;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  const opensOn = `${year}-09-01`;
  api.clock.set(`${year}-09-10T01:00:00.000Z`);
  [client, reporter] = [await api.clientOf('reporter'), await api.as('reporter')];
  roundId = (await openRound(api, { year, opensOn, deadline: `${year}-10-15` })).id;
  year += 1;
  reportId = (await reportOf(api, roundId, api.world.school)).id;
});

const path = () => ({ selfReportId: reportId });
const add = (name: string, bytes: Uint8Array, targets = rooms) =>
  addEvidence(client, reporter, reportId, { name, bytes, targets });
async function list(asked: ApiClient = client, id = reportId) {
  const { data } = await asked.GET('/api/v1/self-reports/{selfReportId}/evidence', {
    params: { path: { selfReportId: id } },
  });
  if (data === undefined) throw new Error('no list');
  return data;
}
/** The code and facts of a refusal. */
async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiProblemError)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  return { code: error.code, facts: error.problem?.facts ?? {} };
}
const begin = (size: number) =>
  client.POST('/api/v1/self-reports/{selfReportId}/evidence-uploads', { params: { path: path() }, body: { size } });
const uploadPath = (id: string) => `/self-reports/${reportId}/evidence-uploads/${id}`;
const make = (uploadId: string, name = '照片.jpg') =>
  client.POST('/api/v1/self-reports/{selfReportId}/evidence', {
    params: { path: path() },
    body: { uploadId, name, targets: [...rooms] },
  });
const content = async (id: string, as: 'preview' | 'download' = 'preview', headers: Record<string, string> = {}) =>
  fetch(`${api.baseUrl}/api/v1/self-reports/${reportId}/evidence/${id}/content?as=${as}`, {
    headers: { ...reporter.headers, ...headers },
  });

describe('a file of a report', () => {
  it.each([
    ['jpg', 'image/jpeg'],
    ['png', 'image/png'],
    ['webp', 'image/webp'],
    ['heic', 'image/heic'],
    ['pdf', 'application/pdf'],
    ['docx', evidenceMediaTypes[5]],
    ['xlsx', evidenceMediaTypes[6]],
  ] as const)('%s is told by its bytes, kept and served as it was uploaded', async (kind, mediaType) => {
    const bytes = sampleFiles[kind];
    const evidence = await add(`教室.${kind}`, bytes);
    expect(evidence).toMatchObject({
      name: `教室.${kind}`,
      mediaType,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      targets: rooms,
      addedBy: '填报员甲',
      removed: null,
    });
    const answer = await content(evidence.id);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    const shown = ['jpg', 'png', 'webp', 'pdf'].includes(kind);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': mediaType,
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': expect.stringMatching(shown ? /^inline;/ : /^attachment;/),
    });
    const saved = await content(evidence.id, 'download');
    expect(saved.headers.get('content-disposition')).toBe(
      `attachment; filename="__.${kind}"; filename*=UTF-8''${encodeURIComponent('教室')}.${kind}`,
    );
    const again = await content(evidence.id, 'preview', { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('arrives in parts, whatever happens in between', async () => {
    const bytes = Buffer.concat([sampleFiles.jpg, Buffer.alloc(300_000, 7)]);
    const { data } = await begin(bytes.length);
    const at = uploadPath(data?.id ?? '');
    expect((await sendPart(reporter, at, 0, bytes.subarray(0, 100_000))).headers.get('upload-offset')).toBe('100000');
    // Sent again because the answer was lost: refused, nothing doubled.
    expect((await sendPart(reporter, at, 0, bytes.subarray(0, 100_000))).problem().code).toBe(
      'evidence.upload-incomplete',
    );
    expect(await refusal(make(data?.id ?? ''))).toEqual({
      code: 'evidence.upload-incomplete',
      facts: { size: bytes.length, offset: 100_000 },
    });
    await brokenOff(at, 100_000, bytes.subarray(100_000, 200_000));
    const head = await reporter.send('HEAD', at);
    const offset = Number(head.headers.get('upload-offset'));
    expect([head.status, head.headers.get('tus-resumable'), head.headers.get('upload-length')]).toEqual([
      200,
      '1.0.0',
      String(bytes.length),
    ]);
    expect(offset).toBeGreaterThanOrEqual(100_000);
    expect((await sendPart(reporter, at, offset, bytes.subarray(offset))).status).toBe(204);
    const { data: evidence } = await make(data?.id ?? '');
    expect(Buffer.from(await (await content(evidence?.id ?? '')).arrayBuffer())).toEqual(bytes);
    // The answer to that was lost too: the same again.
    expect((await make(data?.id ?? '')).data).toEqual(evidence);
    expect((await list()).evidence).toHaveLength(1);
    expect(readdirSync(join(api.config.dataDir, 'uploads'))).toEqual([]);
  });

  it('proves several things, which can change; is taken out with its trace; and is kept once', async () => {
    const evidence = await add('操场.jpg', photo('a'));
    const both = [forIndicator('R4'), forIndicator('R5')];
    const same = await add('同一张.jpg', photo('a'), [forIndicator('R5')]);
    expect(same).toMatchObject({ id: evidence.id, name: '操场.jpg', targets: both });
    const one = { params: { path: { ...path(), evidenceId: evidence.id } } };
    const { data } = await client.PUT('/api/v1/self-reports/{selfReportId}/evidence/{evidenceId}/targets', {
      ...one,
      body: { targets: [{ kind: 'item', id: 'pupils' }, ...both, ...both] },
    });
    expect(data?.targets).toEqual([...both, { kind: 'item', id: 'pupils' }]);
    await client.DELETE('/api/v1/self-reports/{selfReportId}/evidence/{evidenceId}', one);
    expect(await list()).toMatchObject({
      totalBytes: 0,
      evidence: [{ id: evidence.id, removed: { by: '填报员甲' } }],
    });
    expect((await content(evidence.id)).status).toBe(404);
    expect((await add('再次.jpg', photo('a'))).id).not.toBe(evidence.id);
    const entries = await api.database.query<{ action: string }>(
      'SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id',
      [evidence.id],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'evidence.added',
      'evidence.attached',
      'evidence.attached',
      'evidence.removed',
    ]);
  });

  it('hangs only on what the edition asks for', async () => {
    const uploadId = await uploaded(client, reporter, reportId, photo('x'));
    const unknown = await refusal(
      client.POST('/api/v1/self-reports/{selfReportId}/evidence', {
        params: { path: path() },
        body: { uploadId, name: 'a.jpg', targets: [forIndicator('R99')] },
      }),
    );
    expect(unknown.code).toBe('evidence.target-unknown');
    expect((await make(uploadId)).data?.targets).toEqual(rooms);
  });
});

/** Sends part of what it announces and cuts the line. */
async function brokenOff(path: string, offset: number, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve) => {
    const call = httpRequest(`${api.baseUrl}/api/v1${path}`, {
      method: 'PATCH',
      headers: {
        ...reporter.headers,
        'tus-resumable': '1.0.0',
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
        'content-length': String(bytes.length),
      },
    });
    call.on('error', () => resolve());
    call.write(bytes.subarray(0, 50_000), () => setTimeout(() => call.destroy(), 100));
  });
  // The server notices a moment later.
  await new Promise((resolve) => setTimeout(resolve, 200));
}

describe('hostile files', () => {
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  it.each([
    ['a program renamed to .jpg', Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(200)]), 'x-msdownload'],
    ['a page renamed to .png', html, 'unknown'],
    ['an SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), ''],
    ['an SVG behind an XML declaration', Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'), ''],
    ['a GIF', Buffer.from('GIF89a' + '\0'.repeat(40)), 'image/gif'],
    ['an old Word file', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'x-cfb'],
    ['a zip that is no document', zipOf({ name: 'readme.txt', content: 'x' }), 'application/zip'],
    [
      'a document with macros',
      zipOf({ name: 'word/document.xml', content: '<d/>' }, { name: 'word/vbaProject.bin', content: 'x' }),
      'macros',
    ],
    [
      'a zip bomb with an honest directory',
      zipOf({ name: 'word/document.xml', content: '<d/>', declaredSize: 2_000_000_000 }),
      'suspicious-archive',
    ],
    ['a broken archive', sampleFiles.docx.subarray(0, 60), 'damaged'],
    ['a text', Buffer.from('%!PS-Adobe not a PDF'), ''],
  ])('%s is refused, and nothing of it stays', async (_what, bytes, found) => {
    const uploadId = await uploaded(client, reporter, reportId, bytes);
    const { code, facts } = await refusal(make(uploadId, '照片.jpg'));
    expect([code, facts['found']]).toEqual(['evidence.type-refused', expect.stringContaining(found)]);
    expect((await list()).evidence).toEqual([]);
    expect(readdirSync(join(api.config.dataDir, 'uploads'))).toEqual([]);
    expect((await refusal(make(uploadId))).code).toBe('evidence.upload-not-found');
  });

  it('a zip bomb whose directory lies is kept as it is and never unpacked', async () => {
    const bomb = zipOf({ name: 'word/document.xml', content: Buffer.alloc(50_000_000), declaredSize: 10 });
    const before = process.memoryUsage().arrayBuffers;
    const evidence = await add('说明.docx', bomb);
    expect(evidence.size).toBe(bomb.length);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40_000_000);
  });

  it.each([
    ['../../../etc/passwd', 'passwd.jpg'],
    ['C:\\fakepath\\宿舍.JPG', '宿舍.jpg'],
    ['photo\u202Egpj.exe', 'photogpj.exe.jpg'],
    ['a"; filename="b.html', 'a_; filename=_b.html.jpg'],
    ['<script>.svg', '_script_.svg.jpg'],
    ['\u0007..', 'file.jpg'],
    [`${'长'.repeat(300)}.jpeg`, `${'长'.repeat(120)}.jpeg`],
  ])('the name %j becomes %j', async (given, name) => {
    const evidence = await add(given, photo(given));
    expect(evidence.name).toBe(name);
    const disposition = (await content(evidence.id, 'download')).headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[\w.() -]+"; filename\*=UTF-8''[\w.%!#$&+^`|~-]+$/);
    expect(readdirSync(api.config.dataDir).sort()).toEqual(['files', 'uploads']);
  });

  it('nothing, too much, and another length than announced', async () => {
    expect((await refusal(begin(0))).code).toBe('evidence.empty');
    expect(await refusal(begin(20 * 1024 * 1024 + 1))).toEqual({
      code: 'evidence.too-large',
      facts: { limitBytes: 20 * 1024 * 1024 },
    });
    const { data } = await begin(10);
    const at = uploadPath(data?.id ?? '');
    expect((await sendPart(reporter, at, 0, photo('longer'))).problem().code).toBe('evidence.too-large');
    expect((await sendPart(reporter, at, 5, photo('').subarray(0, 5))).problem().code).toBe(
      'evidence.upload-incomplete',
    );
    const nonsense = await sendPart(reporter, at, 0, photo('').subarray(0, 5), { 'upload-offset': '-1' });
    expect(nonsense.problem().code).toBe('request.malformed');
    const other = await reporter.send('PATCH', at, {
      body: 'x',
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(other.status).toBe(415);
    expect((await reporter.send('HEAD', at)).headers.get('upload-offset')).toBe('0');
    expect((await reporter.delete(at)).status).toBe(204);
    expect((await reporter.send('HEAD', at)).status).toBe(404);
  });

  it('more uploads at once than anybody needs', async () => {
    const begun: (string | undefined)[] = [];
    for (let count = 0; count < 20; count += 1) begun.push((await begin(1_000)).data?.id);
    expect(await refusal(begin(1_000))).toEqual({ code: 'evidence.too-many', facts: { limit: 20 } });
    // What nobody goes on with is thrown away after a week.
    api.clock.advance(8 * 24 * 60 * 60_000);
    [client, reporter] = [await api.clientOf('reporter'), await api.as('reporter')];
    const { data } = await begin(1_000);
    expect(readdirSync(join(api.config.dataDir, 'uploads')).filter((name) => !name.endsWith('.json'))).toEqual([
      data?.id,
    ]);
    expect(begun).not.toContain(data?.id);
  });

  it('promised bytes count against what a report may hold', async () => {
    await api.database.dataSource.query(
      `INSERT INTO evidence_uploads (self_report_id, size, begun_at) VALUES ($1, 524288000 - 1000, $2)`,
      [reportId, api.clock.now()],
    );
    expect((await refusal(begin(1_001))).code).toBe('evidence.total-exceeded');
    expect((await begin(1_000)).data?.offset).toBe(0);
  });
});

describe('who may', () => {
  it('the school’s own people change it, its bureau and inspectors see it, another school knows nothing of it', async () => {
    const evidence = await add('台账.pdf', sampleFiles.pdf);
    const item = `/self-reports/${reportId}/evidence`;
    for (const persona of ['principal', 'countyAdministrator', 'areaInspector', 'cityReviewer'] as const) {
      const seen = await list(await api.clientOf(persona));
      expect([persona, seen.evidence.length, seen.mayChange]).toEqual([persona, 1, persona === 'principal']);
      const browser = await api.as(persona);
      expect((await browser.get(`${item}/${evidence.id}/content`)).status).toBe(200);
    }
    const bureau = await api.as('countyAdministrator');
    expect((await bureau.delete(`${item}/${evidence.id}`)).problem().code).toBe('permission.denied');
    for (const persona of ['otherReporter', 'foreignReporter', 'foreignAdministrator'] as const) {
      const stranger = await api.as(persona);
      const answers = [
        await stranger.get(item),
        await stranger.get(`${item}/${evidence.id}/content`),
        await stranger.get(`${item}/earlier`),
      ];
      expect([persona, ...answers.map(({ status }) => status)]).toEqual([persona, 404, 404, 404]);
    }
    const neighbour = await api.as('otherReporter');
    expect((await neighbour.delete(`${item}/${evidence.id}`)).status).toBe(404);
    expect((await neighbour.post(`/self-reports/${reportId}/evidence-uploads`, { size: 5 })).status).toBe(404);
  });

  it('an upload belongs to its report: neither its bytes nor its evidence go to another', async () => {
    const mine = await uploaded(client, reporter, reportId, photo('mine'));
    const theirs = (await reportOf(api, roundId, api.world.otherSchool)).id;
    const neighbour = await api.as('otherReporter');
    const elsewhere = `/self-reports/${theirs}/evidence-uploads/${mine}`;
    expect((await neighbour.send('HEAD', elsewhere)).status).toBe(404);
    expect((await sendPart(neighbour, elsewhere, 0, photo('x'))).status).toBe(404);
    const taken = await neighbour.post(`/self-reports/${theirs}/evidence`, {
      uploadId: mine,
      name: 'a.jpg',
      targets: rooms,
    });
    expect(taken.problem().code).toBe('evidence.upload-not-found');
    const evidence = (await make(mine)).data;
    expect((await neighbour.get(`/self-reports/${theirs}/evidence/${evidence?.id ?? ''}/content`)).status).toBe(404);
    const reused = await neighbour.post(`/self-reports/${theirs}/evidence/reuse`, { evidenceIds: [evidence?.id] });
    expect(reused.problem().code).toBe('evidence.not-found');
  });

  it('nobody while the report is locked or its round is over', async () => {
    const evidence = await add('校门.jpg', photo('gate'));
    const waiting = await uploaded(client, reporter, reportId, photo('waiting'));
    const submitted = await submitReport(api, roundId, api.world.school, 'primary');
    const attempts = () => [
      begin(10),
      make(waiting),
      client.DELETE('/api/v1/self-reports/{selfReportId}/evidence/{evidenceId}', {
        params: { path: { ...path(), evidenceId: evidence.id } },
      }),
      client.PUT('/api/v1/self-reports/{selfReportId}/evidence/{evidenceId}/targets', {
        params: { path: { ...path(), evidenceId: evidence.id } },
        body: { targets: [forIndicator('R5')] },
      }),
      client.POST('/api/v1/self-reports/{selfReportId}/evidence/reuse', {
        params: { path: path() },
        body: { evidenceIds: [randomUUID()] },
      }),
    ];
    for (const attempt of attempts()) {
      expect(await refusal(attempt)).toMatchObject({ code: 'self-report.locked', facts: { lock: 'submitted' } });
    }
    const bureau = await api.as('countyAdministrator');
    await bureau.post(`/self-reports/${reportId}/return`, {
      revision: submitted.revision,
      reasons: [{ cell: null, reason: '佐证材料不全' }],
    });
    expect((await make(waiting)).data?.name).toBe('照片.jpg');
    api.clock.advance(60 * 24 * 60 * 60_000);
    [client, reporter] = [await api.clientOf('reporter'), await api.as('reporter')];
    expect((await refusal(begin(10))).code).toBe('round.closed');
  });
});

describe('last year’s files', () => {
  it('are offered and taken over, with what they prove, once', async () => {
    await add('旧操场.jpg', photo('field'), [forIndicator('R5')]);
    const gone = await add('旧照.jpg', photo('gone'));
    await client.DELETE('/api/v1/self-reports/{selfReportId}/evidence/{evidenceId}', {
      params: { path: { ...path(), evidenceId: gone.id } },
    });
    await approveReport(api, roundId, api.world.school, 'primary');
    const lastYear = year - 1;
    api.clock.set(`${year}-09-10T01:00:00.000Z`);
    [client, reporter] = [await api.clientOf('reporter'), await api.as('reporter')];
    const next = await openRound(api, { year, opensOn: `${year}-09-01`, deadline: `${year}-10-15` });
    year += 1;
    reportId = (await reportOf(api, next.id, api.world.school)).id;

    const { data } = await client.GET('/api/v1/self-reports/{selfReportId}/evidence/earlier', {
      params: { path: path() },
    });
    expect(data).toMatchObject({ year: lastYear, evidence: [{ name: '旧操场.jpg' }] });
    const reuse = (evidenceIds: string[], targets?: EvidenceTarget[]) =>
      client.POST('/api/v1/self-reports/{selfReportId}/evidence/reuse', {
        params: { path: path() },
        body: { evidenceIds, ...(targets === undefined ? {} : { targets }) },
      });
    const [old] = data?.evidence ?? [];
    const { data: after } = await reuse([old?.id ?? '']);
    expect(after?.evidence).toMatchObject([
      { name: '旧操场.jpg', targets: [forIndicator('R5')], reusedFromYear: lastYear },
    ]);
    expect((await reuse([old?.id ?? ''], [...rooms])).data?.evidence).toHaveLength(1);
    expect(await (await content(after?.evidence[0]?.id ?? '')).text()).toContain('field');
    expect((await refusal(reuse([gone.id]))).code).toBe('evidence.not-found');
  });
});
