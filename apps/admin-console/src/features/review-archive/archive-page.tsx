import type { ArchiveIndex } from '@junheng/api-contract';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { Button, EmptyState, PageHeader, StatusTag, TextAreaField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FormDialog } from '../../display/form-dialog.tsx';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { archiveQuery, decideEvidence, type VisitPlace } from '../../server/visits.ts';
import './archive.css';

type Line = ArchiveIndex['lines'][number];
type ArchivedFile = Line['files'][number];

const tones = { there: 'success', rejected: 'danger', missing: 'warning' } as const;

/** Desk review (案头审核): what the archive index asks for beside what the school handed in. */
export function ArchivePage({ place, index }: { readonly place: VisitPlace; readonly index: ArchiveIndex }) {
  const { t } = useTranslation('archive');
  const { language } = useLanguage();
  const count = (state: Line['state']) => index.lines.filter((line) => line.state === state).length;
  return (
    <div className="jc-stack">
      <PageHeader
        above={<Link to={`/inspections/${place.inspectionId}`}>{t('back')}</Link>}
        title={index.school.name}
        subtitle={t('counts', { there: count('there'), missing: count('missing'), rejected: count('rejected') })}
        actions={<Button onClick={() => globalThis.print()}>{t('print')}</Button>}
      />
      {index.selfReportId === null ? <EmptyState title={t('nothing')} description={t('nothingText')} /> : null}
      {index.lines.length === 0 ? null : (
        <ul className="jc-plainlist jc-surface ar-lines">
          {index.lines.map((line) => (
            <li key={`${line.kind} ${line.id}`} className="ar-line">
              <div>
                {line.dimensions.length === 0 ? null : (
                  <p className="ev-muted">
                    {line.dimensions.map((id) => words(language, `requirement-group.${id}`)).join(' › ')}
                  </p>
                )}
                <p className="jc-strong">
                  {line.clause === null ? null : <span className="ev-muted">{line.clause} </span>}
                  {nameOf(language, line)}
                </p>
                {line.expected.length === 0 ? null : (
                  <p className="ev-muted">
                    {t('expected')} {line.expected.map((key) => words(language, `evidence.${key}`)).join('、')}
                  </p>
                )}
              </div>
              <StatusTag tone={tones[line.state]}>{t(`state.${line.state}`)}</StatusTag>
              <ul className="jc-plainlist ar-files">
                {line.files.map((file) => (
                  <FileRow key={file.id} place={place} index={index} file={file} />
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function FileRow(props: { readonly place: VisitPlace; readonly index: ArchiveIndex; readonly file: ArchivedFile }) {
  const { place, index, file } = props;
  const { t } = useTranslation('archive');
  const { instant } = useFormat();
  const client = useQueryClient();
  const [rejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState('');
  const deciding = useMutation({
    mutationFn: (decision: 'accepted' | 'rejected') =>
      decideEvidence(place, file.id, { decision, reason: decision === 'rejected' ? reason : null }),
    onSuccess: (answer) => {
      client.setQueryData(archiveQuery(place).queryKey, answer);
      setRejecting(false);
      setReason('');
    },
  });
  const { decision } = file;
  return (
    <li className="ar-file">
      <div>
        <a
          href={`/api/v1/self-reports/${index.selfReportId ?? ''}/evidence/${file.id}/content`}
          target="_blank"
          rel="noreferrer"
        >
          {file.name}
        </a>{' '}
        <span className="ev-muted">{t('added', { by: file.addedBy, time: instant(file.addedAt) })}</span>
        {decision === null ? null : (
          <p>
            <StatusTag tone={decision.decision === 'accepted' ? 'success' : 'danger'}>
              {t(`decision.${decision.decision}`)}
            </StatusTag>{' '}
            <span className="ev-muted">
              {t('decided', { by: decision.by, time: instant(decision.at) })} {decision.reason}
            </span>
          </p>
        )}
        {rejecting ? null : <RefusalNotice error={deciding.error} />}
      </div>
      {index.mayDecide ? (
        <div className="ar-acts">
          <Button
            size="small"
            disabled={decision?.decision === 'accepted'}
            busy={deciding.isPending && !rejecting}
            onClick={() => deciding.mutate('accepted')}
          >
            {t('accept')}
          </Button>
          <Button size="small" onClick={() => setRejecting(true)}>
            {t('reject')}
          </Button>
        </div>
      ) : null}
      {rejecting ? (
        <FormDialog
          title={t('rejectTitle', { name: file.name })}
          confirm={t('reject')}
          danger
          busy={deciding.isPending}
          error={deciding.error}
          onConfirm={() => deciding.mutate('rejected')}
          onClose={() => setRejecting(false)}
        >
          <TextAreaField
            label={t('reason')}
            help={t('reasonHelp')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </FormDialog>
      ) : null}
    </li>
  );
}

function nameOf(language: 'zh-CN' | 'en', { kind, id }: Line): string {
  const key = `${kind}.${id}`;
  return hasText(key) ? words(language, key) : id;
}
