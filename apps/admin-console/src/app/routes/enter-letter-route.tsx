import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { EnterLetter } from '../../features/rectify/letters/enter-letter.tsx';
import { lettersTexts } from '../../features/rectify/letters/texts.ts';
import { rectifyTexts } from '../../features/rectify/texts.ts';
import { regionsQuery } from '../../server/organisations.ts';
import { rectificationsQuery } from '../../server/rectifications.ts';

export function EnterLetterRoute() {
  usePageTexts(rectifyTexts);
  usePageTexts(lettersTexts);
  const { t } = useTranslation(['letters', 'frame']);
  const allowed = useMay()('rectifications.manage');
  const regions = useQuery({ ...regionsQuery, enabled: allowed });
  const ledger = useQuery({ ...rectificationsQuery, enabled: allowed });
  if (!allowed) {
    return <EmptyState title={t('denied.title', { ns: 'frame' })} description={t('denied.text', { ns: 'frame' })} />;
  }
  return (
    <>
      <title>{`${t('enter')} · ${t('product', { ns: 'frame' })}`}</title>
      <Loaded query={regions}>
        {({ regions: found }) => (
          <Loaded query={ledger}>
            {({ rows }) => <EnterLetter counties={found.filter(({ level }) => level === 'county')} rows={rows} />}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
