import type { ReactNode } from 'react';

export interface PageHeaderProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** Small line above the title: where one is, or a way back. */
  readonly above?: ReactNode;
  readonly tags?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHeader({ title, subtitle, above, tags, actions }: PageHeaderProps) {
  return (
    <header className="jh-page-header">
      <div className="jh-page-header__text">
        {above === undefined ? null : <div className="jh-page-header__above">{above}</div>}
        <div className="jh-page-header__line">
          <h1 className="jh-page-header__title">{title}</h1>
          {tags}
        </div>
        {subtitle === undefined ? null : <p className="jh-page-header__subtitle">{subtitle}</p>}
      </div>
      {actions === undefined ? null : <div className="jh-page-header__actions">{actions}</div>}
    </header>
  );
}
