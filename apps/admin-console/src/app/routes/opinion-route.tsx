import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { OpinionPage } from '../../features/give-opinion/opinion-page.tsx';
import { OpinionPrint } from '../../features/give-opinion/opinion-print.tsx';
import { opinionTexts } from '../../features/give-opinion/texts.ts';
import { opinionQuery } from '../../server/opinions.ts';

const PRINTED = ['preliminary', 'final', 'feedback'] as const;

/** The opinion on a county, or one of its documents as a sheet. */
export function OpinionRoute() {
  usePageTexts(opinionTexts);
  const { t } = useTranslation('opinion');
  const { t: frame } = useTranslation('frame');
  const { inspectionId = '', countyId = '', document } = useParams();
  const allowed = useMay()('inspections.read');
  const query = useQuery({ ...opinionQuery({ inspectionId, countyId }), enabled: allowed });
  if (!allowed) return <EmptyState title={frame('denied.title')} description={frame('denied.text')} />;
  const printed = PRINTED.find((kind) => kind === document);
  return (
    <Loaded query={query}>
      {(opinion) => (
        <>
          <title>{`${t('title')} · ${opinion.county.name} · ${frame('product')}`}</title>
          {printed === undefined ? (
            <OpinionPage key={countyId} opinion={opinion} />
          ) : (
            <OpinionPrint opinion={opinion} kind={printed} />
          )}
        </>
      )}
    </Loaded>
  );
}
