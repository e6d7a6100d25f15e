import type { Round } from '@junheng/api-contract';
import { Notice, PageHeader } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** What was opened, and what one does next. */
export function RoundOpened({ round, announced }: { readonly round: Round; readonly announced: boolean }) {
  const { t } = useTranslation('open');
  return (
    <div className="jc-narrow jc-stack">
      <PageHeader title={t('title')} />
      <Notice tone="success" role="status" title={t('opened.title')}>
        <ul className="jc-plainlist">
          <li>{t('opened.schools', { count: round.schoolCount })}</li>
          {round.leftOut === 0 ? null : <li>{t('opened.leftOut', { count: round.leftOut })}</li>}
          <li>{t(announced ? 'opened.announced' : 'opened.notAnnounced')}</li>
        </ul>
      </Notice>
      <p>{t('opened.prefillHelp')}</p>
      <div className="jc-formfoot">
        <Link className="jh-button" to={`/rounds/${round.id}/imports`}>
          {t('opened.prefill')}
        </Link>
        <Link className="jh-button jh-button--primary" to={`/rounds/${round.id}`}>
          {t('opened.round')}
        </Link>
      </div>
    </div>
  );
}
