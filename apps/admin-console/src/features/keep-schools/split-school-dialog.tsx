import type { SchoolDetail } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Button, SelectField, TextAreaField, TextField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useToday } from '../../display/use-today.ts';
import { schoolKeys, splitSchool } from '../../server/organisations.ts';
import { schoolTypes } from './model/school-form.ts';

interface NewSchool {
  readonly key: number;
  readonly code: string;
  readonly name: string;
  readonly type: SchoolDetail['type'];
}

const MOST_SCHOOLS = 10;

/** New schools come out of one, on a day and for a reason. */
export function SplitSchoolDialog({
  school,
  onClose,
}: {
  readonly school: SchoolDetail;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('keepSchools');
  const { language } = useLanguage();
  const client = useQueryClient();
  const today = useToday();
  const [rows, setRows] = useState<readonly NewSchool[]>([{ key: 0, code: '', name: '', type: school.type }]);
  const [remains, setRemains] = useState(true);
  const [day, setDay] = useState(today);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const splitting = useMutation({
    mutationFn: () =>
      splitSchool(school.id, {
        validFrom: day,
        note: reason.trim(),
        remains,
        schools: rows.map(({ code, name, type }) => ({ code: code.trim(), name: name.trim(), type })),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: schoolKeys });
      onClose();
    },
  });
  const codeWrong = ({ code }: NewSchool) => !/^[0-9A-Za-z]{4,20}$/.test(code.trim());
  const nameWrong = ({ name }: NewSchool) => name.trim().length < 2;
  const reasonMissing = reason.trim().length < 2;
  const dayWrong = !/^\d{4}-\d\d-\d\d$/.test(day);
  const set = (key: number, changes: Partial<NewSchool>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...changes } : row)));
  return (
    <FormDialog
      title={t('split.title', { name: school.name })}
      confirm={t('split.confirm')}
      busy={splitting.isPending}
      error={splitting.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!reasonMissing && !dayWrong && !rows.some((row) => codeWrong(row) || nameWrong(row))) splitting.mutate();
      }}
    >
      <p>{t('split.intro')}</p>
      {rows.map((row, index) => (
        <fieldset key={row.key} className="jc-picker">
          <legend>{t('split.newSchool', { number: index + 1 })}</legend>
          <TextField
            label={t('field.name')}
            value={row.name}
            maxLength={100}
            problem={tried && nameWrong(row) ? t('fault.name') : undefined}
            onChange={(event) => set(row.key, { name: event.target.value })}
          />
          <div className="jc-pair">
            <TextField
              label={t('field.code')}
              value={row.code}
              maxLength={20}
              problem={tried && codeWrong(row) ? t('fault.code') : undefined}
              onChange={(event) => set(row.key, { code: event.target.value })}
            />
            <SelectField
              label={t('field.type')}
              value={row.type}
              options={schoolTypes.map((type) => ({ value: type, label: words(language, `school-type.${type}`) }))}
              onChange={(event) =>
                set(row.key, { type: schoolTypes.find((type) => type === event.target.value) ?? row.type })
              }
            />
          </div>
          {rows.length === 1 ? null : (
            <Button variant="quiet" size="small" onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}>
              {t('split.remove', { number: index + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {rows.length >= MOST_SCHOOLS ? null : (
        <Button
          variant="quiet"
          size="small"
          onClick={() =>
            setRows([...rows, { key: (rows.at(-1)?.key ?? 0) + 1, code: '', name: '', type: school.type }])
          }
        >
          {t('split.add')}
        </Button>
      )}
      <label className="jc-check">
        <input type="checkbox" checked={remains} onChange={(event) => setRemains(event.target.checked)} />
        {t('split.remains')}
      </label>
      <TextField
        label={t('field.validFrom')}
        help={t('field.validFromHelp')}
        type="date"
        max={today}
        value={day}
        problem={tried && dayWrong ? t('fault.day') : undefined}
        onChange={(event) => setDay(event.target.value)}
      />
      <TextAreaField
        label={t('field.reason')}
        help={t('field.reasonHelp')}
        maxLength={500}
        value={reason}
        problem={tried && reasonMissing ? t('fault.reason') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
