import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { keepSchoolsTexts } from '../../features/keep-schools/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { JoinRoundOffer } from '../../features/keep-schools/join-round-offer.tsx';
import { SchoolPage } from '../../features/keep-schools/school-page.tsx';
import { regionsQuery, schoolQuery, schoolsQuery } from '../../server/organisations.ts';
import { roundReportsQuery, roundsQuery } from '../../server/rounds.ts';
import { countyOf } from '../model/county-of.ts';

export function SchoolRoute() {
  usePageTexts(keepSchoolsTexts);
  const { schoolId = '' } = useParams();
  const { t } = useTranslation('frame');
  const may = useMay();
  const navigate = useNavigate();
  const school = useQuery(schoolQuery(schoolId));
  const schools = useQuery(schoolsQuery());
  const regions = useQuery(regionsQuery);
  const { data: rounds } = useQuery({ ...roundsQuery, enabled: may('rounds.manage') });
  const county = countyOf(regions.data?.regions ?? [], school.data?.regionId ?? '');
  const running = (rounds?.rounds ?? []).filter(({ state, regionId }) => state !== 'closed' && regionId === county);
  const lists = useQueries({ queries: running.map(({ id }) => roundReportsQuery(id)) });
  const missing = running.filter((_round, index) => {
    const list = lists[index]?.data;
    return list !== undefined && !list.selfReports.some((report) => report.schoolId === schoolId);
  });
  return (
    <Loaded query={school}>
      {(data) => (
        <>
          <title>{`${data.name} · ${t('product')}`}</title>
          <SchoolPage
            key={data.id}
            school={data}
            regions={regions.data?.regions ?? []}
            schools={schools.data?.schools ?? []}
            onDeleted={() => void navigate('/schools')}
          >
            {data.closedOn === null
              ? missing.map((round) => <JoinRoundOffer key={round.id} round={round} schoolId={data.id} />)
              : null}
          </SchoolPage>
        </>
      )}
    </Loaded>
  );
}
