import type { CountyReport } from '@junheng/api-contract';
import { checkCountyReport, type Edition } from '@junheng/evaluation-core';
import { Button, EmptyState, Notice } from '@junheng/ui/plain';
import { useIsMutating, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { countyReportKeys } from '../../server/county-reports.ts';
import { editionQuery } from '../../server/editions.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { EntryHistoryPanel, type HistorySubject } from './entry-history-panel.tsx';
import { ItemsGroup } from './items-group.tsx';
import { cellsOf, idOfTopic, isItems } from './model/county-entries.ts';
import { WHOLE, withReasonAt, type DraftReason } from './model/return-reasons.ts';
import { PartHead } from './part-head.tsx';
import { PartStrip } from './part-strip.tsx';
import { ReturnPartDialog } from './return-part-dialog.tsx';
import { TakeOverAll } from './take-over-all.tsx';
import { TopicList } from './topic-list.tsx';
import { useEntrySaving } from './use-entry-saving.ts';
import { useUnloadWarning } from '../../display/use-unload-warning.ts';

export interface CountyReportPageProps {
  readonly report: CountyReport;
}

/** The county report (县级填报): the parts of the sections, and the one that is open. */
export function CountyReportPage({ report }: CountyReportPageProps) {
  const query = useQuery(editionQuery(report.round.editionId));
  return <Loaded query={query}>{(edition) => <Filling report={report} edition={edition} />}</Loaded>;
}

function Filling({ report, edition }: CountyReportPageProps & { readonly edition: Edition }) {
  const { t } = useTranslation('county');
  const [query, setQuery] = useSearchParams();
  const [assigning, setAssigning] = useState(false);
  const [history, setHistory] = useState<HistorySubject | null>(null);
  const [returning, setReturning] = useState(false);
  const [marks, setMarks] = useState<Readonly<Record<string, readonly DraftReason[]>>>({});
  const saving = useEntrySaving(report);
  const pending = saving.pending + useIsMutating({ mutationKey: countyReportKeys.evidence(report.id) });
  useUnloadWarning(pending > 0);
  const findings = useMemo(
    () =>
      checkCountyReport(edition, cellsOf(edition, report.entries), {
        ...(report.lastYear === null ? {} : { lastYear: report.lastYear }),
        counted: report.counted,
        registered: report.registered,
      }),
    [edition, report.counted, report.entries, report.lastYear, report.registered],
  );
  const part = report.parts.find(({ id }) => id === query.get('part')) ?? report.parts[0];
  const returnAt = (id: string) => (anchor: string) => {
    setMarks((before) => ({ ...before, [id]: withReasonAt(before[id] ?? [], anchor) }));
    setReturning(true);
  };
  const onReturn = part?.may.return === true ? returnAt(part.id) : null;
  return (
    <div className="jc-stack">
      {report.mayAssign ? (
        <div className="jc-county__bar">
          <p className="jc-lead">{t('lead')}</p>
          <Button onClick={() => setAssigning(true)}>{t('assign.open')}</Button>
        </div>
      ) : null}
      {saving.offline ? (
        <Notice tone="warning" role="status">
          {t('state.offline', { count: saving.pending })}
        </Notice>
      ) : null}
      {part === undefined ? (
        <EmptyState title={t('nothing')} description={t('nothingHelp')} />
      ) : (
        <>
          {report.parts.length < 2 ? null : (
            <PartStrip
              parts={report.parts}
              chosen={part.id}
              onChoose={(id) => {
                query.set('part', id);
                setQuery(query, { replace: true });
              }}
            />
          )}
          <PartHead
            key={part.id}
            report={report}
            part={part}
            edition={edition}
            pending={pending}
            onReturn={() => onReturn?.(WHOLE)}
          />
          {part.topics.filter(isItems).map((topic) => (
            <ItemsGroup
              key={topic}
              edition={edition}
              report={report}
              section={idOfTopic(topic)}
              findings={findings}
              saving={saving}
              locked={!part.may.fill}
              onHistory={setHistory}
              onReturn={onReturn}
            />
          ))}
          <section className="jc-county__group" aria-label={t('topics')}>
            <h3 className="jc-h3">{t('topics')}</h3>
            <p className="jc-small ev-muted">{t('topicsHelp')}</p>
            {part.may.fill ? <TakeOverAll report={report} part={part} /> : null}
            <TopicList
              edition={edition}
              topics={part.topics.filter((topic) => !isItems(topic))}
              report={report}
              saving={saving}
              locked={!part.may.fill}
              onHistory={setHistory}
              onReturn={onReturn}
            />
          </section>
        </>
      )}
      {part !== undefined && returning ? (
        <ReturnPartDialog
          report={report}
          part={part}
          edition={edition}
          reasons={marks[part.id] ?? []}
          onReasons={(reasons) => setMarks((before) => ({ ...before, [part.id]: reasons }))}
          onClose={() => setReturning(false)}
        />
      ) : null}
      {history === null ? null : (
        <EntryHistoryPanel
          reportId={report.id}
          revision={report.revision}
          edition={edition}
          subject={history}
          onClose={() => setHistory(null)}
        />
      )}
      {assigning ? <AssignDialog report={report} edition={edition} onClose={() => setAssigning(false)} /> : null}
    </div>
  );
}
