import { useId, type ReactNode } from 'react';

export interface PanelProps {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly children: ReactNode;
}

export function Panel({ title, intro, children }: PanelProps) {
  const id = useId();
  return (
    <section className="jh-card" aria-labelledby={id}>
      <h2 className="ac-panel__title" id={id}>
        {title}
      </h2>
      {intro === undefined ? null : <p className="ac-panel__intro">{intro}</p>}
      {children}
    </section>
  );
}
