import type { InspectionResults } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { PageHeader, SelectField, useLanguage } from '@junheng/ui/plain';
import { ExportButton } from '@junheng/ui/table';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { resultSheet } from './model/result-sheets.ts';
import './inspections.css';

type Unit = InspectionResults['units'][number];

/** What the signed visits come to: by item for one unit, the units beside each other, and the findings. */
export function ResultsPage(props: { readonly results: InspectionResults; readonly findings: ReactNode }) {
  const { t } = useTranslation('inspect');
  const { language } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const { results, findings } = props;
  const { units } = results;
  const chosen = Number(search.get('unit') ?? '0');
  const unit = units[chosen] ?? units[0];
  const nameOf = ({ kind, name }: Unit): string => (kind === 'all' ? t('results.all') : name);
  return (
    <div className="jc-stack">
      <PageHeader
        above={<Link to={`/inspections/${results.inspectionId}`}>{results.inspectionName}</Link>}
        title={t('results.title')}
        subtitle={t('results.subtitle')}
        actions={
          <ExportButton
            fileName={`${results.inspectionName} ${t('results.title')}`}
            sheet={() =>
              resultSheet(results, {
                name: t('results.title'),
                words: (key) => words(language, key),
                column: (column) => t(`results.sheet.${column}`),
                unitKind: (kind) => t(kind === 'all' ? 'results.all' : `results.kind.${kind}`),
                recorded: (kind) => t(`results.recorded.${kind}`),
              })
            }
          />
        }
      />
      <section className="jc-part">
        <h2 className="jc-h2">{t('results.byUnit')}</h2>
        <UnitTable units={units} nameOf={nameOf} />
      </section>
      <section className="jc-part">
        <h2 className="jc-h2">{t('results.byItem')}</h2>
        {units.length < (units[0]?.kind === 'all' ? 3 : 2) ? null : (
          <SelectField
            label={t('results.of')}
            value={String(chosen)}
            options={units.map((each, index) => ({ value: String(index), label: nameOf(each) }))}
            onChange={(event) => setSearch({ unit: event.target.value }, { replace: true })}
          />
        )}
        {unit === undefined ? null : <ItemTable results={results} unit={unit} />}
      </section>
      {findings}
    </div>
  );
}

function UnitTable({ units, nameOf }: { readonly units: readonly Unit[]; readonly nameOf: (unit: Unit) => string }) {
  const { t } = useTranslation('inspect');
  const columns = ['unit', 'schools', 'signed', 'met', 'unmet', 'points'] as const;
  const judged = (unit: Unit, what: 'met' | 'unmet'): number => unit.items.reduce((sum, each) => sum + each[what], 0);
  return (
    <div className="ev-scroll jc-surface">
      <table className="ev-table jc-table jc-cards">
        <caption className="jh-visually-hidden">{t('results.byUnit')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`results.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={`${unit.kind} ${unit.name}`}>
              <th scope="row" className="ev-table__name">
                {nameOf(unit)}{' '}
                {unit.kind === 'all' ? null : <span className="ev-muted">{t(`results.kind.${unit.kind}`)}</span>}
              </th>
              <td data-label={t('results.column.schools')}>{unit.schools}</td>
              <td data-label={t('results.column.signed')}>
                {unit.signed}
                {unit.leftOut === 0 ? null : (
                  <span className="ev-muted"> {t('results.leftOut', { count: unit.leftOut })}</span>
                )}
              </td>
              <td data-label={t('results.column.met')}>{judged(unit, 'met')}</td>
              <td data-label={t('results.column.unmet')}>{judged(unit, 'unmet')}</td>
              <td data-label={t('results.column.points')}>
                {unit.points === null ? '—' : `${unit.points.total} / ${unit.points.maximum}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ItemTable({ results, unit }: { readonly results: InspectionResults; readonly unit: Unit }) {
  const { t } = useTranslation('inspect');
  const { language } = useLanguage();
  const columns = ['item', 'answered', 'result', 'differs'] as const;
  return (
    <div className="ev-scroll jc-surface">
      <table className="ev-table jc-table jc-cards">
        <caption className="jh-visually-hidden">{t('results.byItem')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`results.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.items.map(({ at, kind, nameKey, maximum }) => {
            const found = unit.items.find((each) => each.at === at);
            if (found === undefined) return null;
            const { met, unmet, unclear, total, mean } = found;
            return (
              <tr key={at}>
                <th scope="row" className="ev-table__name">
                  {words(language, nameKey)}
                </th>
                <td data-label={t('results.column.answered')}>{found.answered}</td>
                <td data-label={t('results.column.result')}>
                  {kind === 'judged'
                    ? t('results.judged', { met, unmet, unclear })
                    : total === null
                      ? '—'
                      : kind === 'scored'
                        ? t('results.scored', { mean, maximum })
                        : t('results.counted', { total, mean })}
                </td>
                <td data-label={t('results.column.differs')}>{found.differs === 0 ? '—' : found.differs}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
