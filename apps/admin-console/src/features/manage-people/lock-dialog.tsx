import type { Person } from '@junheng/api-contract';
import { Button, Dialog, TextAreaField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { peopleQuery, setLocked } from '../../server/people.ts';

/** Locks or unlocks with a reason, which goes on record. */
export function LockDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const act = person.locked ? 'unlock' : 'lock';
  const locking = useMutation({
    mutationFn: () => setLocked(person.id, { locked: !person.locked, reason: reason.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: peopleQuery.queryKey });
      onClose();
    },
  });
  const missing = reason.trim() === '';
  return (
    <Dialog
      open
      title={t(`locking.${act}Title`, { name: person.displayName })}
      onClose={onClose}
      footer={
        <Button
          variant={person.locked ? 'primary' : 'danger'}
          busy={locking.isPending}
          onClick={() => {
            setTried(true);
            if (!missing) locking.mutate();
          }}
        >
          {t(`locking.${act}`)}
        </Button>
      }
    >
      <div className="jh-form">
        <p>{t(`locking.${act}Intro`)}</p>
        <RefusalNotice error={locking.error} />
        <TextAreaField
          label={t('locking.reason')}
          help={t('locking.reasonHelp')}
          maxLength={500}
          autoFocus
          value={reason}
          problem={tried && missing ? t('locking.reasonMissing') : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
