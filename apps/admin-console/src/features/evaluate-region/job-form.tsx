import type { Region, Round } from '@junheng/api-contract';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { Button, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { editionsQuery } from '../../server/editions.ts';
import { evaluationKeys, runEvaluationJob } from '../../server/evaluations.ts';
import { regionsQuery } from '../../server/organisations.ts';
import { roundsQuery } from '../../server/rounds.ts';
import { yearsOf } from './model/job-choices.ts';

/** Which year, by which standard, on which data. */
export function JobForm(props: {
  readonly region: Pick<Region, 'id'>;
  readonly kind: Round['kind'];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('regionJobs');
  const { language } = useLanguage();
  const client = useQueryClient();
  const { region, kind } = props;
  const rounds = useQuery(roundsQuery);
  const regions = useQuery(regionsQuery);
  const editions = useQuery(editionsQuery);
  const years = yearsOf(rounds.data?.rounds ?? [], regions.data?.regions ?? [], region.id, kind);
  const [chosenYear, setYear] = useState<number | null>(null);
  const [editionId, setEdition] = useState('');
  const [data, setData] = useState<'approved' | 'frozen'>('approved');
  const year = chosenYear ?? years[0]?.year ?? null;
  const asking = useMutation({
    mutationFn: (wanted: number) =>
      runEvaluationJob(region.id, { kind, year: wanted, data, ...(editionId === '' ? {} : { editionId }) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: evaluationKeys.jobs(region.id) });
      props.onClose();
    },
  });
  if (rounds.data !== undefined && years.length === 0) return <p className="ev-muted">{t('noRounds')}</p>;
  return (
    <div className="jc-job__form">
      <p>{t('help')}</p>
      <Choice label={t('year')} value={String(year ?? '')} onChoose={(value) => setYear(Number(value))}>
        {years.map((each) => (
          <option key={each.year} value={each.year}>
            {t('years', { year: each.year, count: each.counties })}
          </option>
        ))}
      </Choice>
      <Choice label={t('data')} value={data} onChoose={(value) => setData(value === 'frozen' ? 'frozen' : 'approved')}>
        <option value="approved">{t('datas.approved')}</option>
        <option value="frozen">{t('datas.frozen')}</option>
      </Choice>
      <Choice label={t('edition')} value={editionId} onChoose={setEdition}>
        <option value="">{t('ownEdition')}</option>
        {(editions.data?.editions ?? []).map(({ id }) => (
          <option key={id} value={id}>
            {hasText(`edition.${id}`) ? words(language, `edition.${id}`) : id}
          </option>
        ))}
      </Choice>
      {editionId === '' ? null : <p className="ev-muted">{t('trial')}</p>}
      <div className="jc-job__buttons">
        <Button
          variant="primary"
          busy={asking.isPending}
          disabled={year === null}
          onClick={() => {
            if (year !== null) asking.mutate(year);
          }}
        >
          {t('run')}
        </Button>
        <Button onClick={props.onClose}>{t('close')}</Button>
      </div>
      <RefusalNotice error={asking.error} />
    </div>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="jc-inline">
      {props.label}
      <select
        className="jh-input jc-filters__select"
        value={props.value}
        onChange={(event) => props.onChoose(event.target.value)}
      >
        {props.children}
      </select>
    </label>
  );
}
