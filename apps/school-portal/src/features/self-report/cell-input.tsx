import type { CellDefinition } from '@junheng/evaluation-core';
import { classNames, useTexts } from '@junheng/ui/plain';
import { useLayoutEffect, useRef, useState } from 'react';
import { grouped } from './model/shown-number.ts';
import { useWords } from './use-words.ts';

export interface CellInputProps {
  readonly cell: CellDefinition;
  /** The newest text, typed or stored. */
  readonly text: string;
  readonly readOnly: boolean;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly onType: (text: string) => void;
  /** The person is done with the cell for now: send it. */
  readonly onLeave: () => void;
}

/** The control of one cell, by the kind of its value. All carry `data-cell`, by which the grid moves the focus. */
export function CellInput(props: CellInputProps) {
  const { value } = props.cell.item;
  switch (value.kind) {
    case 'number':
      return <TypedInput {...props} numeric />;
    case 'text':
    case 'date':
      return <TypedInput {...props} numeric={false} />;
    case 'flag':
      return <ChoiceButtons {...props} options={['yes', 'no']} />;
    case 'choice':
      return value.options.length <= 3 ? (
        <ChoiceButtons {...props} options={value.options} />
      ) : (
        <ChoiceList {...props} options={value.options} />
      );
    default: {
      const exhaustive: never = value;
      return exhaustive;
    }
  }
}

function useCellLabel(cell: CellDefinition): string {
  const { t } = useTexts('portal');
  const words = useWords();
  const stage = cell.stage === null ? t('report.wholeSchool') : words.stage(cell.stage);
  return t('report.cell', { item: words.item(cell.item.id), stage });
}

function TypedInput(props: CellInputProps & { readonly numeric: boolean }) {
  const { cell, text, readOnly, invalid, describedBy, numeric, onType, onLeave } = props;
  const words = useWords();
  const label = useCellLabel(cell);
  // While the caret is in the cell its text is the person's: an acknowledged "12." must not turn into "12" under their hands.
  // Before the first key it follows: what is recovered from the device arrives a moment after a page opens at a cell.
  const [focused, setFocused] = useState(false);
  const [own, setOwn] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const fresh = useRef(false);
  // Typing replaces, as in a spreadsheet: before the next key can arrive, or its character would be lost. Another text under a caret that has
  // typed nothing yet takes the selection away, and what is typed then would be added to it.
  useLayoutEffect(() => {
    if (focused && own === null) input.current?.select();
  }, [focused, own, text]);
  const isYear = cell.item.unit === 'year';
  const unit = words.unitOf(cell.item, text);
  const shown = own ?? (numeric && !focused && !invalid && !isYear ? grouped(text) : text);
  return (
    <span className={classNames('cell-input', numeric && 'cell-input--number')}>
      <input
        ref={input}
        className="jh-input cell-input__control"
        type="text"
        data-cell={cell.key}
        inputMode={numeric ? 'decimal' : 'text'}
        autoComplete="off"
        aria-label={label}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        aria-required={cell.required || undefined}
        readOnly={readOnly}
        value={shown}
        onFocus={() => {
          fresh.current = true;
          setFocused(true);
        }}
        onMouseUp={(event) => {
          // The click that brought the focus has put its caret over the selection.
          if (fresh.current) event.currentTarget.select();
          fresh.current = false;
        }}
        onKeyDown={() => {
          fresh.current = false;
        }}
        onChange={(event) => {
          setOwn(event.target.value);
          onType(event.target.value);
        }}
        onBlur={() => {
          setFocused(false);
          setOwn(null);
          onLeave();
        }}
      />
      {unit === '' ? null : (
        <span className="cell-input__unit" aria-hidden="true">
          {unit}
        </span>
      )}
    </span>
  );
}

function ChoiceButtons(props: CellInputProps & { readonly options: readonly string[] }) {
  const { cell, text, readOnly, invalid, describedBy, options, onType, onLeave } = props;
  const words = useWords();
  const label = useCellLabel(cell);
  return (
    <div
      role="radiogroup"
      className="cell-choices"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      aria-required={cell.required || undefined}
    >
      {options.map((option, index) => (
        <label key={option} className="cell-choices__choice">
          <input
            type="radio"
            name={cell.key}
            data-cell={option === text || (index === 0 && !options.includes(text)) ? cell.key : undefined}
            checked={option === text}
            disabled={readOnly}
            onChange={() => {
              onType(option);
              onLeave();
            }}
          />
          <span>{words.value(cell.item.id, option)}</span>
        </label>
      ))}
    </div>
  );
}

function ChoiceList(props: CellInputProps & { readonly options: readonly string[] }) {
  const { cell, text, readOnly, invalid, describedBy, options, onType, onLeave } = props;
  const { t } = useTexts('portal');
  const words = useWords();
  return (
    <select
      className="jh-input cell-select"
      data-cell={cell.key}
      aria-label={useCellLabel(cell)}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      aria-required={cell.required || undefined}
      disabled={readOnly}
      value={text}
      onChange={(event) => {
        onType(event.target.value);
        onLeave();
      }}
    >
      {text === '' ? <option value="">{t('report.choose')}</option> : null}
      {options.map((option) => (
        <option key={option} value={option}>
          {words.value(cell.item.id, option)}
        </option>
      ))}
    </select>
  );
}
