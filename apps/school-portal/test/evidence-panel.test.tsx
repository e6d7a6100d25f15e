import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addTexts, createI18n, type Language } from '@junheng/ui/plain';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import type { Evidence, EvidenceList } from '../src/api/types.ts';
import { EvidencePanel } from '../src/features/evidence/panel/evidence-panel.tsx';
import { forgetUploads } from '../src/features/evidence/uploads-registry.ts';
import { entranceTexts } from '../src/texts/entrance.ts';
import { portalTexts } from '../src/texts/portal.ts';
import { aReport, aSession } from './fake-server.ts';

const R4 = { kind: 'indicator', id: 'R4' } as const;
const R5 = { kind: 'indicator', id: 'R5' } as const;
const realFetch = globalThis.fetch;
let list: EvidenceList;
let earlier: Evidence[];
let sent: { call: string; body: unknown }[];
let refusal: string | null;

const aFile = (id: number, changes: Partial<Evidence> = {}): Evidence => ({
  id: `00000000-0000-4000-8000-00000000000${id}`,
  name: `照片${id}.jpg`,
  size: 2_400_000,
  mediaType: 'image/jpeg',
  sha256: String(id).repeat(64),
  targets: [R4],
  addedAt: '2026-05-01T00:00:00.000Z',
  addedBy: '演示填报员',
  reusedFromYear: null,
  removed: null,
  ...changes,
});

beforeEach(() => {
  const limits = { mediaTypes: [], bytesPerFile: 20 * 1024 * 1024, filesPerReport: 300, bytesPerReport: 524_288_000 };
  list = {
    evidence: [aFile(1, { targets: [R4, R5] }), aFile(2, { targets: [R5] })],
    limits,
    totalBytes: 4_800_000,
    mayChange: true,
  };
  earlier = [aFile(3, { targets: [R5] }), aFile(4), aFile(1)];
  sent = [];
  refusal = null;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname;
    const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
    if (request.method === 'GET')
      return answer(200, path.endsWith('/earlier') ? { year: 2025, evidence: earlier } : list);
    const text = await request.text();
    sent.push({
      call: `${request.method} ${path.split('/').slice(5).join('/')}`,
      body: text === '' ? null : JSON.parse(text),
    });
    if (refusal !== null) return answer(423, { type: '', title: '', status: 423, code: refusal, requestId: 'r' });
    list = { ...list, evidence: [...list.evidence, aFile(4, { reusedFromYear: 2025 })] };
    return request.method === 'DELETE' ? new Response(null, { status: 204 }) : answer(200, list);
  };
});
afterEach(async () => {
  cleanup();
  await forgetUploads(aSession().personId);
  globalThis.fetch = realFetch;
});

function open(target: typeof R4 | null, language: Language = 'zh-CN', report = aReport()) {
  const i18n = createI18n(entranceTexts, language);
  addTexts(i18n, portalTexts);
  render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <EvidencePanel report={report} session={aSession()} target={target} />
      </QueryClientProvider>
    </I18nextProvider>,
  );
  return userEvent.setup();
}

describe('the evidence of an indicator', () => {
  it('shows only what proves it, and what else that proves', async () => {
    open(R4);
    const files = await screen.findByRole('list', { name: '已有的佐证材料' });
    expect(within(files).getAllByRole('listitem')).toHaveLength(1);
    expect(files).toHaveTextContent('照片1.jpg');
    expect(files).toHaveTextContent('JPG · 2.3 MB · 演示填报员上传');
    expect(files).toHaveTextContent('同时证明：运动场馆');
  });

  it('offers last year’s files, those that proved the same first, and takes one over', async () => {
    const user = open(R4);
    await user.click(await screen.findByText('沿用 2025 年的材料（2 份）'));
    const offered = screen
      .getAllByRole('button', { name: /^沿用 / })
      .map((button) => button.getAttribute('aria-label'));
    expect(offered).toEqual(['沿用 照片4.jpg', '沿用 照片3.jpg']);
    await user.click(screen.getByRole('button', { name: '沿用 照片4.jpg' }));
    expect(await screen.findByText('照片4.jpg 已沿用，请确认仍符合今年的情况。')).toBeInTheDocument();
    expect(sent).toEqual([{ call: 'POST evidence/reuse', body: { evidenceIds: [aFile(4).id], targets: [R4] } }]);
    expect(screen.getByText(/沿用 2025 年$/)).toBeInTheDocument();
  });

  it('says why something was refused', async () => {
    const user = open(R4, 'en');
    refusal = 'self-report.locked';
    await user.click(await screen.findByText(/^Take over from 2025/));
    await user.click(screen.getByRole('button', { name: 'Take over 照片4.jpg' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This report is locked');
  });

  it('locked: the files without anything to change them', async () => {
    list = { ...list, mayChange: false };
    open(R4, 'zh-CN', aReport({ may: { ...aReport().may, fill: false } }));
    await screen.findByText('照片1.jpg');
    expect(screen.queryByText('选择文件')).toBeNull();
    expect(screen.queryByRole('button', { name: '移除 照片1.jpg' })).toBeNull();
    expect(screen.queryByText(/沿用 2025/)).toBeNull();
  });
});

describe('the evidence of a report', () => {
  it('names what each file proves, the sum, and what was taken out', async () => {
    list = {
      ...list,
      evidence: [...list.evidence, aFile(5, { removed: { at: '2026-05-02T00:00:00.000Z', by: '校长甲' } })],
    };
    open(null, 'en');
    expect(await screen.findByText('2 files, 4.6 MB (limit 500 MB)')).toBeInTheDocument();
    expect(screen.getByText('1 file removed')).toBeInTheDocument();
    expect(screen.getByText('照片5.jpg (removed by 校长甲)')).toBeInTheDocument();
  });

  it('empty says how to add', async () => {
    list = { ...list, evidence: [], totalBytes: 0 };
    open(null);
    expect(await screen.findByText('在填报页的指标旁边添加。')).toBeInTheDocument();
  });
});
