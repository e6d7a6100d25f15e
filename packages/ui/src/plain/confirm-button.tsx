import { useState, type ReactNode } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Button, type ButtonProps } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface ConfirmButtonProps extends Omit<ButtonProps, 'onClick' | 'title'> {
  readonly title: ReactNode;
  readonly description: ReactNode;
  readonly confirmText?: string;
  /** The dialog stays open and busy until the promise settles; a rejection is the caller's to show. */
  readonly onConfirm: () => Promise<void> | void;
}

/** A button that asks before it acts. */
export function ConfirmButton({ title, description, confirmText, onConfirm, ...button }: ConfirmButtonProps) {
  const { t } = useTexts('ui');
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
      setOpen(false);
    }
  };
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)} />
      <Dialog
        open={open}
        title={title}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t('dialog.cancel')}</Button>
            <Button
              variant={button.variant === 'danger' ? 'danger' : 'primary'}
              busy={busy}
              onClick={() => void confirm()}
            >
              {confirmText ?? t('dialog.confirm')}
            </Button>
          </>
        }
      >
        {description}
      </Dialog>
    </>
  );
}
