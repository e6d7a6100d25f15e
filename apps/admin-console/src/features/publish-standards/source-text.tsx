import type { Source } from '@junheng/evaluation-core';
import { StatusTag } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

const TONES = { A: 'success', B: 'info', C: 'warning', U: 'danger' } as const;

/** Document, clause, and how certain it is. */
export function SourceText({ source }: { readonly source: Source }) {
  const { t } = useTranslation('standards');
  return (
    <span className="jc-source">
      {[source.document, source.clause].filter(Boolean).join(' ')}{' '}
      <StatusTag tone={TONES[source.confidence]}>{t(`certainty.${source.confidence}`)}</StatusTag>
      {source.note === null ? null : <span className="ev-table__aside">{source.note}</span>}
    </span>
  );
}
