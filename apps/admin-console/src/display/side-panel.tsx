import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface SidePanelProps {
  readonly title: ReactNode;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Changes with what is shown: the panel then scrolls back to its top. */
  readonly subject: string;
}

/**
 * Beside the page on a wide screen, over it on a narrow one. Not modal: one goes on clicking numbers while it is open.
 * Escape closes it; the focus moves in when it opens and goes back where it came from.
 */
export function SidePanel({ title, label, onClose, children, subject }: SidePanelProps) {
  const { t } = useTranslation('display');
  const panel = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      close.current();
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 });
  }, [subject]);
  return (
    <aside ref={panel} className="jc-panel" aria-label={label} tabIndex={-1}>
      <div className="jc-panel__head">
        <h2>{title}</h2>
        <button
          type="button"
          className="jc-panel__close"
          onClick={onClose}
          aria-label={t('closePanel')}
          title={t('closePanel')}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
            <path d="m3 3 10 10M13 3 3 13" />
          </svg>
        </button>
      </div>
      <div className="jc-panel__body">{children}</div>
    </aside>
  );
}
