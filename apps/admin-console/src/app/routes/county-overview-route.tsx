import '../../features/county-report/county-report.css';
import { useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate, useParams } from 'react-router';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { countyReportTexts } from '../../features/county-report/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { RoundHead } from '../../display/round-head.tsx';
import { CountyOverviewPage } from '../../features/county-report/county-overview.tsx';
import { countyOverviewQuery, countyOverviewUrl } from '../../server/county-reports.ts';

export function CountyOverviewRoute() {
  usePageTexts(countyReportTexts);
  const { roundId = '' } = useParams();
  const { t } = useTranslation(['county', 'frame']);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const query = useQuery(countyOverviewQuery(roundId));
  return (
    <>
      <title>{`${t('tabs.overview')} · ${t('title')} · ${t('product', { ns: 'frame' })}`}</title>
      <Loaded query={query}>
        {(overview) => (
          <div className="jc-stack">
            <RoundHead
              round={overview.round}
              page={`${t('title')} · ${t('tabs.overview')}`}
              onChoose={(id) => void navigate(`/rounds/${id}/county-report/overview`)}
              actions={
                <NavLink className="jh-button" to={`/rounds/${roundId}/county-report`}>
                  {t('tabs.fill')}
                </NavLink>
              }
            />
            <CountyOverviewPage overview={overview} exportHref={countyOverviewUrl(roundId, language)} />
          </div>
        )}
      </Loaded>
    </>
  );
}
