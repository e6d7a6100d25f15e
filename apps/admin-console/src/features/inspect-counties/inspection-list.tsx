import type { InspectionSummary } from '@junheng/api-contract';
import { EmptyState, PageHeader, StatusTag } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { useMay } from '../../display/use-may.ts';

/** Every inspection within reach, newest first. */
export function InspectionList({ inspections }: { readonly inspections: readonly InspectionSummary[] }) {
  const { t } = useTranslation('inspect');
  const manages = useMay()('inspections.manage');
  const columns = ['name', 'kind', 'counties', 'dates', 'lead', 'state'] as const;
  return (
    <div className="jc-stack">
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          manages ? (
            <Link className="jh-button jh-button--primary" to="/inspections/new">
              {t('new')}
            </Link>
          ) : undefined
        }
      />
      {inspections.length === 0 ? (
        <EmptyState title={t('empty')} description={manages ? t('emptyHelp') : t('emptyReader')} />
      ) : (
        <div className="ev-scroll jc-surface">
          <table className="ev-table jc-table">
            <caption className="jh-visually-hidden">{t('title')}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {inspections.map((inspection) => (
                <InspectionRow key={inspection.id} inspection={inspection} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function InspectionRow({ inspection }: { readonly inspection: InspectionSummary }) {
  const { t } = useTranslation('inspect');
  const { day } = useFormat();
  const { id, name, kind, counties, startsOn, endsOn, lead } = inspection;
  return (
    <tr>
      <th scope="row" className="ev-table__name">
        <Link className="jc-table__link" to={`/inspections/${id}`}>
          {name}
        </Link>
      </th>
      <td>{t(`kind.${kind}`)}</td>
      <td>{counties.map((county) => county.name).join('、')}</td>
      <td className="jc-nowrap">{t('dates', { from: day(startsOn), to: day(endsOn) })}</td>
      <td>{lead}</td>
      <td>
        <InspectionState inspection={inspection} />
      </td>
    </tr>
  );
}

export function InspectionState({ inspection }: { readonly inspection: InspectionSummary }) {
  const { t } = useTranslation('inspect');
  const { status, schools } = inspection;
  const tone = status === 'drawn' || status === 'confirmed' ? 'success' : status === 'draft' ? 'neutral' : 'info';
  return <StatusTag tone={tone}>{t(`state.${status}`, { count: schools })}</StatusTag>;
}
