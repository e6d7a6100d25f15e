import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { classNames } from './class-names.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  /** `sheet` slides in from the right on a desk, from below on a phone. */
  readonly shape?: 'centre' | 'sheet';
  /** False when the person must answer (a session that ended): no cross, Escape does nothing. */
  readonly dismissible?: boolean;
}

/** The browser's own modal dialog: it keeps the focus inside and gives it back by itself. */
export function Dialog({ open, title, onClose, children, footer, shape = 'centre', dismissible = true }: DialogProps) {
  const { t } = useTexts('ui');
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) show(element);
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={classNames('jh-dialog', `jh-dialog--${shape}`)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // React lets it rise from a dialog inside this one; Escape closes only the uppermost.
        if (event.target !== dialog.current) return;
        event.preventDefault();
        if (dismissible) onClose();
      }}
      onClose={(event) => {
        // A browser asked twice in a row closes it whatever was answered: whoever must answer has it open again.
        if (event.target !== dialog.current || !open) return;
        if (dismissible) onClose();
        else show(dialog.current);
      }}
      onClick={(event) => {
        if (dismissible && event.target === dialog.current) onClose();
      }}
    >
      {open ? (
        <div className="jh-dialog__panel">
          <div className="jh-dialog__head">
            <h2 className="jh-dialog__title" id={titleId}>
              {title}
            </h2>
            {dismissible ? (
              <button type="button" className="jh-dialog__close" aria-label={t('dialog.close')} onClick={onClose}>
                <svg
                  viewBox="0 0 16 16"
                  width="16"
                  height="16"
                  stroke="currentColor"
                  strokeWidth="1.6"
                  aria-hidden="true"
                >
                  <path d="m3 3 10 10M13 3 3 13" />
                </svg>
              </button>
            ) : null}
          </div>
          <div className="jh-dialog__body">{children}</div>
          {footer === undefined ? null : <div className="jh-dialog__foot">{footer}</div>}
        </div>
      ) : null}
    </dialog>
  );
}

function show(element: HTMLDialogElement): void {
  element.showModal();
  // The browser gives the focus to whatever comes first; `autoFocus` of React came too early, when all was hidden.
  element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
}
