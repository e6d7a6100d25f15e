import type { CountyReport } from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { Button, Dialog, Notice, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { assignCountyTopics, countyReportKeys } from '../../server/county-reports.ts';
import { isItems } from './model/county-entries.ts';
import { topicText } from './model/topic-text.ts';

/** Who answers for what (责任科室): groups of items first, the indicators follow them unless they are given away by themselves. */
export function AssignDialog(props: {
  readonly report: CountyReport;
  readonly edition: Edition;
  readonly onClose: () => void;
}) {
  const { report, edition, onClose } = props;
  const { t } = useTranslation('county');
  const { language } = useLanguage();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const unitOf = new Map(
    report.parts.flatMap(({ topics, unit }) => topics.map((topic) => [topic, unit?.id ?? ''] as const)),
  );
  const lockedOf = new Map(
    report.parts.flatMap(({ topics, status }) =>
      topics.map((topic) => [topic, status === 'submitted' || status === 'approved'] as const),
    ),
  );
  const changed = Object.entries(chosen).filter(([topic, unitId]) => unitId !== (unitOf.get(topic) ?? ''));
  const assign = useMutation({
    mutationFn: () =>
      assignCountyTopics(
        report.id,
        changed.map(([topic, unitId]) => ({ topic, unitId: unitId === '' ? null : unitId })),
      ),
    onSuccess: async (after) => {
      client.setQueryData(countyReportKeys.one(report.round.id), after);
      await client.invalidateQueries({ queryKey: countyReportKeys.overview(report.round.id) });
      onClose();
    },
  });
  const topics = [...unitOf.keys()];
  const rows = (title: string, of: readonly string[]) => (
    <section>
      <h3 className="jc-h3">{title}</h3>
      <ul className="jc-county__assign">
        {of.map((topic) => {
          const name = topicText(language, edition, topic);
          return (
            <li key={topic}>
              <span>{name}</span>
              <select
                className="jh-input"
                aria-label={t('assign.of', { name })}
                disabled={lockedOf.get(topic)}
                value={chosen[topic] ?? unitOf.get(topic) ?? ''}
                onChange={(event) => setChosen({ ...chosen, [topic]: event.target.value })}
              >
                <option value="">{words(language, 'county-overview.bureau')}</option>
                {report.units.map(({ id, name: unit }) => (
                  <option key={id} value={id}>
                    {unit}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
    </section>
  );
  return (
    <Dialog
      open
      shape="sheet"
      title={t('assign.title')}
      onClose={onClose}
      footer={
        <Button
          variant="primary"
          busy={assign.isPending}
          disabled={changed.length === 0}
          onClick={() => assign.mutate()}
        >
          {t('assign.save', { count: changed.length })}
        </Button>
      }
    >
      <div className="jc-stack">
        <p>{t('assign.help')}</p>
        {report.units.length === 0 ? <Notice tone="warning">{t('assign.noUnits')}</Notice> : null}
        <RefusalNotice error={assign.error} />
        {rows(t('assign.items'), topics.filter(isItems))}
        {rows(
          t('assign.indicators'),
          topics.filter((topic) => !isItems(topic)),
        )}
      </div>
    </Dialog>
  );
}
