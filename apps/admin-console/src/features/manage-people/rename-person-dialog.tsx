import type { Person } from '@junheng/api-contract';
import { TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { peopleQuery, renamePerson } from '../../server/people.ts';

export function RenamePersonDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const [name, setName] = useState(person.displayName);
  const missing = name.trim() === '';
  const renaming = useMutation({
    mutationFn: () => renamePerson(person.id, name.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: peopleQuery.queryKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('renaming.title', { name: person.displayName })}
      confirm={t('renaming.confirm')}
      busy={renaming.isPending}
      error={renaming.error}
      onClose={onClose}
      onConfirm={() => {
        if (!missing) renaming.mutate();
      }}
    >
      <TextField
        label={t('creating.name')}
        value={name}
        maxLength={100}
        autoFocus
        problem={missing ? t('creating.nameMissing') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <p className="ev-muted">{t('renaming.help', { login: person.login })}</p>
    </FormDialog>
  );
}
