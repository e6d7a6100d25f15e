import { classNames } from '@junheng/ui/plain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Copyable } from '../../display/copyable.tsx';
import { useFormat } from '../../display/use-format.ts';

export interface DrawStepProps {
  readonly step: 'commit' | 'freeze' | 'draw';
  /** Who did it and when, null while it is not done. */
  readonly done: { readonly at: string; readonly by: string } | null;
  /** It is this one's turn. */
  readonly now: boolean;
  readonly facts: readonly { readonly label: string; readonly hash?: string; readonly text?: string }[];
  readonly act: ReactNode;
}

/** One act of the draw in plain words: what is published with it, and why nobody can steer it. */
export function DrawStep({ step, done, now, facts, act }: DrawStepProps) {
  const { t } = useTranslation('inspect');
  const { instant } = useFormat();
  const state = done === null ? (now ? 'now' : 'later') : 'done';
  return (
    <li
      className={classNames('jc-draw__step jc-surface', `jc-draw__step--${state}`)}
      aria-current={state === 'now' ? 'step' : undefined}
    >
      <h3 className="jc-draw__title">{t(`draw.step.${step}.title`)}</h3>
      <p className="jc-draw__when ev-muted">
        {state === 'now'
          ? t('draw.turn')
          : done === null
            ? t('draw.waiting')
            : t('draw.done', { by: done.by, at: instant(done.at) })}
      </p>
      <p>{t(`draw.step.${step}.what`)}</p>
      <p className="ev-muted">{t(`draw.step.${step}.why`)}</p>
      {facts.length === 0 ? null : (
        <ul className="jc-plainlist jc-draw__facts">
          {facts.map(({ label, hash, text }) => (
            <li key={label}>
              <span>{label}</span>
              {hash === undefined ? null : <Copyable value={hash} shown={`${hash.slice(0, 16)}…`} label={label} />}
              {text === undefined ? null : <span className="jc-strong">{text}</span>}
            </li>
          ))}
        </ul>
      )}
      {state === 'now' && act !== null ? <div className="jc-draw__act jc-noprint">{act}</div> : null}
    </li>
  );
}
