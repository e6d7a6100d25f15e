import type { Person } from '@junheng/api-contract';
import { Button, Dialog } from '@junheng/ui/plain';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { makeResetLink } from '../../server/people.ts';
import { OneTimeLink } from './one-time-link.tsx';

/** Makes a one-time link and shows it once; it is in no cache and gone when the dialog closes. */
export function ResetLinkDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useTranslation('people');
  const making = useMutation({ mutationFn: () => makeResetLink(person.id), gcTime: 0 });
  const link = making.data;
  return (
    <Dialog
      open
      title={t('link.title', { name: person.displayName })}
      dismissible={link === undefined}
      onClose={onClose}
      footer={
        link === undefined ? (
          <Button variant="primary" busy={making.isPending} onClick={() => making.mutate()}>
            {t('link.make')}
          </Button>
        ) : (
          <Button variant="primary" onClick={onClose}>
            {t('link.done')}
          </Button>
        )
      }
    >
      <div className="jh-form">
        <p>{t('link.intro')}</p>
        <RefusalNotice error={making.error} />
        {link === undefined ? null : <OneTimeLink link={link} />}
      </div>
    </Dialog>
  );
}
