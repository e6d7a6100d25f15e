import type { Consolidation } from '@junheng/api-contract';
import { createI18n } from '@junheng/ui/plain';
import { describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { insideTexts } from '../../app/inside-texts.ts';
import { consolidateTexts } from './texts.ts';
import { VerifiedSection } from './verified-section.tsx';

type Completed = NonNullable<Consolidation['completed']>;

function show(outdated: Completed['outdated']): void {
  const dataSet = { id: 'd', roundId: 'r', version: 1, hash: 'a'.repeat(64), frozenAt: '2026-11-01T00:00:00Z' };
  const completed: Completed = {
    number: 1,
    by: '示例督学',
    at: '2026-11-02T00:00:00Z',
    hash: 'b'.repeat(64),
    outdated,
    counties: [
      { countyId: 'c', name: '示例县', base: dataSet, verified: dataSet, changes: [], absent: [], runs: null },
    ],
  };
  const view: Consolidation = {
    inspectionId: 'i',
    inspectionName: '示例督导',
    editionId: 'cn-2017-quality-balance',
    editionTexts: {},
    limit: { kind: 'points', value: '1', set: null },
    schools: [],
    counties: [],
    basis: 'b',
    completed,
    may: { decide: true, complete: true },
  };
  const texts = { 'zh-CN': { ...insideTexts['zh-CN'], ...consolidateTexts['zh-CN'] }, en: {} };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <I18nextProvider i18n={createI18n(texts, 'zh-CN')}>
        <MemoryRouter>
          <VerifiedSection view={view} completed={completed} />
        </MemoryRouter>
      </I18nextProvider>
    </QueryClientProvider>,
  );
}

describe('the verified data of a consolidation', () => {
  it('can be evaluated beside the reported ones', () => {
    show([]);
    expect(screen.getByRole('button', { name: '用上报数据和核实数据分别评估' })).toBeVisible();
  });

  it('are not offered for evaluation once the consolidation is outdated: the server would refuse it', () => {
    show(['visits']);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/重新完成以后，才能评估核实数据/)).toBeVisible();
  });
});
