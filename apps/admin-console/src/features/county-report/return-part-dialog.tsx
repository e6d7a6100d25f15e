import type { CountyPart, CountyReport } from '@junheng/api-contract';
import { countyCells, type Edition } from '@junheng/evaluation-core';
import { cellName, text as words } from '@junheng/evaluation-messages';
import { Button, Dialog, SelectField, TextAreaField, TextField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { countyReportKeys, returnCountyPart } from '../../server/county-reports.ts';
import { cellsOf, remarkKey } from './model/county-entries.ts';
import { topicText } from './model/topic-text.ts';

interface Reason {
  readonly entry: string;
  readonly reason: string;
}

const WHOLE = '';

/** Each reason at what it is about, or about the whole part; nothing goes back without one. */
export function ReturnPartDialog(props: {
  readonly report: CountyReport;
  readonly part: CountyPart;
  readonly edition: Edition;
  readonly onClose: () => void;
}) {
  const { report, part, edition, onClose } = props;
  const { t } = useTranslation('county');
  const { language } = useLanguage();
  const client = useQueryClient();
  const [reasons, setReasons] = useState<readonly Reason[]>([{ entry: WHOLE, reason: '' }]);
  const [correctBy, setCorrectBy] = useState('');
  const own = new Set(part.topics);
  const options = [
    { value: WHOLE, label: t('returning.whole') },
    ...countyCells(edition, cellsOf(edition, report.entries))
      .filter(({ item }) => own.has(`items:${item.section}`))
      .map(({ key }) => ({ value: key, label: cellName(language, key) })),
    ...part.topics
      .filter((topic) => !topic.startsWith('items:'))
      .map((topic) => ({
        value: remarkKey(topic, 'steps'),
        label: `${words(language, 'county-overview.column.steps')} · ${topicText(language, edition, topic)}`,
      })),
  ];
  const ready = reasons.every(({ reason }) => reason.trim().length >= 2);
  const send = useMutation({
    mutationFn: () =>
      returnCountyPart(
        { countyReportId: report.id, partId: part.id },
        {
          revision: report.revision,
          reasons: reasons.map(({ entry, reason }) => ({
            entry: entry === WHOLE ? null : entry,
            reason: reason.trim(),
          })),
          ...(correctBy === '' ? {} : { correctBy }),
        },
      ),
    onSuccess: (after) => {
      client.setQueryData(countyReportKeys.one(report.round.id), after);
      onClose();
    },
  });
  const change = (index: number, changed: Partial<Reason>): void =>
    setReasons(reasons.map((each, at) => (at === index ? { ...each, ...changed } : each)));
  return (
    <Dialog
      open
      title={t('returning.title', { name: part.unit?.name ?? words(language, 'county-overview.bureau') })}
      onClose={onClose}
      footer={
        <Button variant="primary" busy={send.isPending} disabled={!ready} onClick={() => send.mutate()}>
          {t('returning.send')}
        </Button>
      }
    >
      <div className="jh-form">
        <RefusalNotice error={send.error} />
        {reasons.map(({ entry, reason }, index) => (
          <div key={index} className="jc-county__reason">
            <SelectField
              label={t('returning.about')}
              options={options}
              value={entry}
              onChange={(event) => change(index, { entry: event.target.value })}
            />
            <TextAreaField
              label={t('returning.reason')}
              maxLength={1000}
              value={reason}
              onChange={(event) => change(index, { reason: event.target.value })}
            />
          </div>
        ))}
        <Button variant="quiet" onClick={() => setReasons([...reasons, { entry: WHOLE, reason: '' }])}>
          {t('returning.more')}
        </Button>
        <TextField
          label={t('returning.correctBy')}
          help={t('returning.correctByHelp')}
          type="date"
          value={correctBy}
          onChange={(event) => setCorrectBy(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
