import { useState } from 'react';

const DECIMAL = /^-?\d{1,12}(\.\d{1,9})?$/;

/** A decimal that is told once it is one; while it is none, it is only marked. */
export function NumberInput(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? props.value;
  return (
    <input
      className="jh-input jc-number"
      inputMode="decimal"
      aria-label={props.label}
      aria-invalid={!DECIMAL.test(shown) || undefined}
      value={shown}
      onChange={({ target: { value } }) => {
        setTyped(value);
        if (DECIMAL.test(value)) props.onChange(value);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
