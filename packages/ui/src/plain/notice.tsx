import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

export interface NoticeProps {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits; leave out for text that was there from the start. */
  readonly role?: 'alert' | 'status';
  readonly className?: string;
}

export function Notice({ tone = 'info', title, children, action, role, className }: NoticeProps) {
  return (
    <div className={classNames('jh-notice', `jh-notice--${tone}`, className)} role={role}>
      <div className="jh-notice__body">
        {title === undefined ? null : <p className="jh-notice__title">{title}</p>}
        {children === undefined ? null : <div className="jh-notice__text">{children}</div>}
      </div>
      {action === undefined ? null : <div className="jh-notice__action">{action}</div>}
    </div>
  );
}
