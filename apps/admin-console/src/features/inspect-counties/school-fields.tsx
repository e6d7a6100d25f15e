import type { Region, School } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { SearchField, useLanguage } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartProps } from './county-fields.tsx';
import { schoolTypes, selections, toggled } from './model/inspection-form.ts';

const MOST_LISTED = 60;

/** Which schools: drawn, all or chosen, and of which types. */
export function SchoolFields(
  props: PartProps & { readonly regions: readonly Region[]; readonly schools: readonly School[] },
) {
  const { t } = useTranslation('inspect');
  const { language } = useLanguage();
  const { form, set } = props;
  return (
    <>
      <fieldset className="jc-fieldset">
        <legend className="jh-field__label">{t('form.selection')}</legend>
        {selections.map((selection) => (
          <label key={selection} className="jc-check">
            <input
              type="radio"
              name="selection"
              checked={form.selection === selection}
              onChange={() => set({ selection })}
            />
            {t(`form.selections.${selection}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className="jc-fieldset">
        <legend className="jh-field__label">{t('form.types')}</legend>
        <div className="jc-inline">
          {schoolTypes.map((type) => (
            <label key={type} className="jc-check">
              <input
                type="checkbox"
                checked={form.schoolTypes.includes(type)}
                onChange={() => set({ schoolTypes: toggled(form.schoolTypes, type) })}
              />
              {words(language, `school-type.${type}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {form.selection === 'chosen' ? <ChosenSchools {...props} /> : null}
    </>
  );
}

function ChosenSchools(
  props: PartProps & { readonly regions: readonly Region[]; readonly schools: readonly School[] },
) {
  const { t } = useTranslation('inspect');
  const { form, set, regions, schools } = props;
  const [text, setText] = useState('');
  const countyOf = new Map(regions.map(({ id, level, parentId }) => [id, level === 'town' ? parentId : id]));
  const offered = schools.filter(
    (school) =>
      school.closedOn === null &&
      school.countedAsSchool &&
      form.schoolTypes.includes(school.type) &&
      form.counties.some(({ countyId }) => countyId === countyOf.get(school.regionId)),
  );
  const listed = offered.filter(
    ({ id, name }) => name.includes(text.trim()) || (text === '' && form.chosenSchoolIds.includes(id)),
  );
  return (
    <fieldset className="jc-fieldset">
      <legend className="jh-field__label">{t('form.schools')}</legend>
      <SearchField label={t('form.search')} value={text} onChange={setText} />
      <p className="jh-field__help" role="status">
        {t('form.schoolsHelp', { count: form.chosenSchoolIds.length })}
        {listed.length > MOST_LISTED ? ` · ${t('form.tooMany', { count: MOST_LISTED })}` : ''}
      </p>
      <div className="jc-choices">
        {listed.slice(0, MOST_LISTED).map((school) => (
          <label key={school.id} className="jc-check">
            <input
              type="checkbox"
              checked={form.chosenSchoolIds.includes(school.id)}
              onChange={() => set({ chosenSchoolIds: toggled(form.chosenSchoolIds, school.id) })}
            />
            {school.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
