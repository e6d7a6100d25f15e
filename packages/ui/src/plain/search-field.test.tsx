import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { SearchField } from './search-field.tsx';

/** Holds the text as an address does: it is there a moment after it was said. */
function Late({ said }: { readonly said: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <>
      <SearchField
        label="学校"
        value={text}
        onChange={(typed) => {
          said(typed);
          setTimeout(() => setText(typed), 5);
        }}
      />
      <button type="button" onClick={() => setText('')}>
        clear
      </button>
    </>
  );
}

const late = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

describe('the search field', () => {
  it('lets an input method compose, and searches for what came of it', async () => {
    const said = jest.fn();
    render(<Late said={said} />);
    const field = screen.getByRole<HTMLInputElement>('searchbox', { name: '学校' });
    fireEvent.focus(field);
    fireEvent.compositionStart(field);
    for (const value of ['q', 'qi', 'qi yun']) {
      fireEvent.input(field, { target: { value }, isComposing: true });
      await late();
      expect(field).toHaveValue(value);
    }
    expect(said).not.toHaveBeenCalled();
    fireEvent.input(field, { target: { value: '栖云' }, isComposing: true });
    fireEvent.compositionEnd(field);
    await late();
    expect(field).toHaveValue('栖云');
    expect(said.mock.calls).toEqual([['栖云']]);
  });

  it('keeps the cursor where it is while the value comes back late', async () => {
    render(<Late said={jest.fn()} />);
    const user = userEvent.setup();
    const field = screen.getByRole<HTMLInputElement>('searchbox');
    await user.type(field, 'bc');
    await late();
    field.setSelectionRange(0, 0);
    await user.keyboard('a');
    await late();
    expect(field).toHaveValue('abc');
    expect(field.selectionStart).toBe(1);
  });

  it('shows the value again once it is left', async () => {
    render(<Late said={jest.fn()} />);
    const user = userEvent.setup();
    await user.type(screen.getByRole('searchbox'), 'bc');
    await late();
    await user.click(screen.getByRole('button', { name: 'clear' }));
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });
});
