import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { ChecklistForm } from '../../features/write-checklists/checklist-form.tsx';
import { regionsBelow } from '../../features/write-checklists/model/regions-below.ts';
import { checklistsTexts } from '../../features/write-checklists/texts.ts';
import { useWritesIn } from '../../features/write-checklists/use-writes-in.ts';
import { checklistsQuery } from '../../server/checklists.ts';
import { regionsQuery } from '../../server/organisations.ts';

export function WriteChecklistRoute() {
  usePageTexts(checklistsTexts);
  const { t } = useTranslation('frame');
  const [search] = useSearchParams();
  const own = useWritesIn();
  const allowed = own.size > 0;
  const regions = useQuery({ ...regionsQuery, enabled: allowed });
  const known = useQuery({ ...checklistsQuery, enabled: allowed });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <>
      <title>{`${t('inspections.checklists')} · ${t('product')}`}</title>
      <Loaded query={regions}>
        {({ regions: found }) => (
          <Loaded query={known}>
            {({ checklists }) => (
              <ChecklistForm
                regions={regionsBelow(found, own).filter(({ level }) => level !== 'town')}
                from={checklists.find(({ id }) => id === search.get('from')) ?? null}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
