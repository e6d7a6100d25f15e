import type { CreatedPerson } from '@junheng/api-contract';
import { Button, Dialog, Notice, TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useToday } from '../../display/use-today.ts';
import { createPerson, peopleQuery } from '../../server/people.ts';
import { EmailField, emailOf } from './email-field.tsx';
import { GrantFields } from './grant-fields.tsx';
import { grantFaults, grantRequest, placesFor, type GrantForm, type Places } from './model/grant-form.ts';
import { OneTimeLink } from './one-time-link.tsx';

export interface NewPersonDialogProps {
  readonly places: Places;
  /** The installation sends mail: an address may be given. */
  readonly byMail: boolean;
  readonly onClose: () => void;
}

const LOGIN = /^[a-z0-9][a-z0-9._-]{2,49}$/;

/** A person with a first role; then the link by which they choose their password, shown once. */
export function NewPersonDialog({ places, byMail, onClose }: NewPersonDialogProps) {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const today = useToday();
  const [displayName, setDisplayName] = useState('');
  const [login, setLogin] = useState('');
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const [form, setForm] = useState<GrantForm>({
    role: 'school-reporter',
    placeId: '',
    validFrom: today,
    validTo: '',
  });
  const creating = useMutation({
    mutationFn: createPerson,
    gcTime: 0,
    onSuccess: () => client.invalidateQueries({ queryKey: peopleQuery.queryKey }),
  });
  if (creating.data !== undefined) return <Created created={creating.data} onClose={onClose} />;
  const choices = placesFor(form.role, places);
  const nameMissing = displayName.trim() === '';
  const loginWrong = !LOGIN.test(login);
  const address = emailOf(email);
  return (
    <FormDialog
      title={t('creating.title')}
      confirm={t('creating.confirm')}
      busy={creating.isPending}
      error={creating.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        const grant = grantRequest(form, choices);
        if (nameMissing || loginWrong || address === undefined || grant === null || grantFaults(form, today).length > 0)
          return;
        creating.mutate({
          login,
          displayName: displayName.trim(),
          grant,
          ...(address === null ? {} : { email: address }),
        });
      }}
    >
      <div className="jc-pair">
        <TextField
          label={t('creating.name')}
          value={displayName}
          maxLength={100}
          autoFocus
          problem={tried && nameMissing ? t('creating.nameMissing') : undefined}
          onChange={(event) => setDisplayName(event.target.value)}
        />
        <TextField
          label={t('creating.login')}
          help={t('creating.loginHelp')}
          value={login}
          maxLength={50}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          problem={tried && loginWrong ? t('creating.loginWrong') : undefined}
          onChange={(event) => setLogin(event.target.value.trim().toLowerCase())}
        />
      </div>
      {byMail ? <EmailField value={email} tried={tried} onChange={setEmail} /> : null}
      <GrantFields form={form} choices={choices} today={today} tried={tried} onChange={setForm} />
    </FormDialog>
  );
}

function Created({ created, onClose }: { readonly created: CreatedPerson; readonly onClose: () => void }) {
  const { t } = useTranslation('people');
  const { person, link } = created;
  return (
    <Dialog
      open
      title={t('creating.done', { name: person.displayName })}
      dismissible={false}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('link.done')}
        </Button>
      }
    >
      <div className="jh-form">
        <Notice tone="success" role="status">
          {t('creating.doneText', { name: person.displayName, login: person.login })}
        </Notice>
        <OneTimeLink link={link} />
      </div>
    </Dialog>
  );
}
