import { Button, Dialog } from '@junheng/ui/plain';
import { useId, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from './refusal-notice.tsx';
import { ReferrerList } from './referrer-list.tsx';

export interface FormDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog: what was refused stands above it, with what still refers to the record. */
export function FormDialog({ title, confirm, danger, busy, error, onConfirm, onClose, children }: FormDialogProps) {
  const { t } = useTranslation('display');
  const form = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onConfirm();
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button type="submit" form={form} variant={danger === true ? 'danger' : 'primary'} busy={busy}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={form} className="jh-form" noValidate onSubmit={submit}>
        <RefusalNotice error={error} />
        <ReferrerList error={error} />
        {children}
      </form>
    </Dialog>
  );
}
