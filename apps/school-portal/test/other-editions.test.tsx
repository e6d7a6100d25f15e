import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { amendEdition, qualityBalance2017 } from '@junheng/evaluation-core';
import { text } from '@junheng/evaluation-messages/plain';
import { createI18n } from '@junheng/ui/plain';
import { cleanup, render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { loadSession } from '../src/api/session.ts';
import { placeFor } from '../src/app/place.ts';
import { openPortal } from '../src/app/portal.tsx';
import { Root } from '../src/app/root.tsx';
import { forgetAll } from '../src/features/self-report/saver-registry.ts';
import { entranceTexts } from '../src/texts/entrance.ts';
import { aReport, aSession, FakeServer, round } from './fake-server.ts';

const realFetch = globalThis.fetch;
const server = new FakeServer();

beforeEach(() => {
  globalThis.fetch = server.fetch;
  Element.prototype.scrollIntoView = () => undefined;
  window.scrollTo = () => undefined;
});
afterEach(async () => {
  cleanup();
  await forgetAll(aSession().personId);
  globalThis.fetch = realFetch;
});

async function openReport(editionId: string): Promise<void> {
  server.report = aReport({ round: { ...round, editionId } });
  history.replaceState(null, '', `/reports/${server.report.id}?section=equipment`);
  const i18n = createI18n(entranceTexts, 'zh-CN');
  render(
    <I18nextProvider i18n={i18n}>
      <Root
        initial={placeFor(await loadSession(), location.pathname)}
        loadPortal={() => openPortal(i18n)}
        Portal={await openPortal(i18n)}
      />
    </I18nextProvider>,
  );
}

it('the form of a round on 教督〔2012〕3号 is fetched with its words', async () => {
  await openReport('cn-2012-basic-balance');
  expect((await screen.findAllByText('图书册数', {}, { timeout: 20_000 })).length).toBeGreaterThan(0);
  expect(screen.getAllByText('教学用计算机台数').length).toBeGreaterThan(0);
  expect(screen.queryByText('网络多媒体教室间数')).toBeNull();
}, 40_000);

it('the rules a bureau published come from the server, with the words they bring along', async () => {
  const amended = amendEdition(qualityBalance2017, { id: 'b-990101-1', instrument: '甲教〔2026〕1号' }, []);
  if (!amended.ok) throw new Error('the copy was refused');
  const texts = { 'edition.b-990101-1': ['甲县标准', 'County A'] as const };
  server.editions = { 'b-990101-1': { ...amended.edition, texts } };
  await openReport('b-990101-1');
  expect((await screen.findAllByText('网络多媒体教室间数', {}, { timeout: 20_000 })).length).toBeGreaterThan(0);
  expect(text('zh-CN', 'edition.b-990101-1')).toBe('甲县标准');
}, 40_000);

it('rules that this release does not know are said to be unknown', async () => {
  await openReport('cn-2099-nothing');
  expect(await screen.findByText(/这个页面不认识这份上报的评估标准/, {}, { timeout: 20_000 })).toBeVisible();
}, 40_000);
