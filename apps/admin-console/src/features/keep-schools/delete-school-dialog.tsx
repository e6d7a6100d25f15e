import type { SchoolDetail } from '@junheng/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { deleteSchool, schoolKeys } from '../../server/organisations.ts';

export interface DeleteSchoolDialogProps {
  readonly school: SchoolDetail;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** For a school that was entered by mistake; what has a history is closed instead, and the server says what it is. */
export function DeleteSchoolDialog({ school, onClose, onDeleted }: DeleteSchoolDialogProps) {
  const { t } = useTranslation('keepSchools');
  const client = useQueryClient();
  const deleting = useMutation({
    mutationFn: () => deleteSchool(school.id),
    onSuccess: async () => {
      onDeleted();
      await client.invalidateQueries({ queryKey: schoolKeys });
    },
  });
  return (
    <FormDialog
      title={t('delete.title', { name: school.name })}
      confirm={t('delete.confirm')}
      danger
      busy={deleting.isPending}
      error={deleting.error}
      onClose={onClose}
      onConfirm={() => deleting.mutate()}
    >
      <p>{t('delete.intro')}</p>
    </FormDialog>
  );
}
