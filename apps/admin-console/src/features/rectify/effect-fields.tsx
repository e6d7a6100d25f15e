import type { Rectification, RegisteredSchool } from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';
import { cellName, hasText, text as words } from '@junheng/evaluation-messages';
import { Button, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { countyCellsToChange, schoolCells } from './model/effects.ts';

export interface TypedEffect {
  readonly id: string;
  /** Empty: the county report. */
  readonly schoolId: string;
  readonly key: string;
  readonly by: string;
}

export interface EffectFieldsProps {
  readonly edition: Edition;
  readonly place: Rectification['place'];
  readonly schools: readonly RegisteredSchool[];
  readonly effect: TypedEffect;
  readonly wrong: boolean;
  readonly onChange: (effect: TypedEffect) => void;
  readonly onRemove: () => void;
}

/** One cell that will be so much more, or with a minus less: a school (or the county), an item, a number. */
export function EffectFields({ edition, place, schools, effect, wrong, onChange, onRemove }: EffectFieldsProps) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const cells = effect.schoolId === '' ? countyCellsToChange(edition) : schoolCells(edition, place);
  const unit = cells.find(({ key }) => key === effect.key)?.unit ?? null;
  return (
    <div className="jc-ledger__effect">
      <select
        className="jh-input"
        aria-label={t('effects.where')}
        value={effect.schoolId}
        onChange={(event) => onChange({ ...effect, schoolId: event.target.value, key: '' })}
      >
        <option value="">{t('effects.county')}</option>
        {schools.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        className="jh-input"
        aria-label={t('effects.item')}
        value={effect.key}
        onChange={(event) => onChange({ ...effect, key: event.target.value })}
      >
        <option value="">{t('effects.choose')}</option>
        {cells.map(({ key }) => (
          <option key={key} value={key}>
            {hasText(`item.${key.split('.')[0] ?? ''}`) ? cellName(language, key) : key}
          </option>
        ))}
      </select>
      <label className="jc-inline">
        <input
          className="jh-input jc-ledger__by"
          inputMode="decimal"
          placeholder="+"
          aria-label={t('effects.by')}
          aria-invalid={wrong}
          value={effect.by}
          onChange={(event) => onChange({ ...effect, by: event.target.value })}
        />
        {unit === null || !hasText(`unit.${unit}`) ? null : words(language, `unit.${unit}`)}
      </label>
      <Button variant="quiet" size="small" onClick={onRemove}>
        {t('effects.remove')}
      </Button>
      {wrong ? <p className="jc-ledger__fault">{t('effects.wrong')}</p> : null}
    </div>
  );
}
