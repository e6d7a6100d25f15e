import { PageHeader, useTexts } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { workbookQuery } from '../../../api/report-workbooks.ts';
import type { ReportWorkbook, Session } from '../../../api/types.ts';
import { ReportLoader } from '../report-loader.tsx';
import type { OpenReport } from '../use-report.ts';
import { DownloadPart } from './download-part.tsx';
import { UploadPart } from './upload-part.tsx';
import { UploadedWorkbook } from './uploaded-workbook.tsx';
import '../hand-in.css';
import './workbook.css';

/** The school's own workbook: down, filled in elsewhere, up again, compared, confirmed. */
export function WorkbookPage({ session }: { readonly session: Session }) {
  const { reportId = '' } = useParams();
  return (
    <ReportLoader reportId={reportId} session={session}>
      {(open) => <Workbook open={open} />}
    </ReportLoader>
  );
}

const STEPS = ['choose', 'check', 'confirm', 'done'] as const;

function Workbook({ open }: { readonly open: OpenReport }) {
  const { t } = useTexts('portal');
  const [search, setSearch] = useSearchParams();
  const { report } = open;
  const uploadId = search.get('upload');
  const query = useQuery({ ...workbookQuery(report.id, uploadId ?? ''), enabled: uploadId !== null });
  // In its own state until the address names it: the check is a step that one sees.
  const [reading, setReading] = useState(false);
  const step = uploadId === null ? (reading ? 1 : 0) : stepOf(query.data);
  return (
    <div className="workbook">
      <PageHeader
        above={<Link to={`/reports/${report.id}`}>{t('workbook.back')}</Link>}
        title={t('workbook.title')}
        subtitle={`${report.school.name} · ${t('due.round', { year: report.round.year, kind: t(`kind.${report.round.kind}`) })}`}
      />
      <ol className="steps">
        {STEPS.map((name, index) => (
          <li
            key={name}
            className={index < step ? 'steps__step steps__step--done' : 'steps__step'}
            aria-current={index === step ? 'step' : undefined}
          >
            {t(`workbook.steps.${name}`)}
          </li>
        ))}
      </ol>
      {uploadId === null ? (
        <div className="workbook__ways">
          <DownloadPart open={open} />
          <UploadPart open={open} onReading={setReading} onUploaded={(id) => setSearch({ upload: id })} />
        </div>
      ) : (
        <UploadedWorkbook key={uploadId} open={open} query={query} onAnother={() => setSearch({})} />
      )}
    </div>
  );
}

function stepOf(workbook: ReportWorkbook | undefined): number {
  if (workbook === undefined) return 1;
  if (workbook.applied !== null) return 3;
  return workbook.faults.some(({ severity }) => severity === 'error') ? 1 : 2;
}
