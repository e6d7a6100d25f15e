import type { RegisteredSchool } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Button, EmptyState, Notice, PageHeader, SearchField, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { GroupingFilter } from '../../display/grouping-filter.tsx';
import { useGroupingFilter } from '../../display/use-grouping-filter.ts';
import { useFormat } from '../../display/use-format.ts';
import { arrangeSchools } from './model/school-list.ts';

const MOST_ROWS = 500;

export interface SchoolListProps {
  readonly schools: readonly RegisteredSchool[];
  readonly actions?: ReactNode;
}

/** The register: every school with what the rules ask of it. */
export function SchoolList({ schools, actions }: SchoolListProps) {
  const { t } = useTranslation('schools');
  const { language } = useLanguage();
  const [query, setQuery] = useSearchParams();
  const text = query.get('q') ?? '';
  const type = query.get('type') ?? '';
  const grouping = useGroupingFilter();
  const rows = useMemo(
    () => arrangeSchools(schools, { text, type }).filter((school) => grouping.includes(school.id)),
    [schools, text, type, grouping],
  );
  const types = [...new Set(schools.map((school) => school.type))];
  const set = (name: 'q' | 'type', value: string) => {
    const next = new URLSearchParams(query);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setQuery(next, { replace: true });
  };
  return (
    <div className="jc-stack">
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={actions} />
      {schools.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <>
          <div className="jc-filters" role="search">
            <SearchField
              className="jc-filters__text"
              label={t('search')}
              value={text}
              onChange={(typed) => set('q', typed)}
            />
            <select
              className="jh-input jc-filters__select"
              aria-label={t('column.type')}
              value={type}
              onChange={(event) => set('type', event.target.value)}
            >
              <option value="">{t('allTypes')}</option>
              {types.map((each) => (
                <option key={each} value={each}>
                  {words(language, `school-type.${each}`)}
                </option>
              ))}
            </select>
            <GroupingFilter />
            <span className="jc-filters__count" role="status">
              {t('shown', { shown: rows.length, total: schools.length })}
            </span>
          </div>
          {rows.length === 0 ? (
            <EmptyState
              title={t('noMatch')}
              action={<Button onClick={() => setQuery({}, { replace: true })}>{t('clear')}</Button>}
            />
          ) : (
            <SchoolTable rows={rows.slice(0, MOST_ROWS)} schools={schools} />
          )}
          {rows.length > MOST_ROWS ? <Notice tone="info">{t('tooMany', { shown: MOST_ROWS })}</Notice> : null}
        </>
      )}
    </div>
  );
}

function SchoolTable({
  rows,
  schools,
}: {
  readonly rows: readonly RegisteredSchool[];
  readonly schools: readonly RegisteredSchool[];
}) {
  const { t } = useTranslation('schools');
  const { language } = useLanguage();
  const { day } = useFormat();
  const nameOf = (id: string) => schools.find((school) => school.id === id)?.name ?? '—';
  const columns = ['name', 'type', 'ownership', 'locale', 'boarding', 'founded'] as const;
  return (
    <div className="ev-scroll jc-surface">
      <table className="ev-table jc-table jc-cards jc-cards--flow">
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
          {rows.map((school) => (
            <tr key={school.id}>
              <th scope="row" className="ev-table__name">
                <Link to={`/schools/${school.id}`}>{school.name}</Link>{' '}
                {school.closedOn === null ? null : <StatusTag>{t('closed', { day: day(school.closedOn) })}</StatusTag>}
                <span className="ev-table__aside">
                  {[
                    school.townName,
                    school.code,
                    school.parentSchoolId === null ? null : t('campus', { parent: nameOf(school.parentSchoolId) }),
                    school.countedAsSchool ? null : t('notCounted'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </th>
              <td>{words(language, `school-type.${school.type}`)}</td>
              <td>{words(language, `option.ownership.${school.ownership}`)}</td>
              <td>{words(language, `option.locale.${school.locale}`)}</td>
              <td data-label={t('column.boarding')}>
                {words(language, `option.flag.${school.boarding ? 'yes' : 'no'}`)}
              </td>
              <td data-label={t('column.founded')}>{school.foundedYear ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
