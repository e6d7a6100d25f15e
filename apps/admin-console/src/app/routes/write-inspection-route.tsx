import type { Inspection } from '@junheng/api-contract';
import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { inspectTexts } from '../../features/inspect-counties/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { InspectionFormPage } from '../../features/inspect-counties/inspection-form.tsx';
import { checklistsQuery } from '../../server/checklists.ts';
import { editionsQuery } from '../../server/editions.ts';
import { inspectionQuery, teamCandidatesQuery } from '../../server/inspections.ts';
import { regionsQuery, schoolsQuery } from '../../server/organisations.ts';
import { sessionQuery } from '../../server/session.ts';

/** A new project, or the change of one. */
export function WriteInspectionRoute() {
  usePageTexts(inspectTexts);
  const { t } = useTranslation('frame');
  const { inspectionId } = useParams();
  const allowed = useMay()('inspections.manage');
  const query = useQuery({ ...inspectionQuery(inspectionId ?? ''), enabled: allowed && inspectionId !== undefined });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <>
      <title>{`${t('inspection')} · ${t('product')}`}</title>
      {inspectionId === undefined ? (
        <Surroundings inspection={null} />
      ) : (
        <Loaded query={query}>{(inspection) => <Surroundings inspection={inspection} />}</Loaded>
      )}
    </>
  );
}

function Surroundings({ inspection }: { readonly inspection: Inspection | null }) {
  const navigate = useNavigate();
  const { data: known } = useQuery(sessionQuery);
  const regions = useQuery(regionsQuery);
  const schools = useQuery(schoolsQuery());
  const editions = useQuery(editionsQuery);
  const checklists = useQuery(checklistsQuery);
  const candidates = useQuery(teamCandidatesQuery);
  return (
    <Loaded query={regions}>
      {(inScope) => (
        <Loaded query={schools}>
          {(registered) => (
            <Loaded query={editions}>
              {(published) => (
                <Loaded query={checklists}>
                  {(small) => (
                    <Loaded query={candidates}>
                      {(team) => (
                        <InspectionFormPage
                          inspection={inspection}
                          regions={inScope.regions}
                          schools={registered.schools}
                          editions={published.editions}
                          checklists={small.checklists}
                          candidates={team.candidates}
                          ownId={known?.session.personId ?? ''}
                          onSaved={({ id }) => void navigate(`/inspections/${id}`)}
                        />
                      )}
                    </Loaded>
                  )}
                </Loaded>
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
