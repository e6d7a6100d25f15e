import type { AddMeasureRequest, Rectification } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Button, SelectField, TextAreaField, TextField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { editionQuery } from '../../server/editions.ts';
import { schoolsQuery } from '../../server/organisations.ts';
import { addMeasure, rectificationKeys } from '../../server/rectifications.ts';
import { MONEY, QUANTITY } from './model/amounts.ts';
import { MEASURE_KINDS } from './model/measure-kinds.ts';
import { EffectFields, type TypedEffect } from './effect-fields.tsx';

const CHANGE = /^-?\d{1,15}(\.\d{1,9})?$/;

/** What is done, how much of it, for how much, and what it will do to which cells. */
export function MeasureDialog({ row, onClose }: { readonly row: Rectification; readonly onClose: () => void }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const client = useQueryClient();
  const { data } = useQuery(schoolsQuery(row.county.id));
  const { data: edition } = useQuery({ ...editionQuery(row.editionId ?? ''), enabled: row.editionId !== null });
  const [kind, setKind] = useState<AddMeasureRequest['kind']>(row.kind === 'indicator' ? 'purchase' : 'organisation');
  const [description, setDescription] = useState('');
  const [money, setMoney] = useState('');
  const [quantity, setQuantity] = useState('');
  const [effects, setEffects] = useState<readonly TypedEffect[]>([]);
  const [tried, setTried] = useState(false);
  const adding = useMutation({
    mutationFn: () =>
      addMeasure(row.id, {
        kind,
        description: description.trim(),
        money: money.trim() === '' ? null : money.trim(),
        quantity: quantity.trim() === '' ? null : quantity.trim(),
        effects: effects.map(({ schoolId, key, by }) => ({
          kind: 'change',
          schoolId: schoolId === '' ? null : schoolId,
          key,
          by: by.trim(),
        })),
        alsoFor: [],
      }),
    onSuccess: async (changed) => {
      client.setQueryData(rectificationKeys.one(row.id), changed);
      await client.invalidateQueries({ queryKey: rectificationKeys.all });
      onClose();
    },
  });
  const faults = {
    description: description.trim().length < 2 ? t('measures.descriptionMissing') : undefined,
    money: money.trim() === '' || MONEY.test(money.trim()) ? undefined : t('measures.moneyWrong'),
    quantity: quantity.trim() === '' || QUANTITY.test(quantity.trim()) ? undefined : t('measures.quantityWrong'),
  };
  const effectsWrong = effects.some(({ key, by }) => key === '' || !CHANGE.test(by.trim()));
  return (
    <FormDialog
      title={t('measures.add')}
      confirm={t('measures.confirm')}
      busy={adding.isPending}
      error={adding.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!effectsWrong && Object.values(faults).every((fault) => fault === undefined)) adding.mutate();
      }}
    >
      <SelectField
        label={t('measures.kind')}
        value={kind}
        options={MEASURE_KINDS.map((each) => ({ value: each, label: words(language, `measure-kind.${each}`) }))}
        onChange={(event) => setKind(MEASURE_KINDS.find((each) => each === event.target.value) ?? kind)}
      />
      <TextAreaField
        label={t('measures.description')}
        maxLength={1000}
        value={description}
        problem={tried ? faults.description : undefined}
        onChange={(event) => setDescription(event.target.value)}
      />
      <div className="jc-pair">
        <TextField
          label={t('measures.quantity', { unit: t(`quantity.${kind}`) })}
          inputMode="decimal"
          value={quantity}
          problem={tried ? faults.quantity : undefined}
          onChange={(event) => setQuantity(event.target.value)}
        />
        <TextField
          label={t('measures.moneyLabel')}
          inputMode="decimal"
          value={money}
          problem={tried ? faults.money : undefined}
          onChange={(event) => setMoney(event.target.value)}
        />
      </div>
      {edition === undefined ? null : (
        <fieldset className="jc-ledger__effects">
          <legend>{t('effects.title')}</legend>
          <p className="ev-muted">{t('effects.help')}</p>
          {effects.map((effect, index) => (
            <EffectFields
              key={effect.id}
              edition={edition}
              place={row.place}
              schools={data?.schools ?? []}
              effect={effect}
              wrong={tried && (effect.key === '' || !CHANGE.test(effect.by.trim()))}
              onChange={(next) => setEffects(effects.map((each, at) => (at === index ? next : each)))}
              onRemove={() => setEffects(effects.filter((_, at) => at !== index))}
            />
          ))}
          <div>
            <Button
              size="small"
              onClick={() =>
                setEffects([...effects, { id: crypto.randomUUID(), schoolId: row.school?.id ?? '', key: '', by: '' }])
              }
            >
              {t('effects.add')}
            </Button>
          </div>
        </fieldset>
      )}
    </FormDialog>
  );
}
