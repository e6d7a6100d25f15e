import { useState, type CompositionEvent } from 'react';
import { classNames } from './class-names.ts';

export interface SearchFieldProps {
  /** Names the field for everybody; stands in it while it is empty. */
  readonly label: string;
  /** What is searched for. It may follow `onChange` late, as an address does. */
  readonly value: string;
  /** Not called while an input method is still composing: its letters are not what is searched for. */
  readonly onChange: (text: string) => void;
  readonly className?: string | undefined;
}

/**
 * A field to search by. While it has the focus, what is typed stands in it; without, `value` does.
 * A value that comes back late would otherwise be set anew below the typing person's hands, which ends the composing of an input
 * method (nobody could search in Chinese) and sends the cursor to the end.
 */
export function SearchField({ label, value, onChange, className }: SearchFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const composed = ({ currentTarget }: CompositionEvent<HTMLInputElement>) => onChange(currentTarget.value);
  return (
    <input
      className={classNames('jh-input', className)}
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed ?? value}
      onChange={({ target, nativeEvent }) => {
        setTyped(target.value);
        const composing = nativeEvent instanceof InputEvent && nativeEvent.isComposing;
        if (!composing) onChange(target.value);
      }}
      onCompositionEnd={composed}
      onBlur={() => setTyped(null)}
    />
  );
}
