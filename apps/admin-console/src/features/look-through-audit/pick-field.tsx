import { useId, useState } from 'react';

export interface PickOption {
  readonly id: string;
  readonly label: string;
}

/** One of many by typing part of its name: the browser's own list. Nothing is chosen until a whole name stands there. */
export function PickField(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly options: readonly PickOption[];
  readonly chosen: string;
  /** Shown for a chosen one that is not among the options (any more). */
  readonly chosenLabel: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const list = useId();
  const labelOf = (id: string) =>
    id === '' ? '' : (props.options.find((option) => option.id === id)?.label ?? props.chosenLabel ?? '');
  const named = labelOf(props.chosen);
  const [typed, setTyped] = useState<{ readonly text: string; readonly for: string } | null>(null);
  return (
    <>
      <input
        className="jh-input jc-filters__text"
        type="search"
        list={list}
        aria-label={props.label}
        placeholder={props.placeholder}
        value={typed !== null && typed.for === props.chosen ? typed.text : named}
        onChange={({ target: { value } }) => {
          const option = props.options.find(({ label }) => label === value);
          setTyped(option === undefined && value !== '' ? { text: value, for: props.chosen } : null);
          if (option !== undefined) props.onChoose(option.id);
          else if (value === '') props.onChoose('');
        }}
      />
      <datalist id={list}>
        {props.options.map(({ id, label }) => (
          <option key={id} value={label}>
            {label}
          </option>
        ))}
      </datalist>
    </>
  );
}
