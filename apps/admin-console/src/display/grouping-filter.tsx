import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { groupingsQuery } from '../server/groupings.ts';
import { GROUPING_PARAMETER } from './use-grouping-filter.ts';

/**
 * Chooses an area or school group for the list below it; the choice lives in the address. Nothing is shown where there is
 * none. `useGroupingFilter` says which schools are left.
 */
export function GroupingFilter() {
  const { t } = useTranslation('display');
  const [query, setQuery] = useSearchParams();
  const { data } = useQuery(groupingsQuery);
  const value = query.get(GROUPING_PARAMETER) ?? '';
  const offered = (data?.groupings ?? []).filter(({ id, endsOn }) => endsOn === null || id === value);
  if (offered.length === 0) return null;
  const kinds = [...new Set(offered.map(({ kind }) => kind))];
  return (
    <select
      className="jh-input jc-filters__select"
      aria-label={t('grouping.filter')}
      value={offered.some(({ id }) => id === value) ? value : ''}
      onChange={(event) => {
        const next = new URLSearchParams(query);
        if (event.target.value === '') next.delete(GROUPING_PARAMETER);
        else next.set(GROUPING_PARAMETER, event.target.value);
        setQuery(next, { replace: true, preventScrollReset: true });
      }}
    >
      <option value="">{t('grouping.all')}</option>
      {kinds.map((kind) => (
        <optgroup key={kind} label={t(`grouping.kind.${kind}`)}>
          {offered
            .filter((grouping) => grouping.kind === kind)
            .map((grouping) => (
              <option key={grouping.id} value={grouping.id}>
                {grouping.name}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
