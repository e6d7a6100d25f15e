import type { Person } from '@junheng/api-contract';
import { Button, Dialog } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { endSessions, giveAgain, peopleQuery, resetSecondFactor } from '../../server/people.ts';

export interface ConfirmActDialogProps {
  /** Take a second factor away, sign out everywhere, or give the role held last again. */
  readonly what: 'factor' | 'sessions' | 'regrant';
  readonly person: Person;
  readonly onClose: () => void;
}

export function ConfirmActDialog({ what, person, onClose }: ConfirmActDialogProps) {
  const { t } = useTranslation(['people', 'display']);
  const client = useQueryClient();
  const former = person.formerGrant;
  const acting = useMutation({
    mutationFn: async () => {
      if (what === 'factor') await resetSecondFactor(person.id);
      else if (what === 'sessions') await endSessions(person.id);
      else if (former !== null) await giveAgain(person.id, former);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: peopleQuery.queryKey });
      onClose();
    },
  });
  const facts = {
    name: person.displayName,
    role: former === null ? '' : t(`role.${former.role}`, { ns: 'display' }),
    place: former?.place.name ?? '',
  };
  return (
    <Dialog
      open
      title={t(`${what}Dialog.title`, facts)}
      onClose={onClose}
      footer={
        <Button
          variant={what === 'regrant' ? 'primary' : 'danger'}
          busy={acting.isPending}
          onClick={() => acting.mutate()}
        >
          {t(`${what}Dialog.confirm`)}
        </Button>
      }
    >
      <div className="jh-form">
        <p>{t(`${what}Dialog.intro`, facts)}</p>
        <RefusalNotice error={acting.error} />
      </div>
    </Dialog>
  );
}
