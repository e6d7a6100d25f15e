import type { CountyPart, CountyReport } from '@junheng/api-contract';
import { countyCells, type Edition } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { Button, Dialog, SelectField, TextAreaField, TextField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { countyReportKeys, returnCountyPart } from '../../server/county-reports.ts';
import { anchorText } from './model/anchor-text.ts';
import { cellsOf, evidenceAnchor, isItems, remarkKey } from './model/county-entries.ts';
import { WHOLE, type DraftReason } from './model/return-reasons.ts';

/** Each reason at what it is about, or about the whole part; nothing goes back without one. */
export function ReturnPartDialog(props: {
  readonly report: CountyReport;
  readonly part: CountyPart;
  readonly edition: Edition;
  /** Kept by the page, so that marks are made one after the other while reading. */
  readonly reasons: readonly DraftReason[];
  readonly onReasons: (reasons: readonly DraftReason[]) => void;
  readonly onClose: () => void;
}) {
  const { report, part, edition, reasons, onReasons, onClose } = props;
  const { t } = useTranslation('county');
  const { language } = useLanguage();
  const client = useQueryClient();
  const [correctBy, setCorrectBy] = useState('');
  const own = new Set(part.topics);
  const anchors = [
    ...countyCells(edition, cellsOf(edition, report.entries))
      .filter(({ item }) => own.has(`items:${item.section}`))
      .map(({ key }) => key),
    ...part.topics.flatMap((topic) => (isItems(topic) ? [] : [evidenceAnchor(topic), remarkKey(topic, 'steps')])),
  ];
  const options = [
    { value: WHOLE, label: t('returning.whole') },
    ...anchors.map((anchor) => ({ value: anchor, label: anchorText(language, edition, anchor) })),
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
      onReasons([]);
      onClose();
    },
  });
  const change = (index: number, changed: Partial<DraftReason>): void =>
    onReasons(reasons.map((each, at) => (at === index ? { ...each, ...changed } : each)));
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
            {reasons.length < 2 ? null : (
              <span>
                <Button
                  variant="quiet"
                  size="small"
                  onClick={() => onReasons(reasons.filter((_each, at) => at !== index))}
                >
                  {t('returning.without')}
                </Button>
              </span>
            )}
          </div>
        ))}
        <Button variant="quiet" onClick={() => onReasons([...reasons, { entry: WHOLE, reason: '' }])}>
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
