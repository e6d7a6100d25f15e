import type { Edition } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EvidenceFileLine } from '../../display/evidence-file-line.tsx';
import { Loaded } from '../../display/loaded.tsx';
import { useFormat } from '../../display/use-format.ts';
import { evidenceContentUrl, reportEvidenceQuery, type ReportEvidence } from '../../server/self-reports.ts';
import { evidenceGroups, targetKey } from './model/evidence-groups.ts';

type EvidenceFile = ReportEvidence['evidence'][number];

/** What the school added as proof (佐证材料), by what it proves; and what nothing proves yet. */
export function ReportEvidenceSection(props: { readonly reportId: string; readonly edition: Edition }) {
  const { t } = useTranslation('review');
  const query = useQuery(reportEvidenceQuery(props.reportId));
  return (
    <section className="jc-part" aria-labelledby="report-evidence">
      <h2 className="jc-h2" id="report-evidence">
        {t('evidence.title')}
      </h2>
      <div className="jc-surface jc-padded">
        <Loaded query={query}>{(list) => <Files {...props} files={list.evidence} />}</Loaded>
      </div>
    </section>
  );
}

function Files(props: {
  readonly reportId: string;
  readonly edition: Edition;
  readonly files: readonly EvidenceFile[];
}) {
  const { t } = useTranslation('review');
  const { language } = useLanguage();
  const { instant } = useFormat();
  const { groups, bare, removed } = evidenceGroups(props.files, props.edition);
  const list = (names: readonly string[]) => names.join(language === 'zh-CN' ? '、' : ', ');
  return (
    <div className="jc-evidence">
      {groups.length === 0 ? <p className="ev-muted">{t('evidence.none')}</p> : null}
      {groups.map(({ target, files }) => (
        <section key={targetKey(target)}>
          <h3 className="jc-evidence__target">
            {words(language, targetKey(target))} <span className="ev-muted">{files.length}</span>
          </h3>
          <ul className="jc-evidence__list">
            {files.map((file) => (
              <SchoolEvidenceLine key={file.id} reportId={props.reportId} file={file} />
            ))}
          </ul>
        </section>
      ))}
      {bare.length === 0 || groups.length === 0 ? null : (
        <p className="ev-muted">
          {t('evidence.bare', { names: list(bare.map((id) => words(language, `indicator.${id}.short`))) })}
        </p>
      )}
      {removed.length === 0 ? null : (
        <details>
          <summary>{t('evidence.removed', { count: removed.length })}</summary>
          <ul className="jc-plainlist">
            {removed.map(({ id, name, removed: gone }) => (
              <li key={id}>
                {t('evidence.removedBy', { name, by: gone?.by ?? '', at: gone === null ? '' : instant(gone.at) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** One file of the school. */
export function SchoolEvidenceLine({ reportId, file }: { readonly reportId: string; readonly file: EvidenceFile }) {
  const { t } = useTranslation('review');
  return (
    <EvidenceFileLine
      file={file}
      hrefOf={(as) => evidenceContentUrl(reportId, file.id, as)}
      aside={file.reusedFromYear === null ? undefined : t('evidence.reused', { year: file.reusedFromYear })}
    />
  );
}
