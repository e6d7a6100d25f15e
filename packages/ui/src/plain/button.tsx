import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Spinner } from './spinner.tsx';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One `primary` per view at most. `quiet` has no frame, `danger` is for what cannot be undone. */
  readonly variant?: 'primary' | 'default' | 'quiet' | 'danger';
  readonly size?: 'regular' | 'small' | 'large';
  /** While true the button shows a spinner, keeps its label and ignores clicks (it keeps the focus). */
  readonly busy?: boolean;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const { variant = 'default', size = 'regular', busy = false, children, className, onClick, type, ...rest } = props;
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={classNames(
        'jh-button',
        `jh-button--${variant}`,
        size !== 'regular' && `jh-button--${size}`,
        className,
      )}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={(event) => {
        if (busy) {
          event.preventDefault();
          return;
        }
        onClick?.(event);
      }}
    >
      {busy ? <Spinner /> : null}
      <span className="jh-button__label">{children}</span>
    </button>
  );
}
