import type { Person } from '@junheng/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useToday } from '../../display/use-today.ts';
import { giveRole, peopleQuery } from '../../server/people.ts';
import { GrantFields } from './grant-fields.tsx';
import { grantFaults, grantRequest, placesFor, type GrantForm, type Places } from './model/grant-form.ts';
import { givenByCounties } from './model/role-places.ts';

export interface GiveRoleDialogProps {
  readonly person: Person;
  readonly places: Places;
  readonly onClose: () => void;
}

export function GiveRoleDialog({ person, places, onClose }: GiveRoleDialogProps) {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const today = useToday();
  const [form, setForm] = useState<GrantForm>({
    role: givenByCounties.find((role) => role === person.grants[0]?.role) ?? 'school-reporter',
    placeId: '',
    validFrom: today,
    validTo: '',
  });
  const [tried, setTried] = useState(false);
  const choices = placesFor(form.role, places);
  const request = grantRequest(form, choices);
  const giving = useMutation({
    mutationFn: (body: NonNullable<typeof request>) => giveRole(person.id, body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: peopleQuery.queryKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('giving.title', { name: person.displayName })}
      confirm={t('giving.confirm')}
      busy={giving.isPending}
      error={giving.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (request !== null && grantFaults(form, today).length === 0) giving.mutate(request);
      }}
    >
      <GrantFields form={form} choices={choices} today={today} tried={tried} onChange={setForm} />
    </FormDialog>
  );
}
