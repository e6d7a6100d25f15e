import { SelectField, TextField } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { grantFaults, placesMatching, type GrantForm, type PlaceChoice } from './model/grant-form.ts';
import { givenByCounties } from './model/role-places.ts';

export interface GrantFieldsProps {
  readonly form: GrantForm;
  readonly choices: readonly PlaceChoice[];
  readonly today: string;
  /** Faults are only told once somebody tried to send. */
  readonly tried: boolean;
  readonly onChange: (form: GrantForm) => void;
}

/** More than this are searched, not scrolled through. */
const SEARCHED_FROM = 12;
const MOST_OPTIONS = 200;

/** Which role, where, from when until when. */
export function GrantFields({ form, choices, today, tried, onChange }: GrantFieldsProps) {
  const { t } = useTranslation(['people', 'display']);
  const [text, setText] = useState('');
  const faults = tried ? grantFaults(form, today) : [];
  const found = placesMatching(choices, text);
  const chosen = choices.find(({ id }) => id === form.placeId);
  const offered = [
    ...(chosen === undefined || found.includes(chosen) ? [] : [chosen]),
    ...found.slice(0, MOST_OPTIONS),
  ];
  return (
    <>
      <SelectField
        label={t('grant.role')}
        help={t(`grant.help.${form.role}`)}
        value={form.role}
        options={givenByCounties.map((role) => ({ value: role, label: t(`role.${role}`, { ns: 'display' }) }))}
        onChange={(event) => {
          setText('');
          const role = givenByCounties.find((each) => each === event.target.value);
          if (role !== undefined) onChange({ ...form, role, placeId: '' });
        }}
      />
      {choices.length > SEARCHED_FROM ? (
        <TextField
          label={t('grant.find')}
          type="search"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            const [only, another] = placesMatching(choices, event.target.value);
            if (only !== undefined && another === undefined) onChange({ ...form, placeId: only.id });
          }}
        />
      ) : null}
      <SelectField
        label={t('grant.place')}
        help={
          choices.length === 0
            ? t('grant.noPlace')
            : found.length > MOST_OPTIONS
              ? t('grant.morePlaces', { shown: MOST_OPTIONS })
              : undefined
        }
        placeholder={t('grant.choose')}
        value={form.placeId}
        problem={faults.includes('place') ? t('grant.placeMissing') : undefined}
        options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => onChange({ ...form, placeId: event.target.value })}
      />
      <div className="jc-pair">
        <TextField
          label={t('grant.from')}
          type="date"
          value={form.validFrom}
          problem={faults.includes('from') ? t('grant.dayMissing') : undefined}
          onChange={(event) => onChange({ ...form, validFrom: event.target.value })}
        />
        <TextField
          label={t('grant.to')}
          help={t('grant.toHelp')}
          type="date"
          min={form.validFrom > today ? form.validFrom : today}
          value={form.validTo}
          problem={faults.includes('to') ? t('grant.toWrong') : undefined}
          onChange={(event) => onChange({ ...form, validTo: event.target.value })}
        />
      </div>
    </>
  );
}
