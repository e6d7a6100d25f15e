import type { ApiClient } from '@junheng/api-client';
import type { Evidence, EvidenceTarget } from '@junheng/api-contract';
import type { Answer, TestBrowser } from '../harness/test-api.ts';
import { writeZip, type ZipPart } from '../workbooks/zip-writer.ts';

const CONTENT_TYPES = { name: '[Content_Types].xml', content: '<Types/>' };

/** Small files of every accepted kind; as much of each as tells what it is. */
export const sampleFiles = {
  jpg: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  png: Buffer.from(
    '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f0005000' +
      '1ff5ea1d2210000000049454e44ae426082',
    'hex',
  ),
  webp: Buffer.concat([Buffer.from('RIFF'), Buffer.from([26, 0, 0, 0]), Buffer.from('WEBPVP8L'), Buffer.alloc(18)]),
  heic: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(4), Buffer.from('mif1heic')]),
  pdf: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  docx: writeZip([CONTENT_TYPES, { name: 'word/document.xml', content: '<document/>' }]),
  xlsx: writeZip([CONTENT_TYPES, { name: 'xl/workbook.xml', content: '<workbook/>' }]),
} as const;

export const zipOf = (...parts: readonly ZipPart[]): Buffer => writeZip([CONTENT_TYPES, ...parts]);

/** A photo that is not the next one. */
export const photo = (mark: string): Buffer => Buffer.concat([sampleFiles.jpg, Buffer.from(mark)]);

export const forIndicator = (id: string): EvidenceTarget => ({ kind: 'indicator', id });

/** Sends bytes from an offset on, as the tus protocol does. */
export async function sendPart(
  browser: TestBrowser,
  path: string,
  offset: number,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return browser.send('PATCH', path, {
    body: new Uint8Array(bytes),
    headers: {
      'tus-resumable': '1.0.0',
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
      ...headers,
    },
  });
}

/** Announces an upload and sends all of it in one part. */
export async function uploaded(
  client: ApiClient,
  browser: TestBrowser,
  selfReportId: string,
  bytes: Uint8Array,
): Promise<string> {
  const path = { selfReportId };
  const { data } = await client.POST('/api/v1/self-reports/{selfReportId}/evidence-uploads', {
    params: { path },
    body: { size: bytes.byteLength },
  });
  if (data === undefined) throw new Error('the upload did not begin');
  const sent = await sendPart(browser, `/self-reports/${selfReportId}/evidence-uploads/${data.id}`, 0, bytes);
  if (sent.status !== 204) throw new Error(`the bytes were not taken: ${JSON.stringify(sent.body)}`);
  return data.id;
}

/** The whole way of one file. */
export async function addEvidence(
  client: ApiClient,
  browser: TestBrowser,
  selfReportId: string,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly targets: readonly EvidenceTarget[] },
): Promise<Evidence> {
  const uploadId = await uploaded(client, browser, selfReportId, file.bytes);
  const { data } = await client.POST('/api/v1/self-reports/{selfReportId}/evidence', {
    params: { path: { selfReportId } },
    body: { uploadId, name: file.name, targets: [...file.targets] },
  });
  if (data === undefined) throw new Error('the evidence was not added');
  return data;
}
