import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { amendEdition, qualityBalance2017, type Edition } from '@junheng/evaluation-core';
import { addTexts, createI18n, type Language } from '@junheng/ui/plain';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import type { SelfReport } from '../src/api/types.ts';
import { IndicatorList } from '../src/features/self-report/indicator-list.tsx';
import { useReport } from '../src/features/self-report/use-report.ts';
import { forgetAll } from '../src/features/self-report/saver-registry.ts';
import { entranceTexts } from '../src/texts/entrance.ts';
import { portalTexts } from '../src/texts/portal.ts';
import { aReport, aSession } from './fake-server.ts';

/** A rural school of 60 pupils without PE and arts teachers of its own; one visits. */
const small = aReport({
  serverTime: '2026-11-22T02:00:00.000Z',
  cells: {
    'school-type': 'primary',
    ownership: 'public',
    locale: 'rural',
    'pupils.primary': '60',
    'rural-50-to-99-pupils': 'yes',
    'pe-teachers.primary': '0',
    'music-teachers.primary': '0',
    'fine-art-teachers.primary': '0',
    'arts-teachers.primary': '0',
    'visiting-pe-teachers.primary': '1',
    'visiting-music-teachers.primary': '0',
    'visiting-fine-art-teachers.primary': '0',
    'visiting-arts-teachers.primary': '0',
  },
});

function amended(validFrom: string | null, validUntil: string | null): Edition {
  const result = amendEdition(qualityBalance2017, { id: 'qingquan-2026', instrument: '清泉县〔2026〕1号' }, [
    { kind: 'special-rule', rule: 'visiting-pe-and-arts-teachers', enabled: true, validFrom, validUntil },
  ]);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.edition;
}

function Shown({ report, edition }: { readonly report: SelfReport; readonly edition: Edition }) {
  return <IndicatorList open={useReport(report, aSession(), edition)} onJump={() => undefined} />;
}

function show(edition: Edition, language: Language = 'zh-CN', report: SelfReport = small): HTMLElement {
  const i18n = createI18n(entranceTexts, language);
  addTexts(i18n, portalTexts);
  render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <Shown report={report} edition={edition} />
        </MemoryRouter>
      </QueryClientProvider>
    </I18nextProvider>,
  );
  const [row] = screen
    .getAllByRole('listitem')
    .filter((each) => each.classList.contains('indicator') && /体育|PE and arts/.test(each.textContent));
  if (row === undefined) throw new Error('no row of the indicator');
  return row;
}

afterEach(async () => {
  cleanup();
  await forgetAll(aSession().personId);
});

describe('what a special rule would change', () => {
  it('is told where the standard has it off: what, when, for whom, on what evidence', async () => {
    const row = show(qualityBalance2017);
    expect(row).toHaveTextContent('未达标');
    await userEvent.click(within(row).getByText('特殊规定（1 条）能改变什么'));
    expect(row).toHaveTextContent('本标准没有启用，现在不能用。 有效期至 2022年12月31日。');
    expect(row).toHaveTextContent('本校符合。');
    expect(row).toHaveTextContent('如果适用：0.00 → 1.67（标准 0.9），达标。');
    expect(row).toHaveTextContent('交流轮岗、走教教师的任课安排和记录');
    expect(row).toHaveTextContent('认定后三年内须达到正常标准，并接受复查');
  });

  it('counts where the bureau’s own standard has it on and the day is in its window', () => {
    const row = show(amended('2026-01-01', '2028-12-31'));
    expect(row).toHaveTextContent('达标');
    expect(row).not.toHaveTextContent('还差');
    expect(within(row).getByText(/已计入：现为/)).toBeVisible();
    expect(row).toHaveTextContent('有效期 2026年1月1日 至 2028年12月31日。');
  });

  it.each([
    [amended('2027-01-01', null), 'On, but its window has not begun. Valid from January 1, 2027.'],
    [amended(null, '2026-11-21'), 'Its window has ended: it cannot be used now. Valid until November 21, 2026.'],
  ])('does not count out of its window, and says so in English', (edition, said) => {
    const row = show(edition, 'en');
    expect(row).toHaveTextContent('Not met');
    expect(row).toHaveTextContent(said);
    expect(row).toHaveTextContent('If it applied: 0.00 → 1.67 (standard 0.9), met.');
  });

  it('changes nothing for a school that does not meet its condition', () => {
    const other = { ...small, cells: { ...small.cells, 'rural-50-to-99-pupils': 'no' } };
    const row = show(amended(null, null), 'zh-CN', other);
    expect(row).toHaveTextContent('本校不符合。');
    expect(row).toHaveTextContent('本校不符合条件，不会改变。');
  });
});
