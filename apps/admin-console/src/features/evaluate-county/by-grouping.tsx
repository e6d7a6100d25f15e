import { text as words } from '@junheng/evaluation-messages';
import type { SchoolRow } from '@junheng/evaluation-ui';
import { SelectField, useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { groupingsQuery } from '../../server/groupings.ts';
import { groupingStandingsTexts } from './grouping-standings-texts.ts';
import { groupingStandings, kindsPresent } from './model/grouping-standings.ts';

/** Areas and school groups side by side: how many of their school-stages meet the standard, and what most of them lack. */
export function ByGrouping({ rows }: { readonly rows: readonly SchoolRow[] }) {
  usePageTexts(groupingStandingsTexts);
  const { t } = useTranslation(['groupingStandings', 'display']);
  const { language } = useLanguage();
  const { data } = useQuery(groupingsQuery);
  const groupings = useMemo(() => data?.groupings ?? [], [data]);
  const kinds = useMemo(() => kindsPresent(rows, groupings), [rows, groupings]);
  const [chosen, setChosen] = useState('');
  const kind = kinds.find((each) => each === chosen) ?? kinds[0];
  const standings = useMemo(
    () => (kind === undefined ? [] : groupingStandings(rows, groupings, kind)),
    [rows, groupings, kind],
  );
  if (kind === undefined) return null;
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <section className="jc-part" aria-labelledby="grouping-standings">
      <h2 id="grouping-standings">{t('title')}</h2>
      <p className="ev-muted">{t('help')}</p>
      {kinds.length > 1 ? (
        <div className="jc-narrow">
          <SelectField
            label={t('kind')}
            value={kind}
            options={kinds.map((each) => ({ value: each, label: t(`grouping.kind.${each}`, { ns: 'display' }) }))}
            onChange={(event) => setChosen(event.target.value)}
          />
        </div>
      ) : null}
      <div className="ev-scroll jc-surface">
        <table className="ev-table jc-table jc-cards">
          <caption className="jh-visually-hidden">{t('title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('schools')}</th>
              <th scope="col">{t('met')}</th>
              <th scope="col">{t('share')}</th>
              <th scope="col">{t('weakest')}</th>
            </tr>
          </thead>
          <tbody>
            {standings.map(({ grouping, schools, schoolStages, met, unmet, shareMet, weakest }) => (
              <tr key={grouping?.id ?? 'none'}>
                <th scope="row">
                  {grouping === null ? t('none') : <Link to={`/groupings/${grouping.id}`}>{grouping.name}</Link>}
                </th>
                <td data-label={t('schools')}>{schools}</td>
                <td data-label={t('met')}>
                  {met} / {schoolStages}
                  {schoolStages - met - unmet === 0 ? null : (
                    <span className="ev-table__aside">{t('open', { count: schoolStages - met - unmet })}</span>
                  )}
                </td>
                <td data-label={t('share')}>{shareMet === null ? '—' : percent.format(shareMet)}</td>
                <td data-label={t('weakest')}>
                  {weakest === null
                    ? '—'
                    : t('weakestOf', {
                        name: words(language, `indicator.${weakest.indicatorId}.short`),
                        count: weakest.unmet,
                      })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
