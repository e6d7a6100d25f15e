import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { Tone } from './notice.tsx';

/** A short state word. The tone repeats what the word says; it never carries the meaning alone. */
export function StatusTag({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={classNames('jh-tag', `jh-tag--${tone}`)}>{children}</span>;
}
