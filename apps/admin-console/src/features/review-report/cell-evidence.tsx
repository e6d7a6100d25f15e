import type { Edition } from '@junheng/evaluation-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { reportEvidenceQuery } from '../../server/self-reports.ts';
import { evidenceOfItem } from './model/evidence-groups.ts';
import { SchoolEvidenceLine } from './report-evidence.tsx';

/** What proves the value that is looked at. */
export function CellEvidence(props: { readonly reportId: string; readonly edition: Edition; readonly itemId: string }) {
  const { t } = useTranslation('cellEvidence');
  const query = useQuery(reportEvidenceQuery(props.reportId));
  return (
    <section className="jc-comments">
      <h3>{t('title')}</h3>
      <Loaded query={query}>
        {({ evidence }) => {
          const files = evidenceOfItem(evidence, props.edition, props.itemId);
          return files.length === 0 ? (
            <p className="ev-muted">{t('none')}</p>
          ) : (
            <ul className="jc-evidence__list">
              {files.map((file) => (
                <SchoolEvidenceLine key={file.id} reportId={props.reportId} file={file} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}
