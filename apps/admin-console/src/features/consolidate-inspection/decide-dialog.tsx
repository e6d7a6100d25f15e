import type { Consolidation } from '@junheng/api-contract';
import { valueText } from '@junheng/evaluation-messages';
import { SelectField, TextAreaField, TextField, useLanguage } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { resolveDifference } from '../../server/consolidation.ts';
import {
  entryOf,
  mayDecideOther,
  NONE,
  optionsOf,
  OTHER,
  resolutionIdOf,
  valueOf,
  type Decided,
} from './model/decision.ts';
import { useConsolidationAct } from './use-consolidation-act.ts';

/** The leader decides what counts: what somebody gave, another value, or that it cannot be verified; always with a reason. */
export function DecideDialog(props: {
  readonly view: Consolidation;
  readonly schoolId: string;
  readonly decided: Decided;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { view, schoolId, decided, name, onClose } = props;
  const { t } = useTranslation('consolidate');
  const { language } = useLanguage();
  const [choice, setChoice] = useState('');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const deciding = useConsolidationAct(
    view.inspectionId,
    () =>
      resolveDifference(view.inspectionId, {
        schoolId,
        entry: entryOf(decided),
        value: valueOf(choice, typed),
        reason,
        seen: resolutionIdOf(decided),
        basis: view.basis,
      }),
    onClose,
  );
  const shown = (value: string): string =>
    decided.kind === 'cell'
      ? valueText(language, decided.cell.itemId, value)
      : decided.point.maximum === null
        ? t(value as 'met')
        : value;
  const options = [
    ...optionsOf(decided).map(({ value, names }) => ({
      value,
      label: names.length === 0 ? shown(value) : t('decideOption', { value: shown(value), names: names.join('、') }),
    })),
    ...(mayDecideOther(decided) ? [{ value: OTHER, label: t('decideOther') }] : []),
    ...(decided.kind === 'cell' ? [{ value: NONE, label: t('decideNone') }] : []),
  ];
  return (
    <FormDialog
      title={t('decideTitle', { name })}
      confirm={t('decide')}
      busy={deciding.isPending}
      error={deciding.error}
      onConfirm={() => (choice === '' ? undefined : deciding.mutate(undefined))}
      onClose={onClose}
    >
      <SelectField
        label={t('decideAs')}
        placeholder={t('choose')}
        required
        value={choice}
        options={options}
        onChange={(event) => setChoice(event.target.value)}
      />
      {choice === OTHER ? (
        <TextField
          label={
            decided.kind === 'point' ? t('decideScore', { maximum: decided.point.maximum ?? '' }) : t('decideValue')
          }
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      ) : null}
      <TextAreaField
        label={t('reason')}
        help={t('reasonHelp')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
