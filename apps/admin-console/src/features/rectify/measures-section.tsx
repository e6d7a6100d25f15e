import type { Rectification, RectificationMeasure } from '@junheng/api-contract';
import { cellName, groupedDigits, hasText, text as words } from '@junheng/evaluation-messages';
import { Button, ConfirmButton, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { coverageQuery, rectificationKeys, removeMeasure } from '../../server/rectifications.ts';
import { CoverageMark } from './coverage-mark.tsx';
import { DoneDialog } from './done-dialog.tsx';
import { MeasureDialog } from './measure-dialog.tsx';

/** What is done about a problem, and whether it will be enough. */
export function MeasuresSection({ row }: { readonly row: Rectification }) {
  const { t } = useTranslation('rectify');
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState<RectificationMeasure | null>(null);
  const coverage = useQuery({
    ...coverageQuery(row.county.id, row.editionId ?? ''),
    enabled: row.editionId !== null && row.evaluation !== null && row.status !== 'closed',
  });
  const own = coverage.data?.problems.find((problem) => problem.row?.id === row.id);
  const refused = coverage.data?.refused ?? [];
  const removing = useMutation({
    mutationFn: (measureId: string) => removeMeasure(row.id, measureId),
    onSettled: () => client.invalidateQueries({ queryKey: rectificationKeys.all }),
  });
  return (
    <section className="jc-part">
      <div className="jc-chart__head">
        <h2 className="jc-h2">{t('measures.title')}</h2>
        {row.may.work ? <Button onClick={() => setAdding(true)}>{t('measures.add')}</Button> : null}
      </div>
      <RefusalNotice error={removing.error} />
      {own === undefined ? null : (
        <p>
          <CoverageMark problem={own} />
        </p>
      )}
      {row.measureList.length === 0 ? (
        <p className="jc-surface jc-padded ev-muted">{t('measures.none')}</p>
      ) : (
        <ul className="jc-surface jc-padded jc-ledger__measures">
          {row.measureList.map((measure) => (
            <li key={measure.id}>
              <MeasureText measure={measure} refused={refused.some(({ measureId }) => measureId === measure.id)} />
              {row.may.work ? (
                <span className="jc-ledger__acts">
                  <Button variant="quiet" size="small" onClick={() => setDone(measure)}>
                    {t(measure.done === null ? 'measures.doneButton' : 'measures.change')}
                  </Button>
                  <ConfirmButton
                    variant="quiet"
                    size="small"
                    title={t('measures.removeTitle')}
                    description={t('measures.removeText', { count: measure.rows.length })}
                    onConfirm={() =>
                      removing.mutateAsync(measure.id).then(
                        () => undefined,
                        () => undefined,
                      )
                    }
                  >
                    {t('measures.remove')}
                  </ConfirmButton>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {adding ? <MeasureDialog row={row} onClose={() => setAdding(false)} /> : null}
      {done === null ? null : <DoneDialog row={row} measure={done} onClose={() => setDone(null)} />}
    </section>
  );
}

function MeasureText({ measure, refused }: { readonly measure: RectificationMeasure; readonly refused: boolean }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const { kind, description, money, quantity, effects, rows, done } = measure;
  const { day } = useFormat();
  const amounts = [
    quantity === null ? null : `${groupedDigits(quantity)} ${t(`quantity.${kind}`)}`,
    money === null ? null : t('measures.money', { money: groupedDigits(money) }),
  ].filter((amount) => amount !== null);
  const cell = (key: string) => (hasText(`item.${key.split(/[.@]/)[0] ?? ''}`) ? cellName(language, key) : key);
  return (
    <div>
      <b>{words(language, `measure-kind.${kind}`)}</b> {description}
      {done === null ? null : (
        <span className="ev-table__aside">
          {done.spent === null
            ? t('measures.done', { day: day(done.on) })
            : t('measures.doneSpent', { day: day(done.on), money: groupedDigits(done.spent) })}
        </span>
      )}
      {amounts.length === 0 ? null : <span className="ev-table__aside">{amounts.join(' · ')}</span>}
      {effects.map((effect) => (
        <span key={`${effect.schoolId ?? ''} ${effect.key}`} className="ev-table__aside">
          {cell(effect.key)}{' '}
          {effect.kind === 'change'
            ? `${effect.by.startsWith('-') ? '−' : '+'}${groupedDigits(effect.by.replace('-', ''))}`
            : `→ ${effect.value}`}
        </span>
      ))}
      {refused ? <span className="jc-ledger__fault">{t('measures.refused')}</span> : null}
      {rows.length < 2 ? null : <span className="ev-table__aside">{t('measures.rows', { count: rows.length })}</span>}
    </div>
  );
}
