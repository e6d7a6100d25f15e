import { hasText, text as words } from '@junheng/evaluation-messages';
import { cellStateOf } from '@junheng/offline-journal';
import { SelectField, StatusTag, TextAreaField, TextField, useLanguage, type SelectOption } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { ConflictChoice } from './conflict-choice.tsx';
import { foundBy } from './model/seen-visit.ts';
import type { ReadEntry } from './model/visit-entry-text.ts';
import type { OpenVisit } from './use-visit.ts';

export interface EntryFieldProps {
  readonly open: OpenVisit;
  readonly entry: string;
  readonly label: string;
  readonly help?: string;
  readonly read: (text: string) => ReadEntry;
  readonly kind?: 'line' | 'number' | 'area';
  /** One of these instead of free text. */
  readonly options?: readonly SelectOption[];
  /** How a value is shown in a choice between two. */
  readonly show?: (value: string) => string;
  readonly maximum?: string;
}

/** One entry with its state: on this device at once, on the server when there is a network. */
export function EntryField({ open, entry, label, help, read, kind = 'line', options, show, maximum }: EntryFieldProps) {
  const { t } = useTranslation('visit');
  const { language } = useLanguage();
  const { queue, saver, visit } = open;
  const conflict = queue.conflicts[entry];
  const readOnly = !visit.may.record || conflict !== undefined;
  const type = (text: string): void => {
    const typed = read(text);
    const stored = visit.entries[entry];
    saver.type({
      cell: entry,
      text,
      value: typed.ok ? typed.value : undefined,
      problem: typed.ok ? null : typed.problem,
      stored: { value: stored?.value ?? null, revision: stored?.revision ?? 0 },
      evenIfStored: isOthersFinding(open, entry),
    });
  };
  const edit = queue.edits[entry];
  const code = edit?.problem ?? edit?.refusal ?? null;
  const problemText = (): string => {
    if (code === 'above-maximum') return t('refused.above-maximum', { maximum: maximum ?? '' });
    return hasText(`problem.${code ?? ''}`)
      ? words(language, `problem.${code ?? ''}`)
      : t(`refused.${code ?? ''}`, { defaultValue: t('refused.other') });
  };
  const field = {
    label,
    ...(help === undefined ? {} : { help }),
    ...(code === null ? {} : { problem: problemText() }),
    name: entry,
    value: open.textOf(entry),
    onBlur: saver.flush,
  };
  return (
    <div className="vs-entry" data-entry={entry} data-state={cellStateOf(queue, entry)}>
      {options === undefined ? (
        kind === 'area' ? (
          <TextAreaField {...field} rows={2} readOnly={readOnly} onChange={(event) => type(event.target.value)} />
        ) : (
          <TextField
            {...field}
            readOnly={readOnly}
            inputMode={kind === 'number' ? 'decimal' : 'text'}
            autoComplete="off"
            onChange={(event) => type(event.target.value)}
          />
        )
      ) : (
        <SelectField
          {...field}
          disabled={readOnly}
          options={[{ value: '', label: t('entry.nothing') }, ...options]}
          onChange={(event) => {
            type(event.target.value);
            saver.flush();
          }}
        />
      )}
      <EntryState open={open} entry={entry} />
      {conflict === undefined ? null : (
        <ConflictChoice
          conflict={conflict}
          show={show ?? ((value) => value)}
          onChoose={(choice) => saver.resolve(entry, choice)}
        />
      )}
    </div>
  );
}

/** A value that stands there, but not as what this inspector found: the same typed again is a finding of their own. */
function isOthersFinding({ visit, inspector }: OpenVisit, entry: string): boolean {
  const standing = visit.entries[entry]?.value ?? null;
  return entry.startsWith('verified:') && standing !== null && foundBy(visit, inspector.personId, entry) !== standing;
}

function EntryState({ open, entry }: Pick<EntryFieldProps, 'open' | 'entry'>) {
  const { t } = useTranslation('visit');
  const state = cellStateOf(open.queue, entry);
  if (state === 'unchanged' || state === 'invalid' || state === 'conflict') return null;
  return <StatusTag tone={state === 'saved' ? 'success' : 'neutral'}>{t(`entry.${state}`)}</StatusTag>;
}
