import { editions } from '@junheng/evaluation-core';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { auditActions, auditActionText, auditCellText } from '@junheng/evaluation-messages/audit-log';
import { Button, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { groupActions, isFiltered, type AuditParameter } from './model/audit-view.ts';
import { PickField, type PickOption } from './pick-field.tsx';

const items = [...new Set(editions.flatMap((edition) => edition.items.map(({ id }) => id)))];

export interface AuditFiltersProps {
  readonly address: URLSearchParams;
  readonly people: readonly PickOption[];
  readonly schools: readonly PickOption[];
  /** What the entries on screen call them, for those that are in no list. */
  readonly knownNames: ReadonlyMap<string, string>;
  readonly onFilter: (name: AuditParameter, value: string) => void;
  readonly onClear: () => void;
}

/** Who, school, item, kind, days: everything it holds is in the address. */
export function AuditFilters({ address, people, schools, knownNames, onFilter, onClear }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const { language } = useLanguage();
  const value = (name: AuditParameter) => address.get(name) ?? '';
  const cell = value('cell');
  return (
    <div className="jc-filters" role="search" aria-label={t('filters')}>
      <PickField
        label={t('person')}
        placeholder={`${t('person')} · ${t('anyone')}`}
        options={people}
        chosen={value('person')}
        chosenLabel={knownNames.get(value('person')) ?? null}
        onChoose={(id) => onFilter('person', id)}
      />
      <PickField
        label={t('school')}
        placeholder={`${t('school')} · ${t('anySchool')}`}
        options={schools}
        chosen={value('school')}
        chosenLabel={knownNames.get(value('school')) ?? null}
        onChoose={(id) => onFilter('school', id)}
      />
      <select
        className="jh-input jc-filters__select"
        aria-label={t('item')}
        value={cell}
        onChange={(event) => onFilter('cell', event.target.value)}
      >
        <option value="">{t('anyItem')}</option>
        {cell === '' || items.includes(cell) ? null : <option value={cell}>{auditCellText(language, cell)}</option>}
        {items
          .filter((id) => hasText(`item.${id}`))
          .map((id) => (
            <option key={id} value={id}>
              {words(language, `item.${id}`)}
            </option>
          ))}
      </select>
      <select
        className="jh-input jc-filters__select"
        aria-label={t('action')}
        value={value('action')}
        onChange={(event) => onFilter('action', event.target.value)}
      >
        <option value="">{t('anyAction')}</option>
        {value('action') === '' || auditActions.includes(value('action')) ? null : (
          <option value={value('action')}>{auditActionText(language, value('action'))}</option>
        )}
        {groupActions(auditActions).map(([noun, actions]) => (
          <optgroup key={noun} label={words(language, `audit-noun.${noun}`)}>
            {actions.map((action) => (
              <option key={action} value={action}>
                {auditActionText(language, action)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="jc-inline">
          {t(name)}
          <input
            className="jh-input jc-filters__select"
            type="date"
            value={value(name)}
            onChange={(event) => onFilter(name, event.target.value)}
          />
        </label>
      ))}
      {isFiltered(address) ? (
        <Button variant="quiet" size="small" onClick={onClear}>
          {t('clear')}
        </Button>
      ) : null}
    </div>
  );
}
