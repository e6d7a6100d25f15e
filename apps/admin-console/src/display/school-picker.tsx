import type { RegisteredSchool } from '@junheng/api-contract';
import { SearchField } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { schoolMatches, searchWords } from './school-search.ts';

export interface SchoolPickerProps {
  readonly label: string;
  readonly schools: readonly RegisteredSchool[];
  readonly picked: ReadonlySet<string>;
  readonly onChange: (picked: ReadonlySet<string>) => void;
}

const MOST_OPTIONS = 200;

/** Schools with a box each, found by name, code or initials; those that are picked stand first. */
export function SchoolPicker({ label, schools, picked, onChange }: SchoolPickerProps) {
  const { t } = useTranslation('display');
  const [text, setText] = useState('');
  const [first] = useState(picked);
  const words = searchWords(text);
  const found = schools
    .filter((school) => schoolMatches(school, words))
    .sort((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)));
  const toggle = (id: string): void => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <fieldset className="jc-picker">
      <legend>
        {label} <span className="ev-muted">{t('picker.picked', { count: picked.size })}</span>
      </legend>
      <SearchField label={t('picker.search')} value={text} onChange={setText} />
      <ul className="jc-plainlist jc-picker__list">
        {found.slice(0, MOST_OPTIONS).map((school) => (
          <li key={school.id}>
            <label className="jc-check">
              <input type="checkbox" checked={picked.has(school.id)} onChange={() => toggle(school.id)} />
              {school.name}
              <span className="ev-muted">{school.townName ?? ''}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="ev-muted">{t('picker.none')}</p> : null}
      {found.length > MOST_OPTIONS ? <p className="ev-muted">{t('picker.more', { shown: MOST_OPTIONS })}</p> : null}
    </fieldset>
  );
}
