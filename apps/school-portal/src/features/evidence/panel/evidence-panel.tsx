import { problemOf } from '@junheng/api-client';
import { EmptyState, ErrorState, LoadingState, Notice, useLanguage, useTexts } from '@junheng/ui/plain';
import { text } from '@junheng/evaluation-messages/plain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { evidenceQuery } from '../../../api/evidence.ts';
import type { Evidence, EvidenceList, EvidenceTarget, SelfReport, Session } from '../../../api/types.ts';
import { present, proves, sizeText } from '../model/shown-file.ts';
import { EarlierFiles } from './earlier-files.tsx';
import { EvidenceRow } from './evidence-row.tsx';
import { FileChooser } from './file-chooser.tsx';
import { UploadRows } from './upload-rows.tsx';
import { useUploads } from './use-uploads.ts';

export interface EvidencePanelProps {
  readonly report: SelfReport;
  readonly session: Session;
  /** null: all files of the report. */
  readonly target: EvidenceTarget | null;
}

/** Files for one indicator, or all of a report: choosing, what is on its way, what is there. */
export function EvidencePanel(props: EvidencePanelProps) {
  const { t } = useTexts('portal');
  const query = useQuery(evidenceQuery(props.report.id));
  if (query.data !== undefined) return <LoadedPanel {...props} list={query.data} />;
  if (query.isPending && query.fetchStatus === 'fetching') return <LoadingState />;
  return (
    <ErrorState
      title={t('evidence.listFailed')}
      requestId={problemOf(query.error)?.requestId ?? null}
      onRetry={() => void query.refetch()}
    />
  );
}

function LoadedPanel({ report, session, target, list }: EvidencePanelProps & { readonly list: EvidenceList }) {
  const { t } = useTexts('portal');
  const { language } = useLanguage();
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState('');
  const uploads = useUploads(session, report.id, target);
  const files = present(list.evidence).filter((each) => target === null || proves(each, target));
  const removed = target === null ? list.evidence.filter((each) => each.removed !== null) : [];
  const mayChange = list.mayChange && report.may.fill;
  const tell = (code: string | null, said = ''): void => {
    setProblem(code);
    setDone(said);
  };
  return (
    <div className="evidence">
      {mayChange && target !== null ? (
        <FileChooser reportId={report.id} target={target} limits={list.limits} queue={uploads.queue} />
      ) : null}
      <p className="evidence__said" role="status" aria-live="polite">
        {done}
      </p>
      {problem === null ? null : (
        <Notice tone="danger" role="alert">
          {text(language, `problem.${problem}`)}
        </Notice>
      )}
      <UploadRows uploads={uploads.own} queue={uploads.queue} limits={list.limits} />
      {files.length === 0 && uploads.own.length === 0 ? (
        <EmptyState
          title={t(target === null ? 'evidence.noneInReport' : 'evidence.none')}
          description={t(
            mayChange ? (target === null ? 'evidence.noneHow' : 'evidence.noneYet') : 'evidence.noneLocked',
          )}
        />
      ) : (
        <ul className="evidence__list" aria-label={t('evidence.files')}>
          {files.map((file) => (
            <EvidenceRow
              key={file.id}
              report={report}
              file={file}
              target={target}
              mayChange={mayChange}
              onOutcome={tell}
            />
          ))}
        </ul>
      )}
      {mayChange && target !== null ? (
        <EarlierFiles reportId={report.id} target={target} present={present(list.evidence)} onOutcome={tell} />
      ) : null}
      {target === null && files.length > 0 ? (
        <p className="evidence__total">
          {t('evidence.total', {
            count: files.length,
            size: sizeText(list.totalBytes),
            limit: sizeText(list.limits.bytesPerReport),
          })}
        </p>
      ) : null}
      {removed.length === 0 ? null : <RemovedFiles files={removed} />}
    </div>
  );
}

function RemovedFiles({ files }: { readonly files: readonly Evidence[] }) {
  const { t } = useTexts('portal');
  return (
    <details className="evidence__removed">
      <summary>{t('evidence.removed', { count: files.length })}</summary>
      <ul>
        {files.map((file) => (
          <li key={file.id}>{t('evidence.removedBy', { name: file.name, by: file.removed?.by ?? '' })}</li>
        ))}
      </ul>
    </details>
  );
}
