import type { EvaluationJob, EvaluationJobPart } from '@junheng/api-contract';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { OutcomeMark, toneOfOutcome } from '@junheng/evaluation-ui';
import { LoadingState, useLanguage } from '@junheng/ui/plain';
import { ListTable } from '@junheng/ui/table';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { usePerson } from '../../display/use-person.ts';
import { evaluationJobQuery } from '../../server/evaluations.ts';

const HASH_SHOWN = 12;

/** What came of the last one, and of each county on request. */
export function JobOutcome({ job }: { readonly job: EvaluationJob }) {
  const { t } = useTranslation('regionJobs');
  const { language } = useLanguage();
  const { instant } = useFormat();
  const [opened, setOpened] = useState(false);
  const { data } = useQuery({ ...evaluationJobQuery(job.id), enabled: opened });
  const state = job.state === 'cancelled' || job.state === 'failed' ? job.state : 'done';
  const took =
    job.startedAt === null || job.endedAt === null
      ? null
      : Math.max(1, Math.round((Date.parse(job.endedAt) - Date.parse(job.startedAt)) / 1000));
  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        {t(`ended.${state}`, { done: job.done })}
        {job.refused === 0 ? null : t('refused', { count: job.refused })}
        {took === null ? null : t('seconds', { count: took })}{' '}
        <span className="ev-muted">
          {t('asked', { name: job.askedBy, at: instant(job.askedAt), year: String(job.year) })}
        </span>
      </summary>
      {job.failure === null || !hasText(`problem.${job.failure}`) ? null : (
        <p>{words(language, `problem.${job.failure}`)}</p>
      )}
      {!opened ? null : data === undefined ? <LoadingState /> : <Parts parts={data.parts} />}
    </details>
  );
}

function Parts({ parts }: { readonly parts: readonly EvaluationJobPart[] }) {
  const { t } = useTranslation('regionJobs');
  const { language } = useLanguage();
  const person = usePerson();
  const why = ({ refusal }: EvaluationJobPart) =>
    refusal === null
      ? null
      : words(language, hasText(`problem.${refusal}`) ? `problem.${refusal}` : 'problem.server.internal');
  return (
    <ListTable
      person={person}
      table="evaluation-job"
      caption={t('parts')}
      fileName={t('parts')}
      rows={parts}
      rowKey={({ roundId }) => roundId}
      columns={[
        {
          id: 'county',
          title: t('column.county'),
          head: true,
          value: ({ countyName }) => countyName,
          render: ({ countyName, evaluationId, roundId }) =>
            evaluationId === null ? (
              countyName
            ) : (
              <Link className="jc-table__link" to={`/rounds/${roundId}/evaluations/${evaluationId}`}>
                {countyName}
              </Link>
            ),
        },
        { id: 'state', title: t('column.state'), value: ({ state }) => t(`state.${state}`) },
        {
          id: 'outcome',
          title: t('column.outcome'),
          value: ({ resourceAllocation: of }) => (of === null ? null : words(language, `outcome.${of}`)),
          render: ({ resourceAllocation: of }) => (of === null ? '—' : <OutcomeMark tone={toneOfOutcome(of)} />),
        },
        {
          id: 'hash',
          title: t('column.hash'),
          value: ({ resultHash }) => resultHash,
          render: ({ resultHash }) => (resultHash === null ? '—' : <code>{resultHash.slice(0, HASH_SHOWN)}</code>),
        },
        { id: 'why', title: t('column.why'), value: why },
      ]}
    />
  );
}
