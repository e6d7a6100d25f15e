import type { Region, RegisteredSchool, SchoolDetail } from '@junheng/api-contract';
import { TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useToday } from '../../display/use-today.ts';
import { registerSchool, schoolKeys } from '../../server/organisations.ts';
import { emptySchool, factsOf, schoolFaults, type SchoolForm } from './model/school-form.ts';
import { SchoolFields } from './school-fields.tsx';

export interface RegisterSchoolDialogProps {
  readonly regions: readonly Region[];
  readonly schools: readonly RegisteredSchool[];
  readonly onClose: () => void;
  readonly onRegistered: (school: SchoolDetail) => void;
}

/** Enters a school into the register. */
export function RegisterSchoolDialog({ regions, schools, onClose, onRegistered }: RegisterSchoolDialogProps) {
  const { t } = useTranslation('keepSchools');
  const client = useQueryClient();
  const today = useToday();
  const counties = regions.filter(({ level }) => level === 'county');
  const [form, setForm] = useState<SchoolForm>({
    ...emptySchool,
    regionId: counties.length === 1 ? (counties[0]?.id ?? '') : '',
    day: today,
  });
  const [tried, setTried] = useState(false);
  const faults = schoolFaults(form);
  const registering = useMutation({
    mutationFn: registerSchool,
    onSuccess: async (school) => {
      await client.invalidateQueries({ queryKey: schoolKeys });
      onRegistered(school);
    },
  });
  return (
    <FormDialog
      title={t('register.title')}
      confirm={t('register.confirm')}
      busy={registering.isPending}
      error={registering.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        const facts = factsOf(form);
        if (faults.size > 0 || facts === null) return;
        registering.mutate({ ...facts, code: form.code.trim(), openedOn: form.day });
      }}
    >
      <div className="jc-pair">
        <TextField
          label={t('field.code')}
          help={t('field.codeHelp')}
          value={form.code}
          maxLength={20}
          autoFocus
          problem={tried && faults.has('code') ? t('fault.code') : undefined}
          onChange={(event) => setForm({ ...form, code: event.target.value })}
        />
        <TextField
          label={t('field.openedOn')}
          type="date"
          value={form.day}
          problem={tried && faults.has('day') ? t('fault.day') : undefined}
          onChange={(event) => setForm({ ...form, day: event.target.value })}
        />
      </div>
      <SchoolFields
        form={form}
        faults={tried ? faults : new Set()}
        regions={regions}
        parents={schools.filter(({ closedOn, parentSchoolId }) => closedOn === null && parentSchoolId === null)}
        onChange={(changes) => setForm({ ...form, ...changes })}
      />
    </FormDialog>
  );
}
