import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiProblemError, type ApiClient } from '@junheng/api-client';
import { addEvidence, forIndicator, photo, sampleFiles, zipOf } from '../../../test/factories/evidence.ts';
import { openRound, reportOf } from '../../../test/factories/reports.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';

let api: TestApi;
let client: ApiClient;
let reporter: TestBrowser;
let reportId: string;

beforeAll(async () => {
  api = await startTestApi();
  const round = await openRound(api);
  [client, reporter] = [await api.clientOf('reporter'), await api.as('reporter')];
  reportId = (await reportOf(api, round.id, api.world.school)).id;
});
afterAll(() => api.stop());

const add = (name: string, bytes: Uint8Array) =>
  addEvidence(client, reporter, reportId, { name, bytes, targets: [forIndicator('R4')] });
const refusalOf = async (name: string, bytes: Uint8Array): Promise<string | null> => {
  try {
    await add(name, bytes);
    return null;
  } catch (error) {
    if (!(error instanceof ApiProblemError)) throw error;
    return error.code;
  }
};

/** The beginning of a picture that says it is this large. */
function pngOf(width: number, height: number): Buffer {
  const bytes = Buffer.from(sampleFiles.png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
function jpegOf(width: number, height: number): Buffer {
  const frame = Buffer.from('ffc0001108000000000301220002110103110100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([sampleFiles.jpg.subarray(0, 20), frame, Buffer.from('ffd9', 'hex'), Buffer.alloc(64)]);
}

describe('pictures that claim to be gigapixels', () => {
  it.each([
    ['a phone\u2019s largest photo', jpegOf(16_320, 12_240), null],
    ['a wide scan', pngOf(20_000, 4_000), null],
    ['a bomb of a few bytes', pngOf(60_000, 60_000), 'evidence.picture-too-large'],
    ['the largest a JPEG can claim', jpegOf(65_535, 65_535), 'evidence.picture-too-large'],
    ['a ribbon', pngOf(2_000_000_000, 1), 'evidence.picture-too-large'],
  ])('%s', async (_what, bytes, code) => {
    expect(await refusalOf('照片.png', bytes)).toBe(code);
  });
});

describe('files that are two things at once are served as the one thing they were taken for, without power', () => {
  const html = '<!doctype html><script>fetch("/api/v1/session")</script>';
  it.each([
    ['a photo with a page behind it', photo(html), 'image/jpeg', 'inline'],
    ['a photo with a program archive behind it', Buffer.concat([photo(''), zipOf()]), 'image/jpeg', 'inline'],
    [
      'a picture with a page in its comment',
      Buffer.concat([sampleFiles.png, Buffer.from(html)]),
      'image/png',
      'inline',
    ],
    [
      'a PDF that runs a script and opens a program',
      Buffer.from('%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>/AA<</O<</S/Launch>>>>>>endobj\n'),
      'application/pdf',
      'inline',
    ],
    [
      'a document that fetches its template from elsewhere',
      zipOf(
        { name: 'word/document.xml', content: '<d/>' },
        { name: 'word/_rels/settings.xml.rels', content: '<Relationship Target="http://example.invalid/x.dotm"/>' },
      ),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'attachment',
    ],
  ])('%s', async (_what, bytes, mediaType, disposition) => {
    const { id } = await add('材料.html', bytes);
    const path = `${api.baseUrl}/api/v1/self-reports/${reportId}/evidence/${id}/content?as=preview`;
    const answer = await fetch(path, { headers: reporter.headers });
    expect(answer.headers.get('content-type')).toBe(mediaType);
    expect(answer.headers.get('content-disposition')).toMatch(new RegExp(`^${disposition};`));
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(answer.headers.get('content-disposition')).not.toMatch(/\.html"/);
  });
});

it('a program behind two extensions is known by its bytes, and a photo behind them gets its own', async () => {
  const program = Buffer.concat([Buffer.from('MZ\u0090\u0000', 'latin1'), Buffer.alloc(200)]);
  expect(await refusalOf('照片.jpg.exe', program)).toBe('evidence.type-refused');
  expect((await add('照片.jpg.exe', photo('double'))).name).toBe('照片.jpg.exe.jpg');
  expect((await add('\u202Egpj.exe', photo('turned'))).name).toBe('gpj.exe.jpg');
});
