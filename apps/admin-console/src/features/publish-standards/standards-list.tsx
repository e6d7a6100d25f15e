import type { EditionDraft, EditionSummary, Region } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Button, PageHeader, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { CopyDialog } from './copy-dialog.tsx';

export interface StandardsListProps {
  readonly editions: readonly EditionSummary[];
  /** Null: of somebody who only reads. */
  readonly drafts: readonly EditionDraft[] | null;
  /** Where the person may publish. */
  readonly regions: readonly Region[];
}

/** The published editions, and the drafts of those who make them. */
export function StandardsList({ editions, drafts, regions }: StandardsListProps) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const { instant } = useFormat();
  const [copied, setCopied] = useState<EditionSummary | null>(null);
  return (
    <div className="jc-stack">
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      {drafts === null || drafts.length === 0 ? null : (
        <section className="jc-standard">
          <h2>{t('drafts')}</h2>
          <ul className="jc-surface jc-rules">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <div className="jc-rules__line">
                  <StatusTag tone="warning">{t('draft')}</StatusTag>
                  <Link className="jc-table__link" to={`/standards/drafts/${draft.id}`}>
                    {draft.name}
                  </Link>
                </div>
                <span className="ev-muted">
                  {[
                    draft.instrument,
                    draft.regionName,
                    t('changedBy', { name: draft.changedBy, at: instant(draft.changedAt) }),
                    t('changeCount', { count: draft.amendments.length }),
                  ].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="jc-standard">
        <h2>{t('publishedOnes')}</h2>
        <ul className="jc-surface jc-rules">
          {editions.map((edition) => (
            <li key={edition.id}>
              <div className="jc-rules__line">
                <Link className="jc-table__link" to={`/standards/${edition.id}`}>
                  {words(language, `edition.${edition.id}`)}
                </Link>
                {drafts === null ? null : (
                  <Button size="small" onClick={() => setCopied(edition)}>
                    {t('copyToChange')}
                  </Button>
                )}
              </div>
              <span className="ev-muted">
                {[
                  edition.issuedAs,
                  edition.bureau === null
                    ? t('shipped')
                    : t('byBureau', { region: edition.bureau.regionName, name: edition.bureau.publishedBy }),
                  instant(edition.publishedAt),
                  edition.asksSchools ? null : t('countyOnly'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {copied === null ? null : <CopyDialog base={copied} regions={regions} onClose={() => setCopied(null)} />}
    </div>
  );
}
