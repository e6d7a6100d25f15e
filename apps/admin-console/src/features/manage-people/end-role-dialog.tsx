import type { Grant, Person } from '@junheng/api-contract';
import { TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useToday } from '../../display/use-today.ts';
import { changeRoleEnd, endRole, peopleQuery } from '../../server/people.ts';

export interface EndRoleDialogProps {
  readonly person: Person;
  readonly grant: Grant;
  readonly onClose: () => void;
}

type When = 'now' | 'day' | 'open';

/** Ends a role now or on a day, or lets one go on that had an end. */
export function EndRoleDialog({ person, grant, onClose }: EndRoleDialogProps) {
  const { t } = useTranslation(['people', 'display']);
  const client = useQueryClient();
  const today = useToday();
  const [when, setWhen] = useState<When>('now');
  const [day, setDay] = useState(grant.validTo ?? today);
  const [tried, setTried] = useState(false);
  const dayWrong = day < today || day < grant.validFrom;
  const ending = useMutation({
    mutationFn: async () => {
      if (when === 'now') await endRole(person.id, grant.id);
      else await changeRoleEnd(person.id, grant.id, when === 'day' ? day : null);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: peopleQuery.queryKey });
      onClose();
    },
  });
  const offered: readonly When[] = grant.validTo === null ? ['now', 'day'] : ['now', 'day', 'open'];
  return (
    <FormDialog
      title={t('ending.title', {
        name: person.displayName,
        role: t(`role.${grant.role}`, { ns: 'display' }),
        place: grant.place.name,
      })}
      confirm={t(when === 'now' ? 'ending.confirmNow' : 'ending.confirm')}
      danger={when === 'now'}
      busy={ending.isPending}
      error={ending.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (when !== 'day' || !dayWrong) ending.mutate();
      }}
    >
      <fieldset className="jc-radios">
        <legend>{t('ending.when')}</legend>
        {offered.map((each) => (
          <label key={each} className="jc-check">
            <input type="radio" name="when" checked={when === each} onChange={() => setWhen(each)} />
            {t(`ending.${each}`)}
          </label>
        ))}
      </fieldset>
      {when === 'day' ? (
        <TextField
          label={t('ending.lastDay')}
          type="date"
          min={today}
          value={day}
          problem={tried && dayWrong ? t('grant.toWrong') : undefined}
          onChange={(event) => setDay(event.target.value)}
        />
      ) : null}
      <p className="ev-muted">{t(`ending.help.${when}`)}</p>
    </FormDialog>
  );
}
