import { Button, Notice, useTexts } from '@junheng/ui/plain';
import { memo, useState } from 'react';
import { ReturnNote } from './return-note.tsx';
import { UnsentNotice } from './unsent-notice.tsx';
import type { OpenReport } from './use-report.ts';

/** What has to be said before the form: that it is locked, what was returned, what came back, what could not be saved. */
export const ReportNotices = memo(DrawnNotices);

function DrawnNotices({ open, onJump }: { readonly open: OpenReport; readonly onJump: (cell: string) => void }) {
  const { t } = useTexts('portal');
  const [seen, setSeen] = useState(false);
  const { report, recovered, durable } = open;
  const openReturns = report.returnReasons.filter((reason) => reason.state === 'open');
  const aboutWhole = report.returnReasons.filter((reason) => reason.cell === null);
  const firstCell = openReturns.find((reason) => reason.cell !== null)?.cell ?? null;
  return (
    <div className="report-notices">
      {report.lock === null ? null : (
        <Notice tone={report.lock === 'approved' ? 'success' : 'neutral'} title={t(`lock.title.${report.lock}`)}>
          {t(`lock.text.${report.lock}`)}
        </Notice>
      )}
      <UnsentNotice open={open} />
      {report.may.fill && openReturns.length > 0 ? (
        <Notice
          tone="warning"
          title={t('returned.count', { count: openReturns.length })}
          {...(firstCell === null
            ? {}
            : {
                action: (
                  <Button size="small" onClick={() => onJump(firstCell)}>
                    {t('returned.jump')}
                  </Button>
                ),
              })}
        />
      ) : null}
      {aboutWhole.map((reason) => (
        <ReturnNote key={reason.id} reportId={report.id} reason={reason} editable={report.may.fill} />
      ))}
      {recovered > 0 && !seen ? (
        <Notice
          tone="info"
          role="status"
          action={
            <Button size="small" variant="quiet" onClick={() => setSeen(true)}>
              {t('report.close')}
            </Button>
          }
        >
          {t('report.recovered', { count: recovered })}
        </Notice>
      ) : null}
      {durable || report.lock !== null ? null : <Notice tone="warning">{t('report.notDurable')}</Notice>}
    </div>
  );
}
