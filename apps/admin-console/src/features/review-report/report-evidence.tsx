import type { Edition } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { Dialog, useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { useFormat } from '../../display/use-format.ts';
import { evidenceContentUrl, reportEvidenceQuery, type ReportEvidence } from '../../server/self-reports.ts';
import { evidenceGroups, isDrawn, sizeText, targetKey } from './model/evidence-groups.ts';

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
              <EvidenceFileLine key={file.id} reportId={props.reportId} file={file} />
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

/** One file: its picture, name and size, opened or saved. */
export function EvidenceFileLine({ reportId, file }: { readonly reportId: string; readonly file: EvidenceFile }) {
  const { t } = useTranslation('review');
  const { instant } = useFormat();
  const [shown, setShown] = useState(false);
  const preview = evidenceContentUrl(reportId, file.id, 'preview');
  return (
    <li className="jc-evidence__file">
      {isDrawn(file.mediaType) ? (
        <>
          <button
            type="button"
            className="jc-evidence__thumb"
            aria-label={t('evidence.preview', { name: file.name })}
            onClick={() => setShown(true)}
          >
            <img src={preview} alt="" loading="lazy" width="56" height="56" />
          </button>
          <Dialog open={shown} title={file.name} onClose={() => setShown(false)}>
            <img className="jc-evidence__picture" src={preview} alt={file.name} />
          </Dialog>
        </>
      ) : null}
      <span className="jc-evidence__text">
        <span>{file.name}</span>
        <span className="ev-muted">
          {sizeText(file.size)} · {t('by', { by: file.addedBy, at: instant(file.addedAt) })}
          {file.reusedFromYear === null ? null : ` · ${t('evidence.reused', { year: file.reusedFromYear })}`}
        </span>
      </span>
      <span className="jc-evidence__links">
        {file.mediaType === 'application/pdf' ? (
          <a
            href={preview}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('evidence.preview', { name: file.name })}
          >
            {t('evidence.open')}
          </a>
        ) : null}
        <a
          href={evidenceContentUrl(reportId, file.id, 'download')}
          aria-label={t('evidence.download', { name: file.name })}
        >
          {t('evidence.save')}
        </a>
      </span>
    </li>
  );
}
