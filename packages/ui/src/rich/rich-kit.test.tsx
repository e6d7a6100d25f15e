import { describe, expect, it, jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { createI18n } from '../language/create-i18n.ts';
import { ConfirmButton } from '../plain/confirm-button.tsx';
import { AppFrame } from './app-frame.tsx';
import { AppProviders } from './app-providers.tsx';
import { DataTable } from './data-table.tsx';

function show(children: ReactNode): void {
  render(<AppProviders i18n={createI18n({ 'zh-CN': {}, en: {} }, 'zh-CN')}>{children}</AppProviders>);
}
const columns = [{ title: 'Name', dataIndex: 'name' }];

describe('DataTable', () => {
  it('says that it is empty', () => {
    show(<DataTable rowKey="name" columns={columns} rows={[]} />);
    expect(screen.getByText('这里还没有内容')).toBeVisible();
  });

  it('offers another try after a failure', async () => {
    const retry = jest.fn();
    show(<DataTable rowKey="name" columns={columns} rows={undefined} error={{ requestId: 'r-7' }} onRetry={retry} />);
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
    expect(retry).toHaveBeenCalledTimes(1);
    expect(screen.getByText(/r-7/)).toBeVisible();
  });

  it('says how many it leaves out', () => {
    show(<DataTable rowKey="name" columns={columns} rows={[{ name: 'One' }]} total={5000} />);
    expect(screen.getByText(/共 5000 条/)).toBeVisible();
  });
});

describe('ConfirmButton', () => {
  it('acts only after the question is answered', async () => {
    const act = jest.fn(() => undefined);
    show(
      <ConfirmButton title="Really?" description="It cannot be undone." onConfirm={act}>
        Delete
      </ConfirmButton>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(act).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: '确定' }));
    expect(act).toHaveBeenCalledTimes(1);
  });
});

describe('AppFrame', () => {
  it('has the languages, a way past the menu, and tells which entry was chosen', async () => {
    const select = jest.fn();
    show(
      <AppFrame product="P" menu={[{ key: 'a', label: 'First' }]} selectedKey={null} onSelect={select} account="me">
        Content
      </AppFrame>,
    );
    expect(screen.getByRole('link', { name: '跳到正文' })).toHaveAttribute('href', '#content');
    const entry = screen.queryByText('First');
    if (entry === null) await userEvent.click(screen.getByRole('button', { name: '菜单' }));
    await userEvent.click(await screen.findByText('First'));
    expect(select).toHaveBeenCalledWith('a');
  });
});
