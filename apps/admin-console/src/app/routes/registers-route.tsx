import { registerKinds } from '@junheng/api-contract';
import { PageHeader } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { useToday } from '../../display/use-today.ts';
import { RegisterPage } from '../../features/keep-registers/register-page.tsx';
import { registersTexts } from '../../features/keep-registers/texts.ts';
import { regionsQuery, schoolsQuery } from '../../server/organisations.ts';
import { registerRowsQuery } from '../../server/registers.ts';

const YEARS = 6;

/** Registers (登记册). Which one and which year are in the address. */
export function RegistersRoute() {
  usePageTexts(registersTexts);
  const { t } = useTranslation(['registers', 'frame']);
  const { kind: wanted } = useParams();
  const [query, setQuery] = useSearchParams();
  const thisYear = Number(useToday().slice(0, 4));
  const kind = registerKinds.find((each) => each === wanted) ?? 'staff-rotation';
  const years = Array.from({ length: YEARS }, (_, index) => thisYear - index);
  const asked = query.get('year');
  const year = asked === 'all' ? null : (years.find((each) => String(each) === asked) ?? thisYear);
  const rows = useQuery(registerRowsQuery(kind, year));
  const schools = useQuery(schoolsQuery());
  const places = useQuery(regionsQuery);
  return (
    <>
      <title>{`${t('title')} · ${t('product', { ns: 'frame' })}`}</title>
      <nav className="jc-subnav" aria-label={t('label')}>
        {registerKinds.map((each) => (
          <Link
            key={each}
            to={{ pathname: `/registers/${each}`, search: query.toString() }}
            aria-current={each === kind ? 'page' : undefined}
          >
            {t(`kind.${each}`)}
          </Link>
        ))}
      </nav>
      <div className="jc-stack">
        <PageHeader
          title={t('title')}
          subtitle={t('subtitle')}
          actions={
            <select
              className="jh-input jc-filters__select"
              aria-label={t('year')}
              value={year === null ? 'all' : String(year)}
              onChange={(event) => setQuery({ year: event.target.value }, { replace: true })}
            >
              {years.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
              <option value="all">{t('allYears')}</option>
            </select>
          }
        />
        <Loaded query={places}>
          {({ regions }) => (
            <Loaded query={schools}>
              {({ schools: all }) => (
                <Loaded query={rows}>
                  {(list) => <RegisterPage key={kind} kind={kind} list={list} schools={all} regions={regions} />}
                </Loaded>
              )}
            </Loaded>
          )}
        </Loaded>
      </div>
    </>
  );
}
