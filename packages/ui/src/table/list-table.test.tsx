import { beforeEach, expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { createI18n } from '../language/create-i18n.ts';
import { ListTable, type ListColumn } from './list-table.tsx';

interface Row {
  readonly name: string;
  readonly pupils: number | null;
}
const rows: readonly Row[] = [
  { name: 'Beta', pupils: 90 },
  { name: 'Alpha', pupils: null },
  { name: 'Gamma', pupils: 100 },
];
const columns: readonly ListColumn<Row>[] = [
  { id: 'name', title: 'Name', value: (row) => row.name, head: true },
  { id: 'pupils', title: 'Pupils', value: (row) => row.pupils, numeric: true },
];

beforeEach(() => localStorage.clear());

function show(person = 'p1') {
  return render(
    <I18nextProvider i18n={createI18n({ 'zh-CN': {}, en: {} }, 'en')}>
      <ListTable
        person={person}
        table="t"
        caption="Things"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.name}
        fileName="things"
      />
    </I18nextProvider>,
  );
}
const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

test('sorts numbers as numbers, and what has none stands last both ways', async () => {
  show();
  await userEvent.click(screen.getByRole('button', { name: /Pupils/ }));
  expect(names()).toEqual(['Beta', 'Gamma', 'Alpha']);
  await userEvent.click(screen.getByRole('button', { name: /Pupils/ }));
  expect(names()).toEqual(['Gamma', 'Beta', 'Alpha']);
  expect(screen.getByRole('columnheader', { name: /Pupils/ })).toHaveAttribute('aria-sort', 'descending');
});

test('finds in any column and says how many', async () => {
  show();
  await userEvent.type(screen.getByRole('searchbox'), 'gam');
  expect(names()).toEqual(['Gamma']);
  expect(screen.getByRole('status')).toHaveTextContent('1 of 3');
});

test('a hidden column stays hidden for this person and nobody else', async () => {
  const first = show();
  await userEvent.click(screen.getByLabelText('Pupils'));
  expect(screen.queryByRole('columnheader', { name: /Pupils/ })).toBeNull();
  first.unmount();
  const again = show();
  expect(screen.queryByRole('columnheader', { name: /Pupils/ })).toBeNull();
  again.unmount();
  show('p2');
  expect(screen.getByRole('columnheader', { name: /Pupils/ })).toBeInTheDocument();
});
