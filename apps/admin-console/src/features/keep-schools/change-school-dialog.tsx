import type { ChangeSchoolRequest, Region, RegisteredSchool, SchoolDetail } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Notice, SelectField, TextAreaField, TextField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { SchoolPicker } from '../../display/school-picker.tsx';
import { useToday } from '../../display/use-today.ts';
import { changeSchool, schoolKeys } from '../../server/organisations.ts';
import { factsOf, formOf, schoolFaults, schoolTypes, type SchoolForm } from './model/school-form.ts';
import { SchoolFields } from './school-fields.tsx';

export type OneSchoolChange = Exclude<ChangeSchoolRequest['change'], 'split'>;

export interface ChangeSchoolDialogProps {
  readonly change: OneSchoolChange;
  readonly school: SchoolDetail;
  readonly regions: readonly Region[];
  readonly schools: readonly RegisteredSchool[];
  readonly onClose: () => void;
}

/** One change of the register with its day and reason: a new name or type, a correction, a merger, the end. */
export function ChangeSchoolDialog({ change, school, regions, schools, onClose }: ChangeSchoolDialogProps) {
  const { t } = useTranslation('keepSchools');
  const { language } = useLanguage();
  const client = useQueryClient();
  const today = useToday();
  const [form, setForm] = useState<SchoolForm>(() => formOf(school, today));
  const [reason, setReason] = useState('');
  const [absorbed, setAbsorbed] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const faults = schoolFaults(form);
  const others = schools.filter(({ id, closedOn }) => id !== school.id && closedOn === null);
  const changing = useMutation({
    mutationFn: (request: ChangeSchoolRequest) => changeSchool(school.id, request),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: schoolKeys }),
        client.invalidateQueries({ queryKey: ['groupings'] }),
      ]);
      onClose();
    },
  });
  const set = (changes: Partial<SchoolForm>) => setForm({ ...form, ...changes });
  const reasonMissing = reason.trim().length < 2;
  const unchanged =
    (change === 'renamed' && form.name.trim() === school.name) ||
    (change === 'type-changed' && form.type === school.type) ||
    (change === 'merged' && absorbed.size === 0);
  const submit = (): void => {
    setTried(true);
    const facts = factsOf(form);
    if (reasonMissing || unchanged || faults.size > 0 || facts === null) return;
    const common = { change, validFrom: form.day, note: reason.trim() };
    changing.mutate({ ...common, ...requestOf(change, facts, [...absorbed]) });
  };
  return (
    <FormDialog
      title={t(`change.${change}.title`, { name: school.name })}
      confirm={t(`change.${change}.confirm`)}
      danger={change === 'closed' || change === 'merged'}
      busy={changing.isPending}
      error={changing.error}
      onClose={onClose}
      onConfirm={submit}
    >
      <p>{t(`change.${change}.intro`)}</p>
      {change === 'renamed' ? (
        <TextField
          label={t('field.newName')}
          value={form.name}
          maxLength={100}
          autoFocus
          problem={tried && (unchanged || faults.has('name')) ? t('fault.newName') : undefined}
          onChange={(event) => set({ name: event.target.value })}
        />
      ) : null}
      {change === 'type-changed' ? (
        <SelectField
          label={t('field.newType')}
          value={form.type}
          problem={tried && unchanged ? t('fault.newType') : undefined}
          options={schoolTypes.map((type) => ({ value: type, label: words(language, `school-type.${type}`) }))}
          onChange={(event) => set({ type: event.target.value })}
        />
      ) : null}
      {change === 'corrected' ? (
        <SchoolFields
          form={form}
          faults={tried ? faults : new Set()}
          regions={regions}
          parents={others.filter(({ parentSchoolId }) => parentSchoolId === null)}
          onChange={set}
        />
      ) : null}
      {change === 'merged' ? (
        <>
          <SchoolPicker label={t('field.absorbed')} schools={others} picked={absorbed} onChange={setAbsorbed} />
          {tried && unchanged ? <Notice tone="danger">{t('fault.absorbed')}</Notice> : null}
        </>
      ) : null}
      <TextField
        label={t('field.validFrom')}
        help={t('field.validFromHelp')}
        type="date"
        max={today}
        value={form.day}
        problem={tried && faults.has('day') ? t('fault.day') : undefined}
        onChange={(event) => set({ day: event.target.value })}
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

/** Only what this kind of change is about. */
function requestOf(
  change: OneSchoolChange,
  facts: NonNullable<ReturnType<typeof factsOf>>,
  predecessorIds: string[],
): Partial<ChangeSchoolRequest> {
  switch (change) {
    case 'renamed':
      return { name: facts.name };
    case 'type-changed':
      return { type: facts.type };
    case 'corrected':
      return facts;
    case 'merged':
      return { predecessorIds };
    case 'closed':
      return {};
    default: {
      const exhaustive: never = change;
      return exhaustive;
    }
  }
}
