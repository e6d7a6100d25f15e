import type { EditionSummary } from '@junheng/api-contract';
import { editionDifferences, type Edition } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { PageHeader, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Copyable } from '../../display/copyable.tsx';
import { useFormat } from '../../display/use-format.ts';
import { DifferenceList } from './difference-list.tsx';
import { EditionCatalogue } from './edition-catalogue.tsx';

/** A published edition, to read: clauses, sources, and what a bureau changed in it. */
export function EditionPage(props: {
  readonly summary: EditionSummary;
  readonly edition: Edition;
  readonly base: Edition | null;
}) {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const { instant } = useFormat();
  const { summary, edition, base } = props;
  const { bureau } = summary;
  return (
    <div className="jc-stack">
      <PageHeader
        above={<Link to="/standards">{t('all')}</Link>}
        title={words(language, `edition.${edition.id}`)}
        tags={<StatusTag tone="success">{t('published')}</StatusTag>}
        subtitle={[
          summary.issuedAs,
          bureau === null ? t('shipped') : t('byBureau', { region: bureau.regionName, name: bureau.publishedBy }),
          instant(summary.publishedAt),
        ].join(' · ')}
      />
      <Copyable value={summary.hash} label={t('hash')} />
      {base === null ? null : <DifferenceList differences={editionDifferences(base, edition)} />}
      <EditionCatalogue edition={edition} editing={null} />
    </div>
  );
}
