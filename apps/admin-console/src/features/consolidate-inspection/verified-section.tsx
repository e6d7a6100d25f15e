import type { ConsolidatedCounty, Consolidation } from '@junheng/api-contract';
import { ConfirmButton } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { evaluateVerified } from '../../server/consolidation.ts';
import { ChangedCells } from './changed-cells.tsx';
import { useConsolidationAct } from './use-consolidation-act.ts';

/** The verified data of each county, how they differ, and their evaluation beside that of the reported ones. */
export function VerifiedSection(props: {
  readonly view: Consolidation;
  readonly completed: NonNullable<Consolidation['completed']>;
}) {
  const { t } = useTranslation('consolidate');
  const { view, completed } = props;
  if (completed.counties.length === 0) return null;
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('verified.title')}</h2>
      {completed.counties.map((county) => (
        <VerifiedCounty key={county.countyId} view={view} county={county} isOutdated={completed.outdated.length > 0} />
      ))}
    </section>
  );
}

function VerifiedCounty(props: {
  readonly view: Consolidation;
  readonly county: ConsolidatedCounty;
  readonly isOutdated: boolean;
}) {
  const { view, county, isOutdated } = props;
  const { t } = useTranslation('consolidate');
  const { instant } = useFormat();
  const { countyId, name, base, verified, changes, runs } = county;
  const running = useConsolidationAct(view.inspectionId, () => evaluateVerified(view.inspectionId, countyId));
  return (
    <div className="jc-surface jc-padded cs-complete">
      <div>
        <p className="jc-strong">{name}</p>
        <p className="ev-muted">
          {t('verified.version', { version: verified.version, base: base.version })} ·{' '}
          {t('verified.hash', { hash: verified.hash.slice(0, 12) })}
        </p>
        {changes.length === 0 ? null : <p>{t('verified.changes', { count: changes.length })}</p>}
      </div>
      <ChangedCells county={county} />
      <RefusalNotice error={running.error} />
      {runs !== null ? (
        <p className="jc-inline">
          <Link
            className="jh-button jh-button--primary"
            to={`/inspections/${view.inspectionId}/consolidation/${countyId}`}
          >
            {t('verified.compare')}
          </Link>
          <span className="ev-muted">{t('verified.ran', { by: runs.by, at: instant(runs.at) })}</span>
        </p>
      ) : isOutdated ? (
        <p className="ev-muted">{t('verified.outdated')}</p>
      ) : view.may.decide ? (
        <div className="jc-noprint">
          <ConfirmButton
            variant="primary"
            busy={running.isPending}
            title={t('verified.runTitle')}
            description={t('verified.runText')}
            confirmText={t('verified.run')}
            onConfirm={() =>
              running.mutateAsync(undefined).then(
                () => undefined,
                () => undefined,
              )
            }
          >
            {t('verified.run')}
          </ConfirmButton>
        </div>
      ) : (
        <p className="ev-muted">{t('verified.waits')}</p>
      )}
    </div>
  );
}
