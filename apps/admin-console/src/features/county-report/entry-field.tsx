import { parseCell, type CountyCellDefinition } from '@junheng/evaluation-core';
import { text as words, valueText } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntrySaving } from './use-entry-saving.ts';

/** Where the value of one figure is typed or chosen; saved when one leaves it. */
export function FigureInput(props: {
  readonly cell: CountyCellDefinition;
  readonly saving: EntrySaving;
  readonly locked: boolean;
  readonly label: string;
}) {
  const { cell, saving, locked, label } = props;
  const { t } = useTranslation('county');
  const { language } = useLanguage();
  const { key, item } = cell;
  const options = item.value.kind === 'flag' ? ['yes', 'no'] : item.value.kind === 'choice' ? item.value.options : null;
  if (options !== null) {
    return (
      <select
        className="jh-input jc-county__value"
        aria-label={label}
        disabled={locked}
        value={saving.valueOf(key) ?? ''}
        onChange={(event) => saving.put(key, event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{t('choose')}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {valueText(language, item.id, option)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <TypedInput
      value={saving.valueOf(key) ?? ''}
      label={label}
      locked={locked}
      type={item.value.kind === 'date' ? 'date' : 'text'}
      numeric={item.value.kind === 'number'}
      read={(typed) => {
        const parsed = parseCell(item, typed);
        return parsed.ok
          ? { ok: true, value: parsed.value }
          : { ok: false, problem: words(language, `problem.${parsed.problem}`) };
      }}
      onPut={(value) => saving.put(key, value)}
    />
  );
}

type Read = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: string };

/** Keeps what is typed until it can be read; an unreadable text stays, with the reason under it. */
export function TypedInput(props: {
  readonly value: string;
  readonly label: string;
  readonly locked: boolean;
  readonly type: 'text' | 'date';
  readonly numeric: boolean;
  readonly read: (typed: string) => Read;
  readonly onPut: (value: string | null) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const leave = (): void => {
    if (typed === null) return;
    if (typed.trim() === '') {
      setProblem(null);
      setTyped(null);
      props.onPut(null);
      return;
    }
    const read = props.read(typed);
    if (!read.ok) {
      setProblem(read.problem);
      return;
    }
    setProblem(null);
    setTyped(null);
    props.onPut(read.value);
  };
  return (
    <>
      <input
        className="jh-input jc-county__value"
        type={props.type}
        inputMode={props.numeric ? 'decimal' : undefined}
        aria-label={props.label}
        aria-invalid={problem === null ? undefined : true}
        readOnly={props.locked}
        value={typed ?? props.value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave();
        }}
      />
      {problem === null ? null : (
        <p className="jc-county__problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

/** Free words of an entry; saved when one leaves it. */
export function WordsInput(props: {
  readonly entry: string;
  readonly saving: EntrySaving;
  readonly locked: boolean;
  readonly label: string;
  readonly rows: number;
}) {
  const { entry, saving } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <textarea
      className="jh-input jh-input--area jc-county__words"
      rows={props.rows}
      maxLength={1000}
      aria-label={props.label}
      placeholder={props.locked ? undefined : props.label}
      readOnly={props.locked}
      value={typed ?? saving.valueOf(entry) ?? ''}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed === null) return;
        const text = typed.trim();
        saving.put(entry, text === '' ? null : text);
        setTyped(null);
      }}
    />
  );
}
