import type { Opinion } from '@junheng/api-contract';
import { TextField } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { issueOpinion } from '../../server/opinions.ts';
import { daysAfter, objectionDays } from './model/opinion-draft.ts';
import { useOpinionAct } from './use-opinion-act.ts';

/** The leader signs the preliminary opinion and sets the time to object. */
export function IssueDialog(props: {
  readonly opinion: Opinion;
  readonly revision: number;
  readonly today: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('opinion');
  const { opinion, revision, today, onClose } = props;
  const act = useOpinionAct(opinion);
  const [until, setUntil] = useState(daysAfter(today, objectionDays.proposed));
  return (
    <FormDialog
      title={t('issue.title')}
      confirm={t('issue.act')}
      busy={act.busy}
      error={act.error}
      onClose={onClose}
      onConfirm={() => void act.run(() => issueOpinion(act.path, { revision, objectionsUntil: until }))}
    >
      <p>{t('issue.text')}</p>
      <TextField
        label={t('issue.until')}
        help={t('issue.untilHelp', { least: objectionDays.least, most: objectionDays.most })}
        type="date"
        min={daysAfter(today, objectionDays.least)}
        max={daysAfter(today, objectionDays.most)}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
    </FormDialog>
  );
}
