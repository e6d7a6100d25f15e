import type { Consolidation } from '@junheng/api-contract';
import { ConfirmButton, SelectField } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { completeConsolidation } from '../../server/consolidation.ts';
import { useConsolidationAct } from './use-consolidation-act.ts';

const NO_DATA = 'none';

/** Freezes what it came to, and puts the verified values into the approved data of each county. */
export function CompletionSection({ view }: { readonly view: Consolidation }) {
  const { t } = useTranslation('consolidate');
  const { instant } = useFormat();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const counties = view.counties.map((county) => ({ ...county, dataSets: newestOfRounds(county.dataSets) }));
  // What was chosen may have been replaced since: then the newest is.
  const of = (countyId: string): string => {
    const offered = counties.find((each) => each.countyId === countyId)?.dataSets.map(({ id }) => id) ?? [];
    const choice = chosen[countyId];
    return choice !== undefined && [...offered, NO_DATA].includes(choice) ? choice : (offered[0] ?? NO_DATA);
  };
  const completing = useConsolidationAct(view.inspectionId, () =>
    completeConsolidation(view.inspectionId, {
      basis: view.basis,
      dataSets: counties.flatMap(({ countyId }) =>
        of(countyId) === NO_DATA ? [] : [{ countyId, dataSetId: of(countyId) }],
      ),
    }),
  );
  return (
    <section className="jc-part jc-noprint">
      <h2 className="jc-h2">{t('complete.title')}</h2>
      <RefusalNotice error={completing.error} />
      <div className="jc-surface jc-padded cs-complete">
        <p>{t('complete.help')}</p>
        {!view.may.decide
          ? null
          : counties.map(({ countyId, name, dataSets }) =>
              dataSets.length === 0 ? (
                <p key={countyId} className="ev-muted">
                  {t('complete.noData', { county: name })}
                </p>
              ) : (
                <SelectField
                  key={countyId}
                  label={t('complete.data', { county: name })}
                  value={of(countyId)}
                  options={[
                    ...dataSets.map(({ id, year, version, frozenAt }) => ({
                      value: id,
                      label: t('complete.option', { year, version, at: instant(frozenAt) }),
                    })),
                    { value: NO_DATA, label: t('complete.none') },
                  ]}
                  onChange={(event) => setChosen({ ...chosen, [countyId]: event.target.value })}
                />
              ),
            )}
        {view.may.decide ? (
          <div>
            <ConfirmButton
              variant="primary"
              disabled={!view.may.complete}
              title={t('complete.confirmTitle')}
              description={t('complete.confirmText')}
              confirmText={t('complete.act')}
              onConfirm={() =>
                completing.mutateAsync(undefined).then(
                  () => undefined,
                  () => undefined,
                )
              }
            >
              {t('complete.act')}
            </ConfirmButton>
          </div>
        ) : (
          <p className="ev-muted">{t('complete.waits')}</p>
        )}
      </div>
    </section>
  );
}

/** Of data that newer ones of their round replaced nothing can be evaluated. The newest come first. */
const newestOfRounds = (
  dataSets: Consolidation['counties'][number]['dataSets'],
): Consolidation['counties'][number]['dataSets'] =>
  dataSets.filter(({ roundId }, at) => dataSets.findIndex((each) => each.roundId === roundId) === at);
