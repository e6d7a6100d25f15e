import { text as words } from '@junheng/evaluation-messages';
import { OutcomeSign, toneOfOutcome } from '@junheng/evaluation-ui';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { byCity, type RankedCounty } from './model/ranking.ts';

/** One tile for each county, grouped by city: sign and ground say how it stands, the name leads to its page. */
export function CountyTiles({ rows }: { readonly rows: readonly RankedCounty[] }) {
  const { t } = useTranslation('standings');
  const { language } = useLanguage();
  return (
    <div className="jc-tiles">
      {byCity(rows).map(([city, own]) => (
        <section key={city ?? ''} className="jc-tiles__city">
          <h3 className="jc-h3">{city ?? t('direct')}</h3>
          <ul>
            {own.map(({ county, now }) => {
              const tone = now === null ? 'none' : now.resourceAllocation;
              const label =
                now === null
                  ? `${county.name}: ${t('notEvaluated')}`
                  : t('tile', {
                      county: county.name,
                      outcome: words(language, `outcome.${now.resourceAllocation}`),
                      schools: `${now.schoolStagesMet}/${now.schoolStages}`,
                      cvs: `${now.cvsMet}/${now.cvs}`,
                    });
              const inside = (
                <>
                  <span className="jc-tile__name">{county.name}</span>
                  <span className="jc-tile__line">
                    {now === null ? (
                      '—'
                    ) : (
                      <>
                        <OutcomeSign tone={toneOfOutcome(now.resourceAllocation)} size={12} /> {now.schoolStagesMet}/
                        {now.schoolStages}
                      </>
                    )}
                    {county.warnings.length === 0 ? null : <span aria-hidden="true"> ⚠</span>}
                  </span>
                </>
              );
              return (
                <li key={county.regionId}>
                  {now === null ? (
                    <span className="jc-tile jc-tile--none" title={label}>
                      {inside}
                    </span>
                  ) : (
                    <Link
                      className={`jc-tile jc-tile--${tone}`}
                      title={label}
                      aria-label={label}
                      to={`/rounds/${now.roundId}/evaluations/${now.evaluationId}`}
                    >
                      {inside}
                    </Link>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
