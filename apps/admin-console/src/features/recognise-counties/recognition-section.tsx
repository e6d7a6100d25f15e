import type { Recognition } from '@junheng/api-contract';
import { Button, EmptyState, StatusTag, useLanguage } from '@junheng/ui/plain';
import { ListTable } from '@junheng/ui/table';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useFormat } from '../../display/use-format.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { usePerson } from '../../display/use-person.ts';
import { recognitionsQuery } from '../../server/recognitions.ts';
import { editionNameOf } from './edition-name.ts';
import { HistoryDialog } from './history-dialog.tsx';
import { RecordStepDialog, type Begun } from './record-step-dialog.tsx';
import { toneOf } from './step-tone.ts';
import { recognitionTexts } from './texts.ts';

/** The recognition (认定) of the counties of a region: where each stands with each standard, and what comes next. */
export function RecognitionSection({
  regionId,
  regionName,
}: {
  readonly regionId: string;
  readonly regionName: string;
}) {
  usePageTexts(recognitionTexts);
  const { t } = useTranslation('recognition');
  const { language } = useLanguage();
  const { day } = useFormat();
  const person = usePerson();
  const query = useQuery(recognitionsQuery(regionId));
  const [begun, setBegun] = useState<Begun | null>(null);
  const [shown, setShown] = useState<Recognition | null>(null);
  const last = ({ steps }: Recognition) => steps.find(({ withdrawn }) => withdrawn === null);
  return (
    <section className="jc-part" aria-label={t('title')}>
      <div className="jc-rules__line">
        <h2 className="jc-h2">{t('title')}</h2>
        {(query.data?.counties ?? []).length === 0 ? null : (
          <Button size="small" onClick={() => setBegun({ county: null, of: null })}>
            {t('record')}
          </Button>
        )}
      </div>
      <p className="ev-muted">{t('help')}</p>
      <Loaded query={query}>
        {({ recognitions }) =>
          recognitions.length === 0 ? (
            <EmptyState title={t('none')} description={t('noneHelp')} />
          ) : (
            <ListTable
              person={person}
              table="recognitions"
              caption={t('title')}
              fileName={`${t('title')} ${regionName}`}
              rows={recognitions}
              rowKey={({ countyId, editionId }) => `${countyId} ${editionId}`}
              columns={[
                { id: 'county', title: t('column.county'), value: ({ countyName }) => countyName, head: true },
                { id: 'standard', title: t('column.standard'), value: (row) => editionNameOf(row, language) },
                {
                  id: 'state',
                  title: t('column.state'),
                  value: ({ state }) => t(`step.${state ?? 'none'}`),
                  render: ({ state }) => <StatusTag tone={toneOf(state)}>{t(`step.${state ?? 'none'}`)}</StatusTag>,
                },
                {
                  id: 'on',
                  title: t('column.on'),
                  value: (row) => last(row)?.on ?? null,
                  render: (row) => {
                    const on = last(row)?.on;
                    return on === undefined ? '—' : day(on);
                  },
                },
                { id: 'document', title: t('column.document'), value: (row) => last(row)?.document ?? null },
                {
                  id: 'issuer',
                  title: t('column.issuer'),
                  value: (row) => last(row)?.issuer ?? null,
                  hiddenAtFirst: true,
                },
                {
                  id: 'evaluation',
                  title: t('column.evaluation'),
                  value: (row) => last(row)?.evaluation?.year ?? null,
                  render: (row) => {
                    const run = last(row)?.evaluation ?? null;
                    return run === null ? (
                      '—'
                    ) : (
                      <Link className="jc-table__link" to={`/rounds/${run.roundId}/evaluations/${run.id}`}>
                        {t('evaluationOf', { year: run.year })}
                      </Link>
                    );
                  },
                },
                {
                  id: 'acts',
                  title: t('column.acts'),
                  value: () => null,
                  render: (row) => (
                    <span className="jc-inline">
                      <Button
                        variant="quiet"
                        size="small"
                        aria-label={t('historyOf', { county: row.countyName })}
                        onClick={() => setShown(row)}
                      >
                        {t('history')}
                      </Button>
                      {row.next.length === 0 ? null : (
                        <Button
                          size="small"
                          aria-label={t('nextOf', { county: row.countyName })}
                          onClick={() => setBegun({ county: row.countyId, of: row })}
                        >
                          {t('next')}
                        </Button>
                      )}
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {begun === null || query.data === undefined ? null : (
        <RecordStepDialog begun={begun} known={query.data} onClose={() => setBegun(null)} />
      )}
      {shown === null ? null : <HistoryDialog recognition={shown} onClose={() => setShown(null)} />}
    </section>
  );
}
