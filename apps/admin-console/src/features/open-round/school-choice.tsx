import type { RegisteredSchool } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SchoolPicker } from '../../display/school-picker.tsx';
import { groupingsQuery } from '../../server/groupings.ts';
import { bunchesOf, tickedOf, toggleBunch, type SchoolBunch } from './model/school-choice.ts';

export interface SchoolChoiceProps {
  /** Whom the edition asks anything of. */
  readonly schools: readonly RegisteredSchool[];
  /** Null: all of them. */
  readonly picked: ReadonlySet<string> | null;
  readonly problem: string | undefined;
  readonly onChange: (picked: ReadonlySet<string> | null) => void;
}

const kinds = ['type', 'town', 'grouping'] as const;

/** Who reports: all schools, or those ticked by type, town, area or group, or one by one. */
export function SchoolChoice({ schools, picked, problem, onChange }: SchoolChoiceProps) {
  const { t } = useTranslation('open');
  const { language } = useLanguage();
  const { data } = useQuery(groupingsQuery);
  const bunches = useMemo(() => bunchesOf(schools, data?.groupings ?? []), [schools, data]);
  const nameOf = ({ kind, name }: SchoolBunch) => (kind === 'type' ? words(language, `school-type.${name}`) : name);
  return (
    <fieldset className="jc-picker">
      <legend className="jh-field__label">{t('schools.title')}</legend>
      {(['all', 'chosen'] as const).map((choice) => (
        <label key={choice} className="jc-check">
          <input
            type="radio"
            name="schools"
            checked={(picked === null) === (choice === 'all')}
            onChange={() => onChange(choice === 'all' ? null : new Set())}
          />
          {t(`schools.${choice}`, { count: schools.length })}
        </label>
      ))}
      {picked === null ? null : (
        <>
          {kinds.map((kind) => {
            const ofKind = bunches.filter((bunch) => bunch.kind === kind);
            return ofKind.length === 0 ? null : (
              <div key={kind} className="jc-choices" role="group" aria-label={t(`schools.by.${kind}`)}>
                <span className="ev-muted">{t(`schools.by.${kind}`)}</span>
                {ofKind.map((bunch) => (
                  <label key={bunch.key} className="jc-check">
                    <input
                      type="checkbox"
                      checked={tickedOf(bunch, picked) === bunch.schoolIds.length}
                      onChange={() => onChange(toggleBunch(bunch, picked))}
                    />
                    {nameOf(bunch)}
                    <span className="ev-muted jc-nowrap">
                      {t('schools.ofBunch', { ticked: tickedOf(bunch, picked), count: bunch.schoolIds.length })}
                    </span>
                  </label>
                ))}
              </div>
            );
          })}
          <SchoolPicker label={t('schools.one')} schools={schools} picked={picked} onChange={onChange} />
          <p role="status">
            <b>{t('schools.count', { picked: picked.size, count: schools.length })}</b>{' '}
            {picked.size < schools.length ? <span className="ev-muted">{t('schools.leftOutHelp')}</span> : null}
          </p>
          {problem === undefined ? null : (
            <p className="jh-field__problem" role="alert">
              {problem}
            </p>
          )}
        </>
      )}
    </fieldset>
  );
}
