import type { Region, RegisteredSchool } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { SelectField, TextField, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import {
  locales,
  ownerships,
  schoolTypes,
  siteFacts,
  withFlag,
  type SchoolFault,
  type SchoolForm,
} from './model/school-form.ts';

export interface SchoolFieldsProps {
  readonly form: SchoolForm;
  readonly faults: ReadonlySet<SchoolFault>;
  readonly regions: readonly Region[];
  /** Open schools a campus may belong to. */
  readonly parents: readonly RegisteredSchool[];
  readonly onChange: (changes: Partial<SchoolForm>) => void;
}

/** What the register says of a school, apart from its code and its days. */
export function SchoolFields({ form, faults, regions, parents, onChange }: SchoolFieldsProps) {
  const { t } = useTranslation('keepSchools');
  const { language } = useLanguage();
  const problem = (name: SchoolFault) => (faults.has(name) ? t(`fault.${name}`) : undefined);
  const places = regions.filter(({ level }) => level === 'county' || level === 'town');
  return (
    <>
      <TextField
        label={t('field.name')}
        value={form.name}
        maxLength={100}
        problem={problem('name')}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <div className="jc-pair">
        <SelectField
          label={t('field.type')}
          placeholder={t('choose')}
          value={form.type}
          problem={problem('type')}
          options={schoolTypes.map((type) => ({ value: type, label: words(language, `school-type.${type}`) }))}
          onChange={(event) => onChange({ type: event.target.value })}
        />
        <SelectField
          label={t('field.regionId')}
          placeholder={t('choose')}
          value={form.regionId}
          problem={problem('regionId')}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => onChange({ regionId: event.target.value })}
        />
      </div>
      <div className="jc-pair">
        <SelectField
          label={t('field.locale')}
          placeholder={t('choose')}
          value={form.locale}
          problem={problem('locale')}
          options={locales.map((each) => ({ value: each, label: words(language, `option.locale.${each}`) }))}
          onChange={(event) => onChange({ locale: event.target.value })}
        />
        <SelectField
          label={t('field.ownership')}
          value={form.ownership}
          options={ownerships.map((each) => ({ value: each, label: words(language, `option.ownership.${each}`) }))}
          onChange={(event) => onChange({ ownership: event.target.value })}
        />
      </div>
      <div className="jc-pair">
        <TextField
          label={t('field.foundedYear')}
          inputMode="numeric"
          value={form.foundedYear}
          problem={problem('foundedYear')}
          onChange={(event) => onChange({ foundedYear: event.target.value })}
        />
        <SelectField
          label={t('field.parentSchoolId')}
          help={t('field.parentHelp')}
          value={form.parentSchoolId}
          options={[
            { value: '', label: t('notCampus') },
            ...parents.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => onChange({ parentSchoolId: event.target.value })}
        />
      </div>
      {siteFacts.map((id) => (
        <SelectField
          key={id}
          label={words(language, `item.${id}`)}
          value={form.flags[id] ?? ''}
          options={[
            { value: '', label: t('unanswered') },
            { value: 'yes', label: words(language, 'option.flag.yes') },
            { value: 'no', label: words(language, 'option.flag.no') },
          ]}
          onChange={(event) => onChange({ flags: withFlag(form.flags, id, event.target.value) })}
        />
      ))}
      <label className="jc-check">
        <input
          type="checkbox"
          checked={form.boarding}
          onChange={(event) => onChange({ boarding: event.target.checked })}
        />
        {t('field.boarding')}
      </label>
      {form.parentSchoolId === '' ? null : (
        <label className="jc-check">
          <input
            type="checkbox"
            checked={form.countedAsSchool}
            onChange={(event) => onChange({ countedAsSchool: event.target.checked })}
          />
          {t('field.countedAsSchool')}
        </label>
      )}
    </>
  );
}
