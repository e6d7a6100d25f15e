import { CHECKLIST_ITEMS } from '@junheng/api-contract';
import { Button, SelectField, TextAreaField, TextField } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { itemFault, itemKinds, type ItemFault, type TypedItem } from './model/checklist-draft.ts';

export interface ItemFieldsProps {
  readonly number: number;
  readonly item: TypedItem;
  readonly items: readonly TypedItem[];
  readonly tried: boolean;
  readonly onChange: (item: TypedItem) => void;
  /** Null for the only one. */
  readonly onRemove: (() => void) | null;
}

/** One thing that is looked at on site. */
export function ItemFields({ number, item, items, tried, onChange, onRemove }: ItemFieldsProps) {
  const { t } = useTranslation('checklists');
  const fault = tried ? itemFault(item, items) : null;
  const problem = (...faults: readonly ItemFault[]): string | undefined =>
    fault !== null && faults.includes(fault) ? t(`fault.${fault}`, { most: CHECKLIST_ITEMS }) : undefined;
  return (
    <fieldset className="jc-surface jc-padded jh-form">
      <legend>{t('item', { number })}</legend>
      <div className="jc-pair">
        <TextField
          label={t('text')}
          maxLength={200}
          value={item.text}
          problem={problem('too-many', 'text', 'twice')}
          onChange={(event) => onChange({ ...item, text: event.target.value })}
        />
        <TextField
          label={t('textEn')}
          maxLength={200}
          value={item.textEn}
          problem={problem('textEn')}
          onChange={(event) => onChange({ ...item, textEn: event.target.value })}
        />
      </div>
      <div className="jc-pair">
        <SelectField
          label={t('how')}
          value={item.kind}
          options={itemKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(event) =>
            onChange({ ...item, kind: itemKinds.find((kind) => kind === event.target.value) ?? item.kind })
          }
        />
        {item.kind === 'scored' ? (
          <TextField
            label={t('maximum')}
            inputMode="decimal"
            maxLength={6}
            value={item.maximum}
            problem={problem('maximum')}
            onChange={(event) => onChange({ ...item, maximum: event.target.value })}
          />
        ) : null}
      </div>
      <TextAreaField
        label={t('criteria')}
        maxLength={500}
        rows={2}
        value={item.criteria}
        problem={problem('criteria')}
        onChange={(event) => onChange({ ...item, criteria: event.target.value })}
      />
      {onRemove === null ? null : (
        <div>
          <Button variant="quiet" size="small" onClick={onRemove}>
            {t('remove')}
            <span className="jh-visually-hidden"> {number}</span>
          </Button>
        </div>
      )}
    </fieldset>
  );
}
