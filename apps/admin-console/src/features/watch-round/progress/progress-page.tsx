import { Button, EmptyState, Notice } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../display/loaded.tsx';
import { useMay } from '../../../display/use-may.ts';
import type { RoundSelfReports } from '../../../server/contract-shapes.ts';
import { roundProgressQuery } from '../../../server/messages.ts';
import { DayChart } from './day-chart.tsx';
import { GroupTable } from './group-table.tsx';
import { SectionTable } from './section-table.tsx';
import { SendDialog } from './send-dialog.tsx';
import { SentList } from './sent-list.tsx';

/** Where the round stands by town, type, section and day; and telling the schools. */
export function ProgressPage({ data }: { readonly data: RoundSelfReports }) {
  const { t } = useTranslation('progress');
  const may = useMay();
  const { round, selfReports } = data;
  const progress = useQuery(roundProgressQuery(round.id));
  const [writing, setWriting] = useState<'reminder' | 'announcement' | null>(null);
  const [told, setTold] = useState<number | null>(null);
  const manages = may('rounds.manage');
  const notBegun = selfReports.filter(({ status }) => status === 'not-started').length;
  const late = selfReports.filter((row) => row.late).length;
  return (
    <div className="jc-stack">
      <div className="jc-surface jc-padded jc-told">
        <p>{t('facts', { schools: selfReports.length, notBegun, late })}</p>
        {manages && selfReports.length > 0 ? (
          <span className="jc-told__buttons">
            {(['reminder', 'announcement'] as const).map((kind) => (
              <Button key={kind} size="small" onClick={() => setWriting(kind)}>
                {t(`tell.${kind}`)}
              </Button>
            ))}
          </span>
        ) : null}
      </div>
      {told === null ? null : (
        <Notice tone="success" role="status">
          {t('send.done', { count: told })}
        </Notice>
      )}
      <GroupTable rows={selfReports} />
      <Loaded query={progress}>
        {({ sections, days }) => (
          <>
            <SectionTable sections={sections} />
            {days.length === 0 ? <EmptyState title={t('noDays')} /> : <DayChart days={days} />}
          </>
        )}
      </Loaded>
      {manages ? <SentList roundId={round.id} /> : null}
      {writing === null ? null : (
        <SendDialog
          kind={writing}
          round={round}
          rows={selfReports}
          onClose={(count) => {
            setWriting(null);
            if (count !== null) setTold(count);
          }}
        />
      )}
    </div>
  );
}
