import type { ConsolidatedSchool, Consolidation } from '@junheng/api-contract';
import { TextAreaField } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { resolveDifference } from '../../server/consolidation.ts';
import { useConsolidationAct } from './use-consolidation-act.ts';

/** A school that could not be visited does not keep the project open for ever. */
export function LeaveOutDialog(props: {
  readonly view: Consolidation;
  readonly school: ConsolidatedSchool;
  readonly onClose: () => void;
}) {
  const { view, school, onClose } = props;
  const { t } = useTranslation('consolidate');
  const [reason, setReason] = useState('');
  const { schoolId, name } = school.school;
  const leaving = useConsolidationAct(
    view.inspectionId,
    () =>
      resolveDifference(view.inspectionId, {
        schoolId,
        entry: 'visit:left-out',
        value: null,
        reason,
        seen: null,
        basis: view.basis,
      }),
    onClose,
  );
  return (
    <FormDialog
      title={t('leaveOutTitle', { name })}
      confirm={t('leaveOut')}
      busy={leaving.isPending}
      error={leaving.error}
      onConfirm={() => leaving.mutate(undefined)}
      onClose={onClose}
    >
      <p>{t('leaveOutHelp')}</p>
      <TextAreaField
        label={t('reason')}
        help={t('reasonHelp')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
