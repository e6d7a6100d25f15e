import type { Checklist } from '@junheng/api-contract';
import { EmptyState, PageHeader, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { useWritesIn } from './use-writes-in.ts';

/** The checklists of special supervision within reach, newest first; each opens to what it asks. */
export function ChecklistsPage({ checklists }: { readonly checklists: readonly Checklist[] }) {
  const { t } = useTranslation('checklists');
  const manages = useWritesIn().size > 0;
  return (
    <div className="jc-stack">
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          manages ? (
            <Link className="jh-button jh-button--primary" to="/checklists/new">
              {t('new')}
            </Link>
          ) : undefined
        }
      />
      {checklists.length === 0 ? (
        <EmptyState title={t('empty')} description={t(manages ? 'emptyHelp' : 'emptyReader')} />
      ) : (
        checklists.map((checklist) => <OneChecklist key={checklist.id} checklist={checklist} manages={manages} />)
      )}
    </div>
  );
}

function OneChecklist({ checklist, manages }: { readonly checklist: Checklist; readonly manages: boolean }) {
  const { t } = useTranslation('checklists');
  const { language } = useLanguage();
  const { instant } = useFormat();
  const { id, name, region, items, published } = checklist;
  const english = language === 'en';
  return (
    <details className="jc-surface jc-padded">
      <summary>
        <b>{english ? name.en : name.zhCN}</b>{' '}
        <span className="ev-muted">
          {t('about', {
            region: region.name,
            count: items.length,
            by: published.by,
            time: instant(published.at),
          })}
        </span>
      </summary>
      <ol>
        {items.map(({ text, textEn, kind, maximum, criteria }) => (
          <li key={text}>
            {english ? (textEn ?? text) : text}{' '}
            <span className="ev-muted">
              {[
                maximum === null ? t(`kind.${kind}`) : t('points', { maximum }),
                ...(criteria === null ? [] : [criteria]),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      {manages ? <Link to={`/checklists/new?from=${id}`}>{t('copy')}</Link> : null}
    </details>
  );
}
