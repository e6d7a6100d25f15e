import { Button, Notice, useTexts } from '@junheng/ui/plain';
import { memo, useState } from 'react';
import type { ReturnReason } from '../../api/types.ts';
import { sectionOfCell } from './model/form.ts';
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
  // A reason has its place at its cell; where the form no longer has that cell, it would stand nowhere and yet block.
  const placed = ({ cell }: ReturnReason): boolean => cell !== null && sectionOfCell(open.sections, cell) !== undefined;
  const unplaced = report.returnReasons.filter((reason) => !placed(reason));
  const firstCell = openReturns.find(placed)?.cell ?? null;
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
      {unplaced.map((reason) => (
        <ReturnNote key={reason.id} reportId={report.id} reason={reason} editable={report.may.fill} apart />
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
