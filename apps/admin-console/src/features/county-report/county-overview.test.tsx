import type { CountyOverview } from '@junheng/api-contract';
import { editionById } from '@junheng/evaluation-core';
import { createI18n } from '@junheng/ui/plain';
import { expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { insideTexts } from '../../app/inside-texts.ts';
import { fakeServerEachTest } from '../../testing/fake-server.ts';
import { CountyOverviewPage } from './county-overview.tsx';
import { countyReportTexts } from './texts.ts';

const server = fakeServerEachTest();

it('is shown in a round of a standard that the bureau published itself: its rules are fetched', async () => {
  const shipped = editionById('cn-2017-quality-balance');
  server().on('GET /editions/own-1', { content: { ...shipped, id: 'own-1' } });
  const overview = {
    round: { id: 'r', editionId: 'own-1' },
    reportId: 'c',
    rows: [],
    totals: [],
    schoolCount: 0,
    countedSchools: 0,
  } as unknown as CountyOverview;
  const texts = { 'zh-CN': { ...insideTexts['zh-CN'], ...countyReportTexts['zh-CN'] }, en: {} };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <I18nextProvider i18n={createI18n(texts, 'zh-CN')}>
        <MemoryRouter>
          <CountyOverviewPage overview={overview} exportHref="/overview.xlsx" />
        </MemoryRouter>
      </I18nextProvider>
    </QueryClientProvider>,
  );
  expect(await screen.findByText('导出 Excel')).toBeVisible();
});
