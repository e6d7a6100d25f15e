import type { Edition } from '@junheng/evaluation-core';
import { cellName, text as words } from '@junheng/evaluation-messages';
import { Button, useLanguage } from '@junheng/ui/plain';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { readingsFor, type OwnForm } from './model/own-requirement.ts';

const MOST = 10;

/** Which reported numbers are looked at; several are added up. */
export function ReadingFields(props: {
  readonly label: string;
  readonly edition: Edition;
  readonly per: OwnForm['per'];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const name = useId();
  const { label, chosen, onChange } = props;
  const readings = readingsFor(props.edition, props.per);
  const groups = [...new Set(readings.map(({ of, section }) => `${of}/${section}`))];
  const put = (index: number, key: string) => onChange(chosen.map((each, at) => (at === index ? key : each)));
  return (
    <div className="jh-field" role="group" aria-labelledby={name}>
      <span className="jh-field__label" id={name}>
        {label}
      </span>
      {chosen.map((key, index) => (
        <div key={index} className="jc-own__row">
          <select
            className="jh-input jh-input--select"
            aria-label={index === 0 ? label : t('own.plus', { label })}
            value={key}
            onChange={(event) => put(index, event.target.value)}
          >
            <option value="" disabled>
              {t('own.choose')}
            </option>
            {groups.map((group) => {
              const inGroup = readings.filter(({ of, section }) => `${of}/${section}` === group);
              const [first] = inGroup;
              if (first === undefined) return null;
              const section = words(language, `section.${first.section}`);
              return (
                <optgroup key={group} label={first.of === 'schools' ? t('own.totalOf', { section }) : section}>
                  {inGroup.map((reading) => (
                    <option key={reading.key} value={reading.key}>
                      {cellName(language, reading.cell)}
                    </option>
                  ))}
                </optgroup>
              );
            })}
          </select>
          {chosen.length > 1 ? (
            <Button
              variant="quiet"
              size="small"
              aria-label={t('own.takeAway', { number: index + 1 })}
              onClick={() => onChange(chosen.filter((_, at) => at !== index))}
            >
              ✕
            </Button>
          ) : null}
        </div>
      ))}
      {chosen.length < MOST ? (
        <div>
          <Button size="small" onClick={() => onChange([...chosen, ''])}>
            {t('own.addReading')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
