import type { PersonDetail } from '@junheng/api-contract';
import { TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { changePerson, peopleQuery } from '../../server/people.ts';
import { EmailField, emailOf } from './email-field.tsx';

/** The name, and the address for notices where the installation sends mail. */
export function RenamePersonDialog({
  person,
  onClose,
}: {
  readonly person: PersonDetail;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const [name, setName] = useState(person.displayName);
  const [email, setEmail] = useState(person.email ?? '');
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '';
  const address = emailOf(email);
  const renaming = useMutation({
    mutationFn: () =>
      changePerson(person.id, {
        displayName: name.trim(),
        ...(person.byMail && address !== undefined ? { email: address } : {}),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: peopleQuery.queryKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t(person.byMail ? 'renaming.titleByMail' : 'renaming.title', { name: person.displayName })}
      confirm={t(person.byMail ? 'renaming.save' : 'renaming.confirm')}
      busy={renaming.isPending}
      error={renaming.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!missing && address !== undefined) renaming.mutate();
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
      {person.byMail ? <EmailField value={email} tried={tried} onChange={setEmail} /> : null}
      <p className="ev-muted">{t('renaming.help', { login: person.login })}</p>
    </FormDialog>
  );
}
