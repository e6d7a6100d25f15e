import '../../features/county-report/county-report.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate, useParams } from 'react-router';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { countyReportTexts } from '../../features/county-report/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { RoundHead } from '../../display/round-head.tsx';
import { CountyReportPage } from '../../features/county-report/county-report-page.tsx';
import { countyReportQuery } from '../../server/county-reports.ts';

export function CountyReportRoute() {
  usePageTexts(countyReportTexts);
  const { roundId = '' } = useParams();
  const { t } = useTranslation(['county', 'frame']);
  const navigate = useNavigate();
  const query = useQuery(countyReportQuery(roundId));
  return (
    <>
      <title>{`${t('title')} · ${t('product', { ns: 'frame' })}`}</title>
      <Loaded query={query}>
        {(report) => (
          <div className="jc-stack">
            <RoundHead
              round={report.round}
              page={t('title')}
              onChoose={(id) => void navigate(`/rounds/${id}/county-report`)}
              actions={
                <NavLink className="jh-button" to={`/rounds/${roundId}/county-report/overview`}>
                  {t('tabs.overview')}
                </NavLink>
              }
            />
            <CountyReportPage key={report.id} report={report} />
          </div>
        )}
      </Loaded>
    </>
  );
}
