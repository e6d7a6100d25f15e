import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { standardsTexts } from '../../features/publish-standards/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { StandardsList } from '../../features/publish-standards/standards-list.tsx';
import { draftsQuery, editionsQuery } from '../../server/editions.ts';
import { regionsQuery } from '../../server/organisations.ts';
import { sessionQuery } from '../../server/session.ts';

export function StandardsRoute() {
  usePageTexts(standardsTexts);
  const { t } = useTranslation('frame');
  const manages = useMay()('standards.manage');
  const query = useQuery(editionsQuery);
  const { data: drafts } = useQuery({ ...draftsQuery, enabled: manages });
  const { data: regions } = useQuery(regionsQuery);
  const { data: known } = useQuery(sessionQuery);
  const own = new Set(
    (known?.session.grants ?? []).flatMap(({ role, place }) =>
      role === 'county-administrator' && place.kind === 'region' ? [place.regionId] : [],
    ),
  );
  return (
    <>
      <title>{`${t('standards')} · ${t('product')}`}</title>
      <Loaded query={query}>
        {({ editions }) => (
          <StandardsList
            editions={editions}
            drafts={manages ? (drafts?.drafts ?? []) : null}
            regions={(regions?.regions ?? []).filter(({ id }) => own.has(id))}
          />
        )}
      </Loaded>
    </>
  );
}
